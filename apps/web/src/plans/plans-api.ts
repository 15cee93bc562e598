import type { DraftsAnswer, Person, Plan, PlanChange } from '@trygghetskartan/api/contract-identity'
import type {
  PlanCopied,
  PlanCopy,
  PlanDifference,
  PlanMeasure,
  PlanVersion,
} from '@trygghetskartan/api/contract-plans'
import { call } from '../api.ts'

/** Path of a plan, and of what is of it: `planPath(id, 'measures')`. */
export const planPath = (id: string, ...parts: string[]) =>
  ['/api/plans', ...[id, ...parts].map(encodeURIComponent)].join('/')

/** What people work on together: plans, their members, what is in them, and what they were. */
export const plansApi = {
  plans: (signal?: AbortSignal) => call<Plan[]>('GET', '/api/plans', { signal }),
  create: (title: string) => call<Plan>('POST', '/api/plans', { body: { title } }),
  change: ({ id, version }: Plan, change: PlanChange) =>
    call<Plan>('PATCH', planPath(id), { body: change, headers: { 'if-match': `"${version}"` } }),
  remove: (id: string) => call<void>('DELETE', planPath(id)),
  copy: (id: string, copy: PlanCopy) => call<PlanCopied>('POST', planPath(id, 'copy'), { body: copy }),
  people: (signal?: AbortSignal) => call<Person[]>('GET', '/api/people', { signal }),
  setMember: (plan: string, account: string, role: 'owner' | 'member') =>
    call<Plan>('PUT', planPath(plan, 'members', account), { body: { role } }),
  removeMember: (plan: string, account: string) => call<void>('DELETE', planPath(plan, 'members', account)),
  drafts: (signal?: AbortSignal) => call<DraftsAnswer>('GET', '/api/drafts', { signal }),
  measures: (id: string, signal?: AbortSignal) =>
    call<PlanMeasure[]>('GET', planPath(id, 'measures'), { signal }),
  versions: (id: string, signal?: AbortSignal) =>
    call<PlanVersion[]>('GET', planPath(id, 'versions'), { signal }),
  nameVersion: (id: string, name: string) =>
    call<PlanVersion>('POST', planPath(id, 'versions'), { body: { name } }),
  /** `to` absent: as it is now. */
  difference: (id: string, from: string, to: string | undefined, signal?: AbortSignal) =>
    call<PlanDifference[]>(
      'GET',
      `${planPath(id, 'diff')}?${new URLSearchParams({ from, ...(to && { to }) })}`,
      { signal },
    ),
}
