import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Failure } from '../frame/error-boundary.tsx'
import { targetOf } from '../frame/faces.ts'
import pages from '../frame/pages.module.css'
import { Splash } from '../frame/splash.tsx'
import { sessionChannel } from '../guard/session-channel.ts'
import { signIn as words } from '../messages/sign-in.ts'
import { useText } from '../messages/text.ts'
import { asked } from '../session.ts'
import { Waiting } from './waiting.tsx'

/** /inloggad?till=/planera: back from the provider. In a tab of its own it tells the page that waits, and closes. */
export function ArrivedPage() {
  const t = useText()
  const { till, flik }: { till?: string; flik?: string } = useSearch({ strict: false })
  const { data: me, error, refetch } = useQuery(asked.me)
  const hasRole = me?.account && me.audience !== 'public'

  useEffect(() => {
    if (!flik || !me?.account) return
    const channel = sessionChannel()
    channel.postMessage('signed-in')
    channel.close()
    window.close()
  }, [flik, me])
  useEffect(() => {
    if (flik || !me) return
    // A whole new page: nothing fetched as the public may be left for the signed in.
    if (!me.account) location.replace('/logga-in')
    else if (hasRole) location.replace(targetOf(me, till))
  }, [flik, me, hasRole, till])

  if (error) return <Failure error={error} onRetry={() => void refetch()} />
  if (me?.account && flik)
    return (
      <main className={pages.page}>
        <div className={pages.card}>
          <h1>{t(words.done)}</h1>
          <p>{t(words.doneHelp)}</p>
        </div>
      </main>
    )
  return me?.account && !hasRole ? <Waiting account={me.account} /> : <Splash />
}
