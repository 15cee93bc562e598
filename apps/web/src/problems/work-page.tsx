import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { NotFound } from '../frame/not-found.tsx'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { Refused } from '../frame/refused.tsx'
import { frame } from '../messages/frame.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useLiveProblems } from './use-live-problems.ts'
import { useAddressedFace, useWorkFace } from './work-face.ts'
import styles from './work-page.module.css'

interface WorkPageProps {
  readonly title: string
  readonly lead?: string
  /** Beside the title. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page of problems, plan or operations: the way between them, a title, and what is on it. */
export function WorkPage({ title, lead, actions, children }: WorkPageProps) {
  const t = useText()
  const face = useWorkFace()
  const tabs = [
    ['/$face/problem', words.problems],
    ['/$face/atgardsplan', words.plan],
    ['/$face/insatser', words.operationsTab],
  ] as const
  useEffect(() => {
    document.title = `${title} · ${t(frame.name)}`
  }, [title, t])
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner}>
        <nav className={styles.tabs} aria-label={t(words.parts)}>
          {tabs.map(([to, name]) => (
            <Link key={to} to={to} params={{ face }} className={styles.tab}>
              {t(name)}
            </Link>
          ))}
          <Link to={`/${face}`} className={styles.back}>
            {t(words.toMap)}
          </Link>
        </nav>
        <header className={styles.head}>
          <div>
            <h2>{title}</h2>
            {lead && <p>{lead}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
    </main>
  )
}

/** The frame of such a page: those who work on problems get in, others are shown the way. */
export function WorkFrame({ children }: { readonly children: ReactNode }) {
  const face = useAddressedFace()
  if (!face) return <NotFound />
  return <PlainFrame>{() => <Admitted>{children}</Admitted>}</PlainFrame>
}

function Admitted({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const { me } = useSession()
  const may = me.audience === 'planner' || me.audience === 'police'
  return may ? <Live>{children}</Live> : <Refused words={t(words.refused)} />
}

function Live({ children }: { readonly children: ReactNode }) {
  useLiveProblems()
  return children
}
