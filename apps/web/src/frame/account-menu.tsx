import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { api } from '../api.ts'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { useFace } from './faces.ts'
import styles from './top-bar.module.css'

/** Who is signed in, and the way out; or the way in. */
export function AccountMenu() {
  const t = useText()
  const id = useId()
  const face = useFace()
  const { config, me } = useSession()
  const [error, setError] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  if (!me.account)
    return (
      <Link to="/logga-in" search={{ till: face.path }} className={styles.opener}>
        <Icon name="person" />
        <span className={styles.openerText}>{t(frame.signIn)}</span>
        <span className="sr-only">{t(frame.signIn)}</span>
      </Link>
    )
  const title = config.demoAccounts.find((one) => one.id === me.account?.id)?.title
  // A whole new page: nothing fetched as one caller may be left for the next.
  const signOut = () => {
    setBusy(true)
    api.signOut().then(
      () => location.assign('/'),
      (reason: unknown) => {
        setBusy(false)
        setError(reason)
      },
    )
  }
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
          {title && <span>{t(title)}</span>}
        </div>
        {error !== null && <ErrorNote error={error} />}
        <Button icon={<Icon name="leave" />} busy={busy} onClick={signOut}>
          {t(frame.signOut)}
        </Button>
      </div>
    </>
  )
}
