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

/** Every month there is a map of. What was published stays. */
export function Archive({ releases, current }: ArchiveProps) {
  const t = useText()
  const format = useFormat()
  return (
    <nav aria-labelledby="archive" className={styles.section}>
      <h3 id="archive">{t(words.archive)}</h3>
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
    </nav>
  )
}
