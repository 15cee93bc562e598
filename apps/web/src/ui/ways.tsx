import type { ReactNode } from 'react'
import styles from './ways.module.css'

/** Ways on from a face, links and buttons, one to a line: to be found by their icons, and out of the way of its work. */
export function Ways({ children }: { readonly children: ReactNode }) {
  return <div className={styles.ways}>{children}</div>
}
