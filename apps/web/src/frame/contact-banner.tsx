import type { Contact } from '../map/live-changes.ts'
import { common } from '../messages/common.ts'
import { frame } from '../messages/frame.ts'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './contact-banner.module.css'

interface ContactBannerProps {
  readonly contact: Contact
  /** Some tiles could not be fetched though there is contact. */
  readonly trouble: boolean
  readonly onRetry: () => void
}

/** Says when what is seen may be old. */
export function ContactBanner({ contact, trouble, onRetry }: ContactBannerProps) {
  const t = useText()
  const said =
    contact === 'offline'
      ? { title: frame.offline, help: frame.offlineHelp }
      : contact === 'lost'
        ? { title: frame.lost, help: frame.lostHelp }
        : trouble
          ? { title: words.trouble, help: null }
          : null
  return (
    <div role="status" className={styles.place}>
      {said && (
        <div className={styles.banner}>
          <Icon name={contact === 'open' ? 'warning' : 'offline'} />
          <span>
            <strong>{t(said.title)}.</strong> {said.help && t(said.help)}
          </span>
          {contact === 'open' && (
            <Button size="s" kind="quiet" onClick={onRetry}>
              {t(common.retry)}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}
