import { type ReactNode, useEffect } from 'react'
import { PlainFrame } from '../frame/plain-frame.tsx'
import { around as words } from '../messages/around.ts'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import styles from './around.module.css'
import { SiteLinks } from './site-links.tsx'

interface AroundPageProps {
  readonly title: string
  readonly lead: string
  readonly printed?: boolean
  readonly children: () => ReactNode
}

/** A page beside the map, for anybody: what it is about, its parts, and the way to the others. */
export function AroundPage({ title, lead, printed = true, children }: AroundPageProps) {
  const t = useText()
  useEffect(() => {
    document.title = `${title} · ${t(frame.name)}`
  }, [title, t])
  return (
    <PlainFrame>
      {() => (
        <main id="content" tabIndex={-1} className={styles.page}>
          <div className={styles.inner}>
            <header className={styles.head}>
              <div>
                <h2>{title}</h2>
                <p>{lead}</p>
              </div>
              {printed && (
                <div className={styles.actions}>
                  <Button size="s" onClick={() => print()}>
                    {t(words.print)}
                  </Button>
                </div>
              )}
            </header>
            {children()}
            <footer className={styles.foot}>
              <SiteLinks />
            </footer>
          </div>
        </main>
      )}
    </PlainFrame>
  )
}
