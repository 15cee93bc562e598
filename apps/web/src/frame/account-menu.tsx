import { Link, useLocation } from '@tanstack/react-router'
import { useId } from 'react'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { isPublished } from '../published/publication.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { useSignOut } from '../use-sign-out.ts'
import styles from './top-bar.module.css'

/** Who is signed in, and the way out; or the way in. */
export function AccountMenu() {
  const t = useText()
  const id = useId()
  const till = useLocation({ select: ({ pathname }) => pathname })
  const { config, me } = useSession()
  const { signOut, busy, error } = useSignOut()
  // Files have nobody who could sign in.
  if (isPublished) return null
  if (!me.account)
    return (
      <Link to="/logga-in" search={{ till }} className={styles.opener}>
        <Icon name="person" />
        <span className={styles.openerText} aria-hidden="true">
          {t(frame.signIn)}
        </span>
        <span className="sr-only">{t(frame.signIn)}</span>
      </Link>
    )
  const { name } = me.account
  const title = config.demoAccounts.find((one) => one.name === name)?.title
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={styles.opener}
        aria-label={`${t(frame.account)}: ${me.account.name}`}
      >
        <Icon name="person" />
        <span className={styles.openerText}>{me.account.name}</span>
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        <div className={styles.who}>
          <strong>{me.account.name}</strong>
          {me.audience === 'public' ? (
            <span>{t(frame.waitingForRole)}</span>
          ) : (
            title && <span>{t(title)}</span>
          )}
        </div>
        <Link to="/konto" className={styles.item}>
          <Icon name="person" />
          {t(frame.myAccount)}
        </Link>
        {error !== null && <ErrorNote error={error} />}
        <Button icon={<Icon name="leave" />} busy={busy} onClick={signOut}>
          {t(frame.signOut)}
        </Button>
      </div>
    </>
  )
}
