import type { PlanShare, PlanShareMade } from '@trygghetskartan/api/contract-plans'
import { call } from '../api.ts'
import { planPath } from '../plans/plans-api.ts'

/** Links to a plan for those who do not sign in. */
export const sharesApi = {
  all: (plan: string, signal?: AbortSignal) => call<PlanShare[]>('GET', planPath(plan, 'shares'), { signal }),
  make: (plan: string, share: { readonly days: number; readonly withCosts: boolean }) =>
    call<PlanShareMade>('POST', planPath(plan, 'shares'), { body: share }),
  revoke: (plan: string, share: string) => call<void>('DELETE', planPath(plan, 'shares', share)),
}
