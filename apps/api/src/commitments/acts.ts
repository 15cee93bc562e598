import type { Audience } from '@trygghetskartan/layers'
import type {
  Activity,
  CommitmentAct,
  CommitmentOwner,
  CommitmentParty,
  CommitmentState,
  NewActivity,
} from '../contract-commitments.ts'

/** Audiences that read drafts, and what of it: the others are told what is published. */
export const worksOnCommitments = (audience: Audience): boolean =>
  audience === 'planner' || audience === 'police' || audience === 'admin'

/** An evaluation is signed from the first of this month of the promise's year, as the database says too. */
const signedFrom = '12-01'

/** What an audience may do with a promise on a day, in the order it is offered. The database holds the same. */
export function actsOn(
  audience: Audience,
  commitment: {
    readonly state: CommitmentState
    readonly owner: CommitmentOwner
    readonly year: number
    readonly evaluated: boolean
    readonly signed: readonly CommitmentParty[]
  },
  today: string,
): CommitmentAct[] {
  const { state, owner, year, evaluated, signed } = commitment
  if (!worksOnCommitments(audience) || state === 'evaluated') return []
  const police = audience === 'police'
  const acts: CommitmentAct[] = []
  if (!police) acts.push('edit')
  if (!police && state === 'draft') acts.push('publish', 'remove')
  if (!police || owner !== 'municipality') acts.push('status')
  if (!police && state === 'published') acts.push('evaluate')
  const party = police ? 'police' : 'municipality'
  if (state === 'published' && evaluated && !signed.includes(party) && today >= `${year}-${signedFrom}`)
    acts.push('sign')
  return acts
}

/** Whether an activity is done, is to be, or should have been. */
export const activityState = (
  { doneOn, dueOn }: Pick<Required<NewActivity>, 'doneOn' | 'dueOn'>,
  today: string,
): Activity['state'] => (doneOn ? 'done' : dueOn && dueOn < today ? 'late' : 'ahead')
