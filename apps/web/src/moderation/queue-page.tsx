import { useParams, useSearch } from '@tanstack/react-router'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { BuiltPlaces } from './built-places.tsx'
import { ModerationPage } from './moderation-page.tsx'
import styles from './queue.module.css'
import { QueueList } from './queue-list.tsx'
import { QueueTabs } from './queue-tabs.tsx'
import { ReportDetail } from './report-detail.tsx'
import { useQueue } from './use-moderation.ts'

const shows = { tysta: 'quiet', avslutade: 'closed' } as const

/** /planera/rapporter: the queue of reports, and the one that is chosen beside its map. */
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
  const { visa } = useSearch({ strict: false }) as { visa?: string }
  const { data, error, refetch } = useQueue(shows[visa as keyof typeof shows] ?? 'open')
  return (
    <div className={styles.queue} data-chosen={report ? true : undefined}>
      <section className={styles.side} aria-label={t(words.queue)}>
        <QueueTabs answer={data} />
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={9} />}
        {data && visa === 'klara' && <BuiltPlaces places={data.built} />}
        {data && visa !== 'klara' && <QueueList answer={data} chosen={report} />}
      </section>
      {report ? (
        <ReportDetail key={report} id={report} />
      ) : (
        <div className={styles.nothing}>
          <Empty title={t(words.choose)} />
        </div>
      )}
    </div>
  )
}
