import { Link } from '@tanstack/react-router'
import type { ReleaseSummary } from '@trygghetskartan/api/contract-releases'
import { useFormat } from '../messages/format.ts'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import styles from './safety-map.module.css'

interface ArchiveProps {
  readonly releases: readonly ReleaseSummary[]
  readonly current: string | undefined
}

/** How many months stand open; older ones are folded away. */
const shown = 6

/** Every month there is a map of. What was published stays. */
export function Archive({ releases, current }: ArchiveProps) {
  const t = useText()
  const older = releases.slice(shown)
  return (
    <nav aria-label={t(words.months)} className={styles.section}>
      <Months releases={releases.slice(0, shown)} current={current} />
      {older.length > 0 && (
        <details open={older.some(({ month }) => month === current)}>
          <summary>{t(words.older)}</summary>
          <Months releases={older} current={current} />
        </details>
      )}
    </nav>
  )
}

function Months({ releases, current }: ArchiveProps) {
  const format = useFormat()
  return (
    <ul className={styles.months}>
      {releases.map(({ month }) => (
        <li key={month}>
          <Link
            to="/trygghetskarta"
            search={{ manad: month }}
            aria-current={month === current ? 'page' : undefined}
          >
            {format.month(month)}
          </Link>
        </li>
      ))}
    </ul>
  )
}
