import { Link } from '@tanstack/react-router'
import type { ModeratedReport, PublicPreview } from '@trygghetskartan/api/contract-moderation'
import { useEffect, useRef, useState } from 'react'
import { ProblemError } from '../api.ts'
import { useFormat } from '../messages/format.ts'
import { moderation as words } from '../messages/moderation.ts'
import { flow } from '../messages/moderation-flow.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import type { Search } from '../url-state.ts'
import { AboutReport } from './about-report.tsx'
import { BelongsSection } from './belongs-section.tsx'
import { LedSection } from './led-section.tsx'
import { NextReport } from './next-report.tsx'
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
  const isGone = error instanceof ProblemError && [400, 404].includes(error.problem.status)
  // What has been taken back is not looked at any longer, though it was just here.
  if (report && !isGone) return <Whole report={report} />
  return (
    <>
      <BackToList />
      <article className={styles.detail} aria-label={t(words.queue)}>
        {isGone && (
          <div role="alert">
            <Empty title={error.problem.detail ?? error.problem.title}>
              <Link
                to="/planera/rapporter/{-$report}"
                params={{ report: undefined }}
                search={(before: Search) => before}
              >
                {t(flow.toList)}
              </Link>
            </Empty>
          </div>
        )}
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
  const opened = useRef(false)
  const { place, sameAs } = report
  // Chosen in the list: reading goes on here, as where a step has taken away the button it was taken with.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it is put with others or taken from them
  useEffect(() => {
    if (!opened.current || document.activeElement === document.body) heading.current?.focus()
    opened.current = true
  }, [place, sameAs])
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
        <NextReport report={report} />
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
        {report.sameAs && <Note>{t(flow.heldByOther)}</Note>}
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
