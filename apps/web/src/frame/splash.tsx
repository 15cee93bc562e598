import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import styles from './pages.module.css'

/** While the map opens. */
export function Splash() {
  const t = useText()
  return (
    <main className={styles.splash} aria-busy="true">
      <img src="/icon.svg" width={56} height={56} alt="" />
      <p role="status">{t(frame.loadingMap)}</p>
    </main>
  )
}
