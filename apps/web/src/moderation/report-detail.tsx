import { Link } from '@tanstack/react-router'
import type { ModeratedReport, PublicPreview } from '@trygghetskartan/api/contract-moderation'
import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../api.ts'
import { useFormat } from '../messages/format.ts'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import type { Search } from '../url-state.ts'
import { AboutReport } from './about-report.tsx'
import { BelongsSection } from './belongs-section.tsx'
import { LedSection } from './led-section.tsx'
import { PastSection } from './past-section.tsx'
import { PlaceSection } from './place-section.tsx'
import { PublishSection } from './publish-section.tsx'
import queue from './queue.module.css'
import styles from './report.module.css'
import { ReportMap } from './report-map.tsx'
import { useReasons } from './report-words.ts'
import { TalkSection } from './talk-section.tsx'
import { useReport } from './use-moderation.ts'
import { WorkBar } from './work-bar.tsx'

/** One report with all one needs to decide on it, beside its map. */
export function ReportDetail({ id }: { readonly id: string }) {
  const t = useText()
  const { data: report, error, refetch } = useReport(id)
  if (report) return <Whole report={report} />
  const isGone = error instanceof ProblemError && [400, 404].includes(error.problem.status)
  return (
    <>
      <BackToList />
      <article className={styles.detail} aria-label={t(words.queue)}>
        {isGone && <Empty title={error.problem.detail ?? error.problem.title} />}
        {error && !isGone && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!error && <Skeleton lines={9} />}
      </article>
    </>
  )
}

function Whole({ report }: { readonly report: ModeratedReport }) {
  const t = useText()
  const format = useFormat()
  const reasonsOf = useReasons()
  const [preview, setPreview] = useState<PublicPreview | null>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  // Chosen in the list: reading goes on here.
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <BackToList />
      <article className={styles.detail} aria-label={reasonsOf(report.reasons)}>
        <header className={styles.head}>
          <div>
            <h3 ref={heading} tabIndex={-1}>
              {reasonsOf(report.reasons)}
            </h3>
            <p className={styles.soft}>
              {t(words.received(format.date(report.receivedOn)))}
              {!report.answered && `, ${t(words.dueOn(format.date(report.dueOn)))}`}
              {report.demo && ` · ${t(words.demo)}`}
            </p>
          </div>
          <span className={queue.state} data-state={report.state}>
            <i aria-hidden="true" />
            {t(words[report.state])}
          </span>
        </header>
        <WorkBar report={report} />
        <AboutReport report={report} />
        <TalkSection report={report} />
        {report.publicPlace ? (
          <PlaceSection key={report.publicPlace.id} report={report} place={report.publicPlace} />
        ) : (
          !report.sameAs &&
          report.state !== 'declined' && (
            <PublishSection report={report} preview={preview} onPreview={setPreview} />
          )
        )}
        <BelongsSection report={report} onPoint={setPointed} />
        <LedSection report={report} onPoint={setPointed} />
        <PastSection report={report} />
      </article>
      <ReportMap report={report} preview={preview} pointed={pointed} onPoint={setPointed} />
    </>
  )
}

function BackToList() {
  const t = useText()
  return (
    <Link
      to="/planera/rapporter/{-$report}"
      params={{ report: undefined }}
      search={(before: Search) => before}
      className={styles.back}
    >
      <Icon name="back" size={16} />
      {t(words.backToList)}
    </Link>
  )
}
