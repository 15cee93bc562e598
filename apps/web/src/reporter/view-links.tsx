import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './view-links.module.css'

type View = 'log' | 'own'

interface ViewLinksProps {
  readonly shown: View
  /** Entries that have not arrived. */
  readonly waiting: number
  readonly onShow: (view: View) => void
}

/** At the bottom of a phone: logging, and one's own entries. */
export function ViewLinks({ shown, waiting, onShow }: ViewLinksProps) {
  const t = useText()
  const current = (view: View) => (shown === view ? ('page' as const) : undefined)
  return (
    <nav className={styles.views} aria-label={t(words.views)}>
      <button type="button" aria-current={current('log')} onClick={() => onShow('log')}>
        <Icon name="plus" size={22} />
        {t(words.title)}
      </button>
      <button
        type="button"
        aria-current={current('own')}
        aria-label={t(words.mineCount(waiting))}
        onClick={() => onShow('own')}
      >
        <Icon name="list" size={22} />
        {t(words.mine)}
        {waiting > 0 && <span className={styles.count}>{waiting}</span>}
      </button>
    </nav>
  )
}
