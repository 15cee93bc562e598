import { useEffect, useMemo } from 'react'
import { type MapLayer, timeField } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { police as words } from '../messages/police.ts'
import { useText } from '../messages/text.ts'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import { countEvents } from './event-counts.ts'
import { HourGrid } from './hour-grid.tsx'
import { KindBars } from './kind-bars.tsx'
import { LeftOut } from './left-out.tsx'
import { daysAgo, Period } from './period.tsx'
import styles from './police-face.module.css'
import { useEvents } from './use-events.ts'

/** Days shown until another period is chosen. */
const firstPeriod = 90

/** The public feed of the police: what happens when, and how few of it can be placed. */
export function FeedFace({ events }: { readonly events: MapLayer }) {
  const t = useText()
  const format = useFormat()
  const [view, update] = useUrlState()
  // Years of events at once say little: one begins with the last months.
  const isUnbounded = !view.from && !view.to
  const { data, error, isPending, isPlaceholderData, refetch } = useEvents(
    isUnbounded ? undefined : events,
    view,
  )
  const counts = useMemo(
    () => data && countEvents(data.items, { kind: events.categoryBy, time: timeField(events)! }),
    [data, events],
  )
  useEffect(() => {
    if (isUnbounded) update({ from: daysAgo(firstPeriod) }, { replace: true })
  }, [isUnbounded, update])
  return (
    <>
      <Period />
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={9} />}
      {counts?.total === 0 && (
        <Empty title={t(words.noEvents)}>
          <p>{t(words.noEventsHelp)}</p>
        </Empty>
      )}
      {data && counts && counts.total > 0 && (
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
          <section aria-label={t(words.byTime)}>
            <h2 className={styles.heading}>{t(words.byTime)}</h2>
            <HourGrid byHour={counts.byHour} />
          </section>
          <LeftOut layer={events} counts={counts} />
        </div>
      )}
    </>
  )
}
