import type { ReactNode } from 'react'
import styles from './blocks.module.css'

/** A table wider than a phone: it scrolls by itself, by keyboard too. */
export function Scrolled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields are gathered, and two weeks side by side hold as many landmarks of one name
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard
    <div role="group" className={styles.scroll} aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
