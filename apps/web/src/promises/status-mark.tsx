import type { CommitmentStatus } from '@trygghetskartan/api/contract-commitments'
import { statusWords } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import { Chip } from '../ui/chip.tsx'
import styles from './status-mark.module.css'

/** A shape for each, drawn in a box of 16: to be told apart without colour. */
const shapes: Readonly<Record<CommitmentStatus, string>> = {
  not_begun: 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11z',
  on_way: 'M3 8h9M8.5 4l4 4-4 4',
  at_risk: 'M8 2.5L1.75 13.5h12.5zM8 6.5v3M8 11.5h.01',
  kept: 'M2.5 8.5l3.5 3.5 7.5-8',
  partly_kept: 'M2.5 8.5l3.5 3.5 3-3.25M12 4l1.5-1.5',
  not_kept: 'M3.5 3.5l9 9M12.5 3.5l-9 9',
}

const tones = {
  not_begun: 'calm',
  on_way: 'accent',
  at_risk: 'warning',
  kept: 'good',
  partly_kept: 'good',
  not_kept: 'danger',
} as const satisfies Record<CommitmentStatus, string>

/** How a promise goes, in words beside a shape. */
export function StatusMark({ status }: { readonly status: CommitmentStatus }) {
  const t = useText()
  return (
    <Chip
      tone={tones[status]}
      mark={
        <svg className={styles.shape} width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
          <path d={shapes[status]} />
        </svg>
      }
    >
      {t(statusWords[status])}
    </Chip>
  )
}
