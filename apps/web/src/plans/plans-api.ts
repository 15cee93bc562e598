import type { DraftsAnswer, Person, Plan } from '@trygghetskartan/api/contract-identity'
import { call } from '../api.ts'

const of = (id: string) => `/api/plans/${encodeURIComponent(id)}`
const member = (plan: string, account: string) => `${of(plan)}/members/${encodeURIComponent(account)}`

/** What people work on together: plans, their members, and their drafts. */
export const plansApi = {
  plans: (signal?: AbortSignal) => call<Plan[]>('GET', '/api/plans', { signal }),
  create: (title: string) => call<Plan>('POST', '/api/plans', { body: { title } }),
  rename: ({ id, version }: Plan, title: string) =>
    call<Plan>('PATCH', of(id), { body: { title }, headers: { 'if-match': `"${version}"` } }),
  remove: (id: string) => call<void>('DELETE', of(id)),
  people: (signal?: AbortSignal) => call<Person[]>('GET', '/api/people', { signal }),
  setMember: (plan: string, account: string, role: 'owner' | 'member') =>
    call<Plan>('PUT', member(plan, account), { body: { role } }),
  removeMember: (plan: string, account: string) => call<void>('DELETE', member(plan, account)),
  drafts: (signal?: AbortSignal) => call<DraftsAnswer>('GET', '/api/drafts', { signal }),
}
