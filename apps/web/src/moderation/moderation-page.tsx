import { Link, useLocation, useParams } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { Refused } from '../frame/refused.tsx'
import { frame } from '../messages/frame.ts'
import { moderation as words } from '../messages/moderation.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import styles from './moderation-page.module.css'
import { useLiveModeration } from './use-moderation.ts'

interface ModerationPageProps {
  readonly title: string
  readonly lead: string
  readonly actions?: ReactNode
  /** Fills the window on wide screens: its parts scroll, and the page does not. */
  readonly whole?: boolean
  readonly children: ReactNode
}

const tabs = [
  ['/planera/rapporter/{-$report}', words.queue],
  ['/planera/rapporter/svarsmallar', words.templates],
  ['/planera/rapporter/statistik', words.statistics],
] as const

/** A page of the moderation of reports: planners get in, others are shown the way. */
export function ModerationPage(props: ModerationPageProps) {
  return <PlainFrame>{() => <Admitted {...props} />}</PlainFrame>
}

function Admitted(props: ModerationPageProps) {
  const t = useText()
  const { me } = useSession()
  return me.audience === 'planner' ? <Page {...props} /> : <Refused words={t(words.refused)} />
}

function Page({ title, lead, actions, whole = false, children }: ModerationPageProps) {
  const t = useText()
  useLiveModeration()
  const { report } = useParams({ strict: false })
  const path = useLocation({ select: ({ pathname }) => pathname })
  useEffect(() => {
    document.title = `${title} · ${t(frame.name)}`
  }, [title, t])
  return (
    <main
      id="content"
      tabIndex={-1}
      className={styles.page}
      data-whole={whole || undefined}
      data-reading={report ? true : undefined}
    >
      <nav className={styles.tabs} aria-label={t(words.parts)}>
        {tabs.map(([to, name]) => (
          <Link
            key={to}
            to={to}
            params={{ report: undefined }}
            activeOptions={{ exact: true, includeSearch: false }}
            // A report that is open is in the queue too.
            aria-current={name === words.queue && report && path.includes(report) ? 'page' : undefined}
            className={styles.tab}
          >
            {t(name)}
          </Link>
        ))}
        <Link to="/planera" className={styles.back}>
          {t(words.toMap)}
        </Link>
      </nav>
      <header className={styles.head}>
        <div>
          <h2>{title}</h2>
          <p>{lead}</p>
        </div>
        {actions}
      </header>
      {children}
    </main>
  )
}
