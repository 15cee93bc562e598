import type { Commitment } from '@trygghetskartan/api/contract-commitments'
import { useFormat } from '../messages/format.ts'
import { promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import styles from './promises.module.css'
import { StatusMark } from './status-mark.tsx'

/** How a promise has gone, line by line, the newest first. */
export function StatusesPart({ promise: { statuses } }: { readonly promise: Commitment }) {
  const t = useText()
  const format = useFormat()
  if (statuses.length === 0) return <p className={styles.soft}>{t(words.noStatus)}</p>
  return (
    <ol className={styles.items}>
      {statuses.map(({ on, status, text }) => (
        <li key={`${on} ${text}`}>
          <p className={styles.line}>
            <StatusMark status={status} />
            <span className={styles.soft}>{format.date(on)}</span>
          </p>
          <p className={styles.text}>{text}</p>
        </li>
      ))}
    </ol>
  )
}
