import { Link } from '@tanstack/react-router'
import type { QueueAnswer } from '@trygghetskartan/api/contract-moderation'
import { useFormat } from '../messages/format.ts'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'
import styles from './queue.module.css'

/** Open, quiet and closed reports, and places whose measures are built. */
export function QueueTabs({ answer }: { readonly answer: QueueAnswer | undefined }) {
  const t = useText()
  const format = useFormat()
  const tabs = [
    [undefined, words.open, answer?.counts.open],
    ['tysta', words.quietQueue, answer?.counts.quiet],
    ['klara', words.built, answer?.built.length],
    ['avslutade', words.closed, answer?.counts.closed],
  ] as const
  return (
    <nav className={styles.tabs} aria-label={t(words.shows)}>
      {tabs.map(([show, title, count]) => (
        <Link
          key={title.en}
          to="/planera/rapporter/{-$report}"
          params={{ report: undefined }}
          search={{ visa: show } as { visa: string }}
          activeOptions={{ explicitUndefined: true }}
          className={styles.show}
        >
          {t(title)}
          {count !== undefined && <span className={styles.count}>{format.number(count)}</span>}
        </Link>
      ))}
    </nav>
  )
}
