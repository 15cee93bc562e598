import { useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import { useMedia } from '../ui/use-media.ts'
import { BuiltPlaces } from './built-places.tsx'
import { ModerationPage } from './moderation-page.tsx'
import styles from './queue.module.css'
import { QueueList } from './queue-list.tsx'
import { QueueMap } from './queue-map.tsx'
import { QueueTabs } from './queue-tabs.tsx'
import { ReportDetail } from './report-detail.tsx'
import { useShownQueue } from './use-shown-queue.ts'

/** /planera/rapporter: the queue of reports beside its map, and the one that is chosen beside its own. */
export function QueuePage() {
  const t = useText()
  return (
    <ModerationPage whole title={t(words.title)} lead={t(words.lead)}>
      <Queue />
    </ModerationPage>
  )
}

function Queue() {
  const t = useText()
  const { report } = useParams({ strict: false })
  const { data, error, refetch, visa, shown } = useShownQueue()
  const hasRoom = useMedia('(min-width: 900px)')
  const side = useRef<HTMLElement>(null)
  const before = useRef(report)
  // Back in the list one goes on where one left it.
  useEffect(() => {
    if (before.current && !report)
      (document.getElementById(`item-${before.current}`) ?? side.current)?.focus()
    before.current = report
  }, [report])
  return (
    <div className={styles.queue} data-chosen={report ? true : undefined}>
      <section ref={side} tabIndex={-1} className={styles.side} aria-label={t(words.queue)}>
        <QueueTabs answer={data} />
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={9} />}
        {data && visa === 'klara' && <BuiltPlaces places={data.built} />}
        {data && visa !== 'klara' && <QueueList chosen={report} />}
      </section>
      {report ? (
        <ReportDetail key={report} id={report} />
      ) : (
        data && hasRoom && visa !== 'klara' && <QueueMap reports={shown} />
      )}
    </div>
  )
}
