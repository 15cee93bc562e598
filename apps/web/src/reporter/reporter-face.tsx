import { lazy, Suspense, useEffect } from 'react'
import pages from '../frame/pages.module.css'
import { Splash } from '../frame/splash.tsx'
import { common } from '../messages/common.ts'
import { frame } from '../messages/frame.ts'
import { reporter as words } from '../messages/reporter.ts'
import { useText } from '../messages/text.ts'
import { SessionProvider } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { beInstallable } from './be-installable.ts'
import { Field } from './field.tsx'
import { useReporter } from './use-reporter.ts'

const SignIn = lazy(() => import('../sign-in/sign-in.tsx').then(({ SignIn }) => ({ default: SignIn })))
const Waiting = lazy(() => import('../sign-in/waiting.tsx').then(({ Waiting }) => ({ default: Waiting })))

/** /lagg-in: opens without a connection on a phone that has been signed in here once. */
export function ReporterFace() {
  const t = useText()
  const whose = useReporter()
  useEffect(() => {
    document.title = `${t(words.title)} · ${t(frame.name)}`
  }, [t])
  useEffect(beInstallable, [])
  if (whose.state === 'waiting') return <Splash />
  if (whose.state === 'unreachable') return <NeverHere onRetry={whose.retry} />
  if (whose.state === 'ready')
    return (
      <SessionProvider value={{ config: whose.facts.config, me: whose.me, layers: [] }}>
        <Field facts={whose.facts} signedOut={whose.signedOut} onSignedOut={whose.refresh} />
      </SessionProvider>
    )
  const account = whose.state === 'refused' && whose.me.audience === 'public' ? whose.me.account : null
  return (
    <Suspense fallback={<Splash />}>
      {account ? (
        <Waiting account={account} />
      ) : (
        <SignIn target="/lagg-in" words={t(frame.refusedReporter)} />
      )}
    </Suspense>
  )
}

/** The server is out of reach, and this phone knows nobody who logs here. */
function NeverHere({ onRetry }: { readonly onRetry: () => void }) {
  const t = useText()
  return (
    <main className={pages.page}>
      <div className={pages.card}>
        <h1>{t(words.neverHere)}</h1>
        <p>{t(words.neverHereHelp)}</p>
        <div className={pages.actions}>
          <Button kind="primary" onClick={onRetry}>
            {t(common.retry)}
          </Button>
        </div>
      </div>
    </main>
  )
}
