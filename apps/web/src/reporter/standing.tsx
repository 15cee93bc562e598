import { Link } from '@tanstack/react-router'
import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import type { Contact } from '../outbox/send.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './standing.module.css'

interface StandingProps {
  readonly contact: Contact
  readonly signedOut: boolean
  /** The device keeps nothing for this page. */
  readonly broken: boolean
  readonly waiting: number
  /** Entries of other accounts that wait on this device. */
  readonly others: number
}

/** Says what stands between an entry and the server, and what to do about it. */
export function Standing({ contact, signedOut, broken, waiting, others }: StandingProps) {
  const t = useText()
  const out = signedOut || contact === 'signed-out'
  return (
    <div className={styles.place} role="status">
      {broken && (
        <p className={styles.banner} data-tone="danger">
          <Icon name="warning" />
          <span>
            <strong>{t(words.notKept)}.</strong> {t(words.notKeptHelp)}
          </span>
        </p>
      )}
      {out ? (
        <p className={styles.banner}>
          <Icon name="person" />
          <span>
            <strong>{t(words.signedOut)}.</strong> {t(words.signedOutHelp(waiting))}
          </span>
          <Link to="/logga-in" search={{ till: '/lagg-in' }} className={styles.link}>
            {t(words.signIn)}
          </Link>
        </p>
      ) : (
        contact === 'offline' && (
          <p className={styles.banner}>
            <Icon name="offline" />
            <span>
              <strong>{t(words.offline)}.</strong> {t(words.offlineHelp)}
            </span>
          </p>
        )
      )}
      {others > 0 && (
        <p className={styles.banner}>
          <Icon name="info" />
          <span>
            <strong>{t(words.others(others))}</strong> {t(words.othersHelp)}
          </span>
        </p>
      )}
    </div>
  )
}
