import { type ReactNode, useEffect } from 'react'
import { PlainFrame } from '../../frame/plain-frame.tsx'
import { Refused } from '../../frame/refused.tsx'
import { frame } from '../../messages/frame.ts'
import { keep as words } from '../../messages/promises-keep.ts'
import { useText } from '../../messages/text.ts'
import { useSession } from '../../session.ts'
import styles from '../promises.module.css'

/** The frame of a page where promises are kept: those who do get in, others are shown the way. */
export function KeepFrame({ children }: { readonly children: ReactNode }) {
  return <PlainFrame>{() => <Admitted>{children}</Admitted>}</PlainFrame>
}

function Admitted({ children }: { readonly children: ReactNode }) {
  const t = useText()
  const { me } = useSession()
  const may = me.audience === 'planner' || me.audience === 'police' || me.audience === 'admin'
  return may ? children : <Refused words={t(words.refused)} />
}

interface KeepMainProps {
  readonly title: string
  readonly over?: ReactNode
  readonly lead?: string
  /** Beside the title. */
  readonly actions?: ReactNode
  readonly children?: ReactNode
}

/** Such a page: a title, what one may do, and what is on it. */
export function KeepMain({ title, over, lead, actions, children }: KeepMainProps) {
  const t = useText()
  useEffect(() => {
    document.title = `${title} · ${t(frame.name)}`
  }, [title, t])
  return (
    <main id="content" tabIndex={-1} className={styles.page}>
      <div className={styles.inner}>
        <header className={styles.head}>
          <div>
            {over && <p className={styles.over}>{over}</p>}
            <h2>{title}</h2>
            {lead && <p>{lead}</p>}
          </div>
          {actions && <nav className={styles.actions}>{actions}</nav>}
        </header>
        {children}
      </div>
    </main>
  )
}
