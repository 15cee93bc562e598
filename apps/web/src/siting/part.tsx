import type { ReactNode } from 'react'
import styles from './siting-panel.module.css'

/** A headed part of what siting tells. */
export function Part({
  title,
  aside,
  children,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <section className={styles.part}>
      <div className={styles.partHead}>
        <h4>{title}</h4>
        {aside}
      </div>
      {children}
    </section>
  )
}
