import type { FactsAnswer } from '@trygghetskartan/api/contract-siting'
import { Swatch } from '../layers/swatch.tsx'
import { groundThemes, facts as words } from '../messages/facts.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { useLayer } from '../session.ts'
import { useUrlState } from '../url-state.ts'
import { away } from './away.ts'
import styles from './facts.module.css'
import { Part } from './part.tsx'

const most = 8

/** Our own measures at the place, those that stand or those that are planned. */
export function Stands({ recorded, planned }: { readonly recorded: FactsAnswer; readonly planned: boolean }) {
  const t = useText()
  const format = useFormat()
  const own = recorded.measures.filter((one) => one.planned === planned)
  const ground = planned ? [] : namedGround(recorded.ground)
  return (
    <Part title={t(planned ? words.planned : words.stands)}>
      {own.length === 0 && (
        <p className={styles.soft}>{t(planned ? words.nothingPlanned : words.noMeasures)}</p>
      )}
      {own.length > 0 && (
        <ul className={styles.rows}>
          {own.map((one) => (
            <Measure key={one.id} measure={one} />
          ))}
        </ul>
      )}
      {ground.length > 0 && (
        <p className={styles.soft}>
          {t(words.ground)}:{' '}
          {format.list(
            ground
              .slice(0, most)
              .map(
                ({ name, theme, metres }) =>
                  `${name ?? t(groundThemes[theme] ?? groundThemes.place!).toLowerCase()} (${away(metres, t, format)})`,
              ),
          )}
        </p>
      )}
    </Part>
  )
}

/** What has a name, each once, nearest first; what has none by its theme where nothing else is known. */
function namedGround(ground: FactsAnswer['ground']): FactsAnswer['ground'] {
  const seen = new Set<string>()
  return ground.filter(({ name, theme }) => {
    const key = name ?? theme
    if (seen.has(key) || (name === null && !(theme in groundThemes))) return false
    seen.add(key)
    return true
  })
}

function Measure({ measure }: { readonly measure: FactsAnswer['measures'][number] }) {
  const t = useText()
  const format = useFormat()
  const layer = useLayer(measure.layer)
  const [, update] = useUrlState()
  const status = layer?.legend.find(({ value }) => value === measure.status)
  return (
    <li>
      <button
        type="button"
        className={styles.measure}
        onClick={() => update({ task: undefined, selected: { layer: measure.layer, id: measure.id } })}
      >
        {layer && <Swatch layer={layer} {...(measure.status && { value: measure.status })} />}
        <span>
          {measure.title}
          <small>
            {[status && t(status.title), layer && t(layer.title), away(measure.metres, t, format)]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
      </button>
    </li>
  )
}
