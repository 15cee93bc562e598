import { SiteLinks } from '../around/site-links.tsx'
import { open as words } from '../messages/public.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './public-face.module.css'

/** What this map is, for those who want to know. */
export function About() {
  const t = useText()
  const { config } = useSession()
  return (
    <details className={styles.about}>
      <summary>
        {t(words.about)}
        <Icon name="down" size={16} />
      </summary>
      <p>{t(words.aboutWhat(config.municipality.name))}</p>
      <p>{t(words.aboutList)}</p>
      <SiteLinks without="/" />
      {config.demo && <p>{t(words.aboutDemo)}</p>}
    </details>
  )
}
