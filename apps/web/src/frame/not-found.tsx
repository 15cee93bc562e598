import { Link } from '@tanstack/react-router'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import styles from './pages.module.css'

/** For addresses that lead nowhere. */
export function NotFound() {
  const t = useText()
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <h1>{t(frame.notFound)}</h1>
        <p>{t(frame.notFoundHelp)}</p>
        <p>
          <Link to="/" search={{}}>
            {t(frame.toMap)}
          </Link>
        </p>
      </div>
    </main>
  )
}
