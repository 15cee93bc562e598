import { Link } from '@tanstack/react-router'
import type { Me } from '@trygghetskartan/api/contract'
import { useId } from 'react'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { useSignOut } from '../use-sign-out.ts'
import styles from './top-bar.module.css'

/** Who is signed in, and the way out. */
export function OwnMenu({ account }: { readonly account: NonNullable<Me['account']> }) {
  const t = useText()
  const id = useId()
  const { config, me } = useSession()
  const { signOut, busy, error } = useSignOut()
  const title = config.demoAccounts.find((one) => one.name === account.name)?.title
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className={styles.opener}
        aria-label={`${t(frame.account)}: ${account.name}`}
      >
        <Icon name="person" />
        <span className={styles.openerText}>{account.name}</span>
      </button>
      <div id={id} popover="auto" className={styles.menu}>
        <div className={styles.who}>
          <strong>{account.name}</strong>
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
