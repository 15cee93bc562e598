import { Link } from '@tanstack/react-router'
import type { QueuedReport } from '@trygghetskartan/api/contract-moderation'
import { useFormat } from '../messages/format.ts'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import type { Search } from '../url-state.ts'
import styles from './queue.module.css'
import { useDue, useReasons } from './report-words.ts'

interface QueueItemProps {
  readonly report: QueuedReport
  readonly today: string
  readonly chosen: boolean
}

/** A report in the queue: what, in whose words, how it stands and how long it may wait. The whole row opens it. */
export function QueueItem({ report, today, chosen }: QueueItemProps) {
  const t = useText()
  const format = useFormat()
  const reasonsOf = useReasons()
  const dueOf = useDue()
  const { state, late, answered, replied, assignedTo, together, photo } = report
  const isOpen = state === 'new' || state === 'in_review'
  return (
    <li className={styles.item} data-chosen={chosen || undefined}>
      <div className={styles.over}>
        <span className={styles.state} data-state={state}>
          <i aria-hidden="true" />
          {t(words[state])}
        </span>
        <span>{format.shortDate(report.receivedOn)}</span>
      </div>
      <Link
        id={`item-${report.id}`}
        to="/planera/rapporter/{-$report}"
        params={{ report: report.id }}
        search={(before: Search) => before}
        className={styles.title}
        aria-current={chosen ? 'true' : undefined}
      >
        {reasonsOf(report.reasons)}
      </Link>
      {report.words && <p className={styles.words}>{report.words}</p>}
      <div className={styles.marks}>
        {replied && (
          <span className={styles.reply}>
            <Icon name="comment" size={14} />
            {t(words.replied)}
          </span>
        )}
        {isOpen && !answered && (
          <span className={late ? styles.late : undefined}>
            <Icon name={late ? 'warning' : 'clock'} size={14} />
            {dueOf(report.dueOn, today)}
          </span>
        )}
        {isOpen && answered && !replied && (
          <span>
            <Icon name="check" size={14} />
            {t(words.answered)}
          </span>
        )}
        {assignedTo && (
          <span>
            <Icon name="person" size={14} />
            {assignedTo.name}
          </span>
        )}
        {together > 1 && (
          <span>
            <Icon name="copy" size={14} />
            {t(words.together(together))}
          </span>
        )}
        {photo && (
          <span>
            <Icon name="eye" size={14} />
            {t(words.photo)}
          </span>
        )}
      </div>
    </li>
  )
}
