import type {
  ActionPlan,
  NewEvidence,
  NewLink,
  NewOperation,
  NewProblem,
  NewReading,
  Operation,
  OperationChange,
  ProblemChange,
  ProblemDetail,
  ProblemHistoryEntry,
  ProblemStep,
  ProblemsAnswer,
} from '@trygghetskartan/api/contract-problems'
import { call } from '../api.ts'

const of = (id: string, ...parts: string[]) =>
  ['/api/problems', ...[id, ...parts].map(encodeURIComponent)].join('/')
const operationPath = (id: string) => `/api/operations/${encodeURIComponent(id)}`
const held = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` })

/** Problems, what hangs on them, joint operations and the plan that follows. */
export const problemsApi = {
  list: (signal?: AbortSignal) => call<ProblemsAnswer>('GET', '/api/problems', { signal }),
  read: (id: string, signal?: AbortSignal) => call<ProblemDetail>('GET', of(id), { signal }),
  create: (given: NewProblem) => call<ProblemDetail>('POST', '/api/problems', { body: given }),
  change: (problem: ProblemDetail, change: ProblemChange) =>
    call<ProblemDetail>('PATCH', of(problem.id), { body: change, headers: held(problem) }),
  remove: (problem: ProblemDetail) => call<void>('DELETE', of(problem.id), { headers: held(problem) }),
  step: (problem: ProblemDetail, step: ProblemStep) =>
    call<ProblemDetail>('POST', of(problem.id, 'state'), { body: step, headers: held(problem) }),
  history: (id: string, signal?: AbortSignal) =>
    call<ProblemHistoryEntry[]>('GET', of(id, 'history'), { signal }),
  putReading: (id: string, day: string, reading: NewReading) =>
    call<ProblemDetail>('PUT', of(id, 'readings', day), { body: reading }),
  removeReading: (id: string, day: string) => call<ProblemDetail>('DELETE', of(id, 'readings', day)),
  link: (id: string, measure: string, link: NewLink) =>
    call<ProblemDetail>('PUT', of(id, 'measures', measure), { body: link }),
  unlink: (id: string, measure: string) => call<ProblemDetail>('DELETE', of(id, 'measures', measure)),
  suggestions: (id: string, signal?: AbortSignal) =>
    call<NewEvidence[]>('GET', of(id, 'suggestions'), { signal }),
  addEvidence: (id: string, evidence: NewEvidence) =>
    call<ProblemDetail>('POST', of(id, 'evidence'), { body: evidence }),
  removeEvidence: (id: string) => call<void>('DELETE', `/api/problem-evidence/${encodeURIComponent(id)}`),
  plan: (signal?: AbortSignal) => call<ActionPlan>('GET', '/api/action-plan', { signal }),
  operations: (signal?: AbortSignal) => call<Operation[]>('GET', '/api/operations', { signal }),
  createOperation: (given: NewOperation) => call<Operation>('POST', '/api/operations', { body: given }),
  changeOperation: (operation: Operation, change: OperationChange) =>
    call<Operation>('PATCH', operationPath(operation.id), { body: change, headers: held(operation) }),
  removeOperation: (operation: Operation) =>
    call<void>('DELETE', operationPath(operation.id), { headers: held(operation) }),
}
