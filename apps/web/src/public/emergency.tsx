import { open as words } from '../messages/public.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './public-face.module.css'

/** Whom to call: the map is no alarm. */
export function Emergency() {
  const t = useText()
  return (
    <aside className={styles.emergency} aria-label={t(words.emergency)}>
      <Icon name="phone" />
      <p className={styles.calls}>
        <strong>{t(words.emergency)}</strong> <a href="tel:112">{t(words.call112)}</a>
        <span aria-hidden="true">·</span> <a href="tel:11414">{t(words.callPolice)}</a>
      </p>
    </aside>
  )
}
