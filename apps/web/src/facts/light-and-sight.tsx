import { densityZones, type PlaceFacts } from '@trygghetskartan/siting'
import { facts as words } from '../messages/facts.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { away } from './away.ts'
import styles from './facts.module.css'
import { Part } from './part.tsx'

/** Lux of class P6 of EN 13201-2, the lowest for a path. */
const lowestClass = 2
const most = 6
/** No more buildings than this are told of. */
const mostTold = 10

/** Lux at the place and the lamps that give it. */
export function LitBy({ found }: { readonly found: PlaceFacts }) {
  const t = useText()
  const format = useFormat()
  const lux = (value: number) => format.number(value < 0.1 ? value : Math.round(value * 10) / 10)
  const { lamps } = found
  return (
    <Part title={t(words.light)}>
      {lamps.length === 0 && <p className={styles.soft}>{t(words.dark)}</p>}
      {lamps.length > 0 && (
        <p className={styles.figure}>
          <strong>{t(words.lux(lux(found.lux)))}</strong>
        </p>
      )}
      {lamps.length > 0 && found.lux < lowestClass && <p className={styles.soft}>{t(words.dim)}</p>}
      {found.luxPlanned > found.lux + 0.05 && <p>{t(words.luxPlanned(lux(found.luxPlanned)))}</p>}
      {lamps.length > 0 && (
        <ul className={styles.rows}>
          {lamps.slice(0, most).map((lamp) => (
            <li key={lamp.id}>
              <span>
                {lamp.title || t(words.lamp)}
                <small>
                  {[
                    away(lamp.metres, t, format),
                    lamp.planned && t(words.plannedMark),
                    lamp.assumed && t(words.assumed),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
              <b>{t(words.lampGives(lux(lamp.lux)))}</b>
            </li>
          ))}
        </ul>
      )}
      {lamps.length > most && <p className={styles.soft}>{t(words.more(lamps.length - most))}</p>}
    </Part>
  )
}

/** Cameras with how finely they see the place, the windows towards it, and how far one sees from it. */
export function SeenBy({ found }: { readonly found: PlaceFacts }) {
  const t = useText()
  const format = useFormat()
  const homes = found.overlooked.filter(({ use }) => use === 'home').length
  return (
    <Part title={t(words.sees)}>
      {found.cameras.length === 0 && <p className={styles.soft}>{t(words.noCamera)}</p>}
      {found.cameras.length > 0 && (
        <ul className={styles.rows}>
          {found.cameras.slice(0, most).map((camera) => (
            <li key={camera.id}>
              <span>
                {camera.title || t(words.camera)}
                <small>
                  {[
                    t(densityWords(camera.density, format)),
                    away(camera.metres, t, format),
                    camera.planned && t(words.plannedMark),
                    camera.assumed && t(words.assumedCamera),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        {found.overlooked.length === 0
          ? t(words.notOverlooked)
          : t(words.overlooked(found.overlooked.length, found.overlooked.length >= mostTold)) +
            (homes > 0 ? `, ${t(words.homes(homes))}.` : '.')}
      </p>
      <p className={styles.soft}>{t(words.openView(format.number(Math.round(found.openView))))}</p>
    </Part>
  )
}

/** The finest zone of the 2014 edition that the density is enough for. */
function densityWords(density: number, format: ReturnType<typeof useFormat>) {
  const zone = densityZones[2014].findLast((one) => one.density <= density)
  const figure = format.number(density >= 10 ? Math.round(density) : Math.round(density * 10) / 10)
  if (!zone) return words.tooCoarse(figure)
  const { sv, en } = zone.title
  return { sv: words.density(figure, sv).sv, en: words.density(figure, en).en }
}
