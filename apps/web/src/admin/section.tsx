import type { ReactNode } from 'react'
import styles from './section.module.css'

interface SectionProps {
  readonly title: string
  readonly lead: string
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A section's page: what it is for, what one may do, and what there is. */
export function SectionPage({ title, lead, actions, children }: SectionProps) {
  return (
    <>
      <header className={styles.head}>
        <div>
          <h2>{title}</h2>
          <p>{lead}</p>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </>
  )
}

interface CardProps {
  readonly title?: ReactNode
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** One box on a section's page. */
export function Card({ title, aside, children }: CardProps) {
  return (
    <section className={styles.card}>
      {(title || aside) && (
        <header>
          <h3>{title}</h3>
          {aside}
        </header>
      )}
      {children}
    </section>
  )
}

/** A word with a colour that says how it is. */
export function Chip({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'warning' | 'danger' | 'accent'
  readonly children: ReactNode
}) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {children}
    </span>
  )
}
