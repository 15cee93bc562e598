import type { ReactNode } from 'react'
import styles from './chip.module.css'

interface ChipProps {
  /** A dot or a shape: never colour alone. */
  readonly mark: ReactNode
  /** How it is to be taken; absent where it only says what is. */
  readonly tone?: 'calm' | 'accent' | 'good' | 'warning' | 'danger'
  readonly children: ReactNode
}

/** How something stands, in words beside a mark. */
export function Chip({ mark, tone, children }: ChipProps) {
  return (
    <span className={styles.chip} data-tone={tone}>
      {mark}
      {children}
    </span>
  )
}
