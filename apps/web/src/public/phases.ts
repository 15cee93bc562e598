import type { Text } from '@trygghetskartan/api/contract'
import { open as words } from '../messages/public.ts'

export interface Phase {
  readonly id: string
  readonly title: Text
  readonly statuses: readonly string[]
}

/** A measure's way in the words of those it is done for; statuses that are over or declined are in none. */
export const phases: readonly Phase[] = [
  { id: 'underWay', title: words.underWay, statuses: ['ordered'] },
  { id: 'planned', title: words.planned, statuses: ['decided'] },
  { id: 'done', title: words.done, statuses: ['built', 'in_operation', 'evaluated'] },
  { id: 'prepared', title: words.prepared, statuses: ['idea', 'proposed', 'in_review'] },
]
