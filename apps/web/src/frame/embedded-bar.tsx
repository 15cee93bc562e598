import { useLocation } from '@tanstack/react-router'
import { embed as words } from '../messages/embed.ts'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './top-bar.module.css'

/** What stands above a map within another site: its name, and the way to the whole of it. */
export function EmbeddedBar() {
  const t = useText()
  const search = useLocation({ select: ({ searchStr }) => searchStr })
  return (
    <header className={styles.bar}>
      <h1 className={styles.embedded}>{t(frame.name)}</h1>
      <div className={styles.right}>
        <a href={`/${search}`} target="_blank" rel="noopener">
          {t(words.whole)} <Icon name="external" size={14} />
        </a>
      </div>
    </header>
  )
}
