import { Link } from '@tanstack/react-router'
import { promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import { StatusMark } from '../promises/status-mark.tsx'
import { usePromises } from '../promises/use-promises.ts'
import styles from './promises-lines.module.css'

const most = 3

/** What was promised for this year, in three lines; nothing where nothing is. */
export function PromisesLines() {
  const t = useText()
  const { data } = usePromises('newest')
  const shown = data?.commitments.filter(({ state }) => state !== 'draft') ?? []
  const [first] = shown
  if (!first) return null
  return (
    <section className={styles.lines} aria-labelledby="promises">
      <h3 id="promises">{t(words.titleOf(first.year))}</h3>
      <ul>
        {shown.slice(0, most).map(({ id, year, number, title, status }) => (
          <li key={id}>
            <Link to="/loften/$year/$number" params={{ year: String(year), number: String(number) }}>
              {title}
            </Link>
            <StatusMark status={status} />
          </li>
        ))}
      </ul>
      <Link to="/loften" className={styles.all}>
        {t(words.all(first.year))}
      </Link>
    </section>
  )
}
