import type { NewPlanComment, PlanComment } from '@trygghetskartan/api/contract-plans'
import { call } from '../api.ts'
import { planPath } from '../plans/plans-api.ts'

const one = (id: string) => `/api/plan-comments/${encodeURIComponent(id)}`

/** What members say of a plan, of places in it, and of its measures. */
export const commentsApi = {
  all: (plan: string, signal?: AbortSignal) =>
    call<PlanComment[]>('GET', planPath(plan, 'comments'), { signal }),
  add: (plan: string, comment: NewPlanComment) =>
    call<PlanComment>('POST', planPath(plan, 'comments'), { body: comment }),
  resolve: (id: string, resolved: boolean) => call<PlanComment>('PATCH', one(id), { body: { resolved } }),
  remove: (id: string) => call<void>('DELETE', one(id)),
}
