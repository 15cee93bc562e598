import { Link, useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { isPublished } from '../published/publication.ts'
import { useSession } from '../session.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './top-bar.module.css'

/** Fetched only where somebody is signed in. */
const OwnMenu = lazy(() => import('./own-menu.tsx').then(({ OwnMenu }) => ({ default: OwnMenu })))

/** Who is signed in, and the way out; or the way in. */
export function AccountMenu() {
  const t = useText()
  const till = useLocation({ select: ({ pathname }) => pathname })
  const { me } = useSession()
  // Files have nobody who could sign in.
  if (isPublished) return null
  if (me.account)
    return (
      <Suspense
        fallback={
          <span className={styles.opener}>
            <Icon name="person" />
            <span className={styles.openerText}>{me.account.name}</span>
          </span>
        }
      >
        <OwnMenu account={me.account} />
      </Suspense>
    )
  return (
    <Link to="/logga-in" search={{ till }} className={styles.opener}>
      <Icon name="person" />
      <span className={styles.openerText} aria-hidden="true">
        {t(frame.signIn)}
      </span>
      <span className="sr-only">{t(frame.signIn)}</span>
    </Link>
  )
}
