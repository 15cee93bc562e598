import type { ReactNode } from 'react'
import styles from './figures.module.css'

export interface Figure {
  readonly title: string
  readonly value: ReactNode
  /** Below it, smaller. */
  readonly note?: string | undefined
  readonly tone?: 'good' | 'warning' | undefined
}

/** The few figures that matter most, side by side. `busy`: newer ones are on their way. */
export function Figures({ figures, busy }: { readonly figures: readonly Figure[]; readonly busy: boolean }) {
  return (
    <dl className={styles.figures} aria-busy={busy || undefined}>
      {figures.map(({ title, value, note, tone }) => (
        <div key={title} className={styles.figure} data-tone={tone}>
          <dt>{title}</dt>
          <dd>
            <strong>{value}</strong>
            {note && <span>{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
