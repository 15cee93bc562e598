import { useFrame } from '../frame/frame-context.ts'
import { objectTitle } from '../inspector/object-title.ts'
import { Swatch } from '../layers/swatch.tsx'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { guards as words } from '../messages/guards.ts'
import { useText } from '../messages/text.ts'
import styles from '../patrol/patrol.module.css'
import { dayOf, wallMinute } from '../patrol/swedish-clock.ts'
import { hoursOf } from '../patrol/use-zones.ts'
import { writeHours } from '../patrol/zone-words.ts'
import { useTask } from '../tasks/use-task.ts'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import own from './guards.module.css'
import { byUrgency, isUrgent, permitState, soonDays } from './permit-state.ts'
import { useObjects } from './use-presence-layers.ts'

/** Years that the law lets an area's permit last. */
const longestYears = 3

/** Guards' permits with days left, those that need something done first. */
export function PermitsPart({ layer }: { readonly layer: MapLayer }) {
  const t = useText()
  const format = useFormat()
  const { show } = useFrame()
  const [, openTask] = useTask()
  const { data, error, isPending, refetch } = useObjects(layer)
  const today = dayOf(wallMinute(new Date()))
  const permits = (data?.features ?? [])
    .map((item) => ({ item, permit: permitState(item, layer.permit, today) }))
    .toSorted((a, b) => byUrgency(a.permit, b.permit))
  const toDo = permits.filter(({ permit }) => isUrgent(permit)).length
  return (
    <div className={styles.body}>
      <div>
        <h3 className={styles.title}>{t(words.allPermits)}</h3>
        <p className={styles.soft}>{t(words.permitsLead(soonDays, longestYears))}</p>
      </div>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton lines={6} />}
      {data && permits.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
        </Empty>
      )}
      {permits.length > 0 && (
        <Note tone={toDo > 0 ? 'warning' : 'good'}>{t(toDo > 0 ? words.toDo(toDo) : words.allWell)}</Note>
      )}
      <ul className={styles.zones}>
        {permits.map(({ item, permit }) => {
          const { daysLeft, state, outside } = permit
          const validTo = format.shortDate(String(item.properties.valid_to))
          return (
            <li key={item.id}>
              <button
                type="button"
                className={styles.zone}
                onClick={() => {
                  openTask(null)
                  show({ layer: layer.id, id: item.id }, item.geometry)
                }}
              >
                <Swatch layer={layer} value={String(item.properties[layer.categoryBy])} />
                <span>
                  <strong>{objectTitle(layer, item.properties, format, t(layer.title))}</strong>
                  <small>
                    {[
                      layer.permit && item.properties[layer.permit.number],
                      writeHours(hoursOf(item), format, t),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </span>
                <span className={own.days} data-state={state}>
                  {t(
                    state === 'expired'
                      ? words.expired(-daysLeft)
                      : state === 'not-yet'
                        ? words.notYet(format.shortDate(String(item.properties.valid_from)))
                        : words.daysLeft(daysLeft),
                  )}
                  <small>{t(words.until(validTo))}</small>
                </span>
              </button>
              {state === 'expired' && <p className={own.danger}>{t(words.expiredHelp)}</p>}
              {state === 'soon' && <p className={styles.warn}>{t(words.soonHelp)}</p>}
              {outside > 0 && state !== 'expired' && (
                <p className={styles.warn}>{t(words.outside(format.number(outside)))}</p>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
