import { lazy, Suspense } from 'react'
import type { FacePath } from './faces.ts'
import { Splash } from './splash.tsx'

const SignIn = lazy(() => import('../sign-in/sign-in.tsx').then(({ SignIn }) => ({ default: SignIn })))

/** A face the caller may not enter: the way in, in plain words. */
export function Refused({ face, words }: { readonly face: FacePath; readonly words: string }) {
  return (
    <Suspense fallback={<Splash />}>
      <SignIn face={face} words={words} />
    </Suspense>
  )
}
