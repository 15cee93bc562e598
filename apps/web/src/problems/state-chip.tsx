import type { Text } from '@trygghetskartan/api/contract'
import { useText } from '../messages/text.ts'
import { Chip } from '../ui/chip.tsx'
import styles from './state-chip.module.css'

/** How far a problem has come, in words beside a mark. */
export function StateChip({ state, title }: { readonly state: string; readonly title: Text | undefined }) {
  const t = useText()
  return (
    <Chip mark={<i className={styles.mark} data-state={state} aria-hidden="true" />}>
      {title ? t(title) : state}
    </Chip>
  )
}
