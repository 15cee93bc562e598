import type { ReactNode } from 'react'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { SessionProvider, useSessionQueries } from '../session.ts'
import { Failure } from './error-boundary.tsx'
import styles from './plain-frame.module.css'
import { Splash } from './splash.tsx'
import { TopBar } from './top-bar.tsx'

/** A page without a map under the same bar: `children` are shown once it is known who asks. */
export function PlainFrame({ children }: { readonly children: () => ReactNode }) {
  const t = useText()
  const { session, error, retry } = useSessionQueries()
  if (!session) return error ? <Failure error={error} onRetry={retry} /> : <Splash />
  return (
    <SessionProvider value={session}>
      <Framed label={t(frame.skipToPanel)}>{children}</Framed>
    </SessionProvider>
  )
}

function Framed({ label, children }: { readonly label: string; readonly children: () => ReactNode }) {
  return (
    <div className={styles.frame}>
      <a className="skip" href="#content">
        {label}
      </a>
      <TopBar />
      {children()}
    </div>
  )
}
