import { lazy, Suspense } from 'react'
import { useSession } from '../session.ts'
import { Splash } from './splash.tsx'

const SignIn = lazy(() => import('../sign-in/sign-in.tsx').then(({ SignIn }) => ({ default: SignIn })))
const Waiting = lazy(() => import('../sign-in/waiting.tsx').then(({ Waiting }) => ({ default: Waiting })))

/** A face the caller may not enter: the way in, in plain words. */
export function Refused({ words }: { readonly words: string }) {
  const { me } = useSession()
  return (
    <Suspense fallback={<Splash />}>
      {me.account && me.audience === 'public' ? (
        <Waiting account={me.account} />
      ) : (
        <SignIn target={location.pathname + location.search} words={words} />
      )}
    </Suspense>
  )
}
