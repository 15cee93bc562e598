import { type ReactNode, useEffect, useRef } from 'react'
import styles from './ask.module.css'

interface FoldProps {
  readonly title: string
  readonly help?: string
  /** Something in it is wrong: it opens. */
  readonly opened?: boolean
  readonly children: ReactNode
}

/** What most leave as it is, folded away. */
export function Fold({ title, help, opened = false, children }: FoldProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    if (opened && details.current) details.current.open = true
  }, [opened])
  return (
    <details ref={details} className={styles.fold}>
      <summary>
        <span>
          <strong>{title}</strong>
          {help && <small>{help}</small>}
        </span>
      </summary>
      <div className={styles.folded}>{children}</div>
    </details>
  )
}
