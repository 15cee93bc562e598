import type { ReactNode } from 'react'
import styles from './facts.module.css'

/** One of the questions a place answers. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}
