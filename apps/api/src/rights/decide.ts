import type { Caller } from '../auth.ts'
import type { ProblemKind } from '../errors.ts'
import { stepUpMilliseconds } from '../identity/caller.ts'
import type { Condition, Right, Subject } from './right.ts'

export const subjectOf = (caller: Pick<Caller, 'audience' | 'operator'>): Subject =>
  caller.operator ? 'operator' : caller.audience

type Decision =
  | { readonly condition: Condition }
  | {
      readonly refusal: Extract<ProblemKind, 'unauthorized' | 'forbidden' | 'step-up-required'>
    }

const refuse = (refusal: 'unauthorized' | 'forbidden' | 'step-up-required'): Decision => ({ refusal })

/** What a row says to a caller: how far the right goes, or why there is none. */
export function decide(
  right: Right,
  caller: Pick<Caller, 'audience' | 'operator' | 'via' | 'session' | 'token'>,
  now: number,
): Decision {
  const condition = right.allow[subjectOf(caller)]
  const nobody = caller.via === 'nobody'
  if (!condition) return refuse(nobody ? 'unauthorized' : 'forbidden')
  if (nobody && (condition === 'own' || condition === 'member')) return refuse('unauthorized')
  if (caller.token) {
    if (!right.token || right.stepUp) return refuse('forbidden')
    if (right.token === 'write' && !caller.token.write) return refuse('forbidden')
  }
  if (right.stepUp && caller.session && now - caller.session.authenticatedAt > stepUpMilliseconds)
    return refuse('step-up-required')
  return { condition }
}
