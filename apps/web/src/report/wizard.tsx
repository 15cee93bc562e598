import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { report as words } from '../messages/report.ts'
import { useWords } from '../messages/wording.ts'
import { Icon } from '../ui/icon.tsx'
import styles from './wizard.module.css'

interface WizardProps {
  /** Names the step: with another, the heading is read and the page begins at its top. */
  readonly name: string
  readonly title: string
  /** Which it is of how many; absent where it is not counted. */
  readonly nth?: { readonly at: number; readonly of: number } | undefined
  /** What keeps one from going on. */
  readonly refused: string | null
  /** Above the foot, beside what is refused. */
  readonly notes?: ReactNode
  readonly foot: ReactNode
  readonly onNext: () => void
  readonly children: ReactNode
}

/** One step: its heading, what is to be filled in, and the way on, always within reach of a thumb. */
export function Wizard({ name, title, nth, refused, notes, foot, onNext, children }: WizardProps) {
  const t = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const shown = useRef(name)
  useLayoutEffect(() => {
    // Not when the page has just been opened: there one begins at its beginning.
    if (shown.current === name) return
    shown.current = name
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('main')?.scrollTo({ top: 0 })
  }, [name])
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onNext()
      }}
    >
      <main id="content" tabIndex={-1} className={styles.main}>
        <div className={styles.column}>
          <header className={styles.head}>
            <h1 className="sr-only">{t(words.title)}</h1>
            {nth && (
              <p className={styles.nth}>
                {t(words.stepOf(nth.at, nth.of))}
                <progress value={nth.at} max={nth.of} aria-label={t(words.progress)} />
              </p>
            )}
            <h2 ref={heading} tabIndex={-1}>
              {title}
            </h2>
          </header>
          {children}
        </div>
      </main>
      <footer className={styles.foot}>
        {notes}
        {refused && (
          <p role="alert" className={styles.refused}>
            <Icon name="warning" size={16} />
            {refused}
          </p>
        )}
        <div className={styles.ways}>{foot}</div>
      </footer>
    </form>
  )
}
