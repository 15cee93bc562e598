import { useEffect, useMemo } from 'react'
import { PlaceFactsButton } from '../facts/place-facts-button.tsx'
import { timeField } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { frame } from '../messages/frame.ts'
import { police as words } from '../messages/police.ts'
import { proposeWords } from '../messages/propose.ts'
import { useText } from '../messages/text.ts'
import { DrawTools } from '../plan/draw-tools.tsx'
import { PlansButton } from '../plans/plans-button.tsx'
import { useSession } from '../session.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import { countEvents } from './event-counts.ts'
import { HourGrid } from './hour-grid.tsx'
import { KindBars } from './kind-bars.tsx'
import { LeftOut } from './left-out.tsx'
import { daysAgo, Period } from './period.tsx'
import styles from './police-face.module.css'
import { useEvents } from './use-events.ts'
import { Zones } from './zones.tsx'

/** Days shown until another period is chosen. */
const firstPeriod = 90

/** `/lagesbild`: what happens when and where, and where presence is planned. */
export function PoliceFace() {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  const [view, update] = useUrlState()
  const [, openTask] = useTask()
  // Years of events at once say little: one begins with the last months.
  const isUnbounded = !view.from && !view.to
  const own = layers.filter(({ group }) => group === 'police')
  const events = own.find(timeField)
  const { data, error, isPending, isPlaceholderData, refetch } = useEvents(
    isUnbounded ? undefined : events,
    view,
  )
  const counts = useMemo(
    () => data && events && countEvents(data.items, { kind: events.categoryBy, time: timeField(events)! }),
    [data, events],
  )
  useEffect(() => {
    if (isUnbounded) update({ from: daysAgo(firstPeriod) }, { replace: true })
  }, [isUnbounded, update])
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  return (
    <div className={styles.face}>
      <div>
        <h2 className={styles.title}>{t(words.title)}</h2>
        <p className={styles.help}>{t(words.lead)}</p>
      </div>
      {events && <Period />}
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {events && isPending && !error && <Skeleton lines={9} />}
      {counts?.total === 0 && (
        <Empty title={t(words.noEvents)}>
          <p>{t(words.noEventsHelp)}</p>
        </Empty>
      )}
      {events && data && counts && counts.total > 0 && (
        <div
          className={styles.picture}
          data-stale={isPlaceholderData || undefined}
          aria-busy={isPlaceholderData}
        >
          <p className={styles.total} aria-live="polite">
            <strong>{t(words.events(data.matched, format.number(data.matched)))}</strong>
          </p>
          {data.matched > counts.total && (
            <Note tone="warning">{t(words.tooMany(format.number(counts.total)))}</Note>
          )}
          <KindBars layer={events} byKind={counts.byKind} />
          <HourGrid byHour={counts.byHour} />
          <LeftOut layer={events} counts={counts} />
        </div>
      )}
      {own
        .filter((layer) => !timeField(layer))
        .map((layer) => (
          <Zones key={layer.id} layer={layer} />
        ))}
      <DrawTools />
      <PlansButton />
      <Button icon={<Icon name="pulse" />} onClick={() => openTask('proposal')}>
        {t(proposeWords.saved)}
      </Button>
      <PlaceFactsButton />
    </div>
  )
}
