import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Me } from '@trygghetskartan/api/contract'
import { useEffect } from 'react'
import { homeOf } from '../frame/faces.ts'
import pages from '../frame/pages.module.css'
import { frame } from '../messages/frame.ts'
import { signIn as words } from '../messages/sign-in.ts'
import { useText } from '../messages/text.ts'
import { asked } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { useSignOut } from '../use-sign-out.ts'

/** How soon a role that was given is noticed, in milliseconds. */
const lookEvery = 5_000

/** For who is signed in and has been given no role: what happens now. Goes on by itself when the role comes. */
export function Waiting({ account }: { readonly account: NonNullable<Me['account']> }) {
  const t = useText()
  const { signOut, busy, error } = useSignOut()
  const { data: me } = useQuery({ ...asked.me, refetchInterval: lookEvery })
  useEffect(() => {
    if (me?.account && me.audience !== 'public') location.replace(homeOf(me))
  }, [me])
  useEffect(() => {
    document.title = `${t(words.waiting)} · ${t(frame.name)}`
  }, [t])
  return (
    <main className={pages.page}>
      <div className={pages.card}>
        <Icon name="clock" size={36} />
        <h1>{t(words.waiting)}</h1>
        <p>{t(words.waitingWho(account.name))}</p>
        <p>{t(words.waitingHelp)}</p>
        {error !== null && <ErrorNote error={error} />}
        <div className={pages.actions}>
          <Button icon={<Icon name="leave" />} busy={busy} onClick={signOut}>
            {t(frame.signOut)}
          </Button>
        </div>
        <p>
          <Link to="/" search={{}}>
            {t(frame.toMap)}
          </Link>
          {' · '}
          <Link to="/konto">{t(frame.myAccount)}</Link>
        </p>
      </div>
    </main>
  )
}
