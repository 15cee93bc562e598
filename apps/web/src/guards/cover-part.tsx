import type { FieldCover } from '@trygghetskartan/analysis'
import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { useMemo } from 'react'
import { useRecorded } from '../facts/use-place-facts.ts'
import { useFrame } from '../frame/frame-context.ts'
import { busiestHours } from '../hours/day-hours.ts'
import { objectTitle } from '../inspector/object-title.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { guards as words } from '../messages/guards.ts'
import { useText } from '../messages/text.ts'
import styles from '../patrol/patrol.module.css'
import { dayOf, wallMinute } from '../patrol/swedish-clock.ts'
import { hoursOf } from '../patrol/use-zones.ts'
import { writeHours, writeShare } from '../patrol/zone-words.ts'
import { useSession } from '../session.ts'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { CoverChart } from './cover-chart.tsx'
import { presencesOn } from './field-presences.ts'
import { usePlannerCover, usePoliceCover } from './use-cover.ts'
import { useObjects } from './use-presence-layers.ts'

/** Days back: half a year has both the dark and the light evenings. */
const backDays = 182
/** Hours told together where most happens. */
const stretch = 3

/** Field workers' areas and hours against where and when young people gather. */
export function CoverPart({ layer }: { readonly layer: MapLayer }) {
  const { me } = useSession()
  return me.audience === 'police' ? <PoliceCover layer={layer} /> : <PlannerCover layer={layer} />
}

function useSpan(layer: MapLayer) {
  const areas = useObjects(layer)
  const now = wallMinute(new Date())
  const [from, to] = [dayOf(now - backDays * 1440), dayOf(now)]
  const presences = useMemo(
    () => (areas.data ? presencesOn(areas.data.features, to) : null),
    [areas.data, to],
  )
  return { areas, from, to, presences }
}

function PoliceCover({ layer }: { readonly layer: MapLayer }) {
  const span = useSpan(layer)
  const found = usePoliceCover(span.presences, span.from, span.to)
  return <Cover {...{ layer, ...span, ...found }} source={words.sourcePolice} />
}

function PlannerCover({ layer }: { readonly layer: MapLayer }) {
  const span = useSpan(layer)
  const found = usePlannerCover(span.presences, span.from, span.to)
  return <Cover {...{ layer, ...span, ...found }} source={words.sourcePlanner} />
}

interface CoverProps extends ReturnType<typeof useSpan> {
  readonly layer: MapLayer
  readonly cover: FieldCover | Refusal | null
  readonly error: unknown
  readonly retry: () => void
  readonly source: { readonly sv: string; readonly en: string }
}

function Cover({ layer, areas, from, presences, cover, error, retry, source }: CoverProps) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const failed = areas.error ?? error
  const going = areas.data?.features.filter(({ id }) => presences?.some((one) => one.id === id)) ?? []
  return (
    <div className={styles.body}>
      <p className={styles.soft}>{t(words.coverLead(format.shortDate(from)))}</p>
      {failed !== null && failed !== undefined && <ErrorNote error={failed} onRetry={retry} />}
      {!cover && !failed && <Skeleton lines={8} />}
      {isRefusal(cover) && <Note>{t(cover.text)}</Note>}
      {cover && !isRefusal(cover) && cover.n === 0 && (
        <Empty title={t(words.noYoung)}>
          <p>{t(words.noYoungHelp)}</p>
        </Empty>
      )}
      {cover && !isRefusal(cover) && cover.n > 0 && (
        <>
          <p className={styles.figures}>
            <strong>
              {t(
                words.covered(
                  format.number(cover.covered),
                  format.number(cover.n),
                  writeShare(cover.covered / cover.n, format),
                ),
              )}
            </strong>
          </p>
          <CoverChart byHour={cover.byHour} coveredByHour={cover.coveredByHour} />
          <section className={styles.part}>
            <h3>{t(words.uncovered)}</h3>
            {cover.places.length === 0 && <p className={styles.soft}>{t(words.noUncovered)}</p>}
            <ol className={styles.entries}>
              {cover.places.map((place, i) => (
                <Place key={`${place.x} ${place.y}`} place={place} number={i + 1} />
              ))}
            </ol>
          </section>
          <p className={styles.soft}>
            {t(source)} {cover.leftOut > 0 && t(words.leftOut(cover.leftOut))}
          </p>
        </>
      )}
      <section className={styles.part}>
        <h3>{t(words.areas)}</h3>
        <ul className={styles.entries}>
          {going.map((item) => (
            <li key={item.id}>
              <button type="button" className={styles.zone} onClick={() => zoomTo(item.geometry)}>
                <span />
                <span>
                  <strong>{objectTitle(layer, item.properties, format, t(layer.title))}</strong>
                  <small>
                    {writeHours(hoursOf(item), format, t)}
                    {item.properties.valid_to
                      ? ` · ${t(words.endsOn(format.shortDate(String(item.properties.valid_to))))}`
                      : ''}
                  </small>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}

function Place({ place, number }: { readonly place: FieldCover['places'][number]; readonly number: number }) {
  const t = useText()
  const { zoomTo } = useFrame()
  const at = useMemo(() => [place.x, place.y] as const, [place.x, place.y])
  const { data } = useRecorded(at)
  const hours = busiestHours(place.byHour, stretch)
  const two = (hour: number) => String(hour).padStart(2, '0')
  return (
    <li>
      <button
        type="button"
        className={styles.zone}
        onClick={() => zoomTo({ type: 'Point', coordinates: [...at] })}
      >
        <span>{number}</span>
        <span>
          <strong>{data?.place || t(words.place(number))}</strong>
          {hours && <small>{t(words.uncoveredPlace(place.n, two(hours.from), two(hours.to)))}</small>}
        </span>
      </button>
    </li>
  )
}
