import type {
  Agreement,
  Commitment,
  CommitmentChange,
  CommitmentsAnswer,
  NewAgreement,
  NewCommitment,
  NewEvaluation,
  NewStatusLine,
} from '@trygghetskartan/api/contract-commitments'
import { call } from '../api.ts'

const of = (id: string, ...parts: string[]) =>
  ['/api/commitments', ...[id, ...parts].map(encodeURIComponent)].join('/')
const agreementPath = (id: string) => `/api/commitment-agreements/${encodeURIComponent(id)}`
const held = ({ version = 0 }: { version?: number }) => ({ 'if-match': `"${version}"` })
const step = (method: string, part: string) => (promise: Commitment, body?: unknown) =>
  call<Commitment>(method, part ? of(promise.id, part) : of(promise.id), {
    headers: held(promise),
    ...(body !== undefined && { body }),
  })

/** Promises to residents: read by all, written by those who keep them. */
export const promisesApi = {
  list: (year: string, signal?: AbortSignal) =>
    call<CommitmentsAnswer>('GET', `/api/commitments${year && `?${new URLSearchParams({ year })}`}`, {
      signal,
    }),
  read: (id: string, signal?: AbortSignal) => call<Commitment>('GET', of(id), { signal }),
  create: (given: NewCommitment) => call<Commitment>('POST', '/api/commitments', { body: given }),
  change: (promise: Commitment, change: CommitmentChange) => step('PATCH', '')(promise, change),
  remove: (promise: Commitment) => call<void>('DELETE', of(promise.id), { headers: held(promise) }),
  publish: (promise: Commitment) => step('POST', 'publish')(promise),
  say: (promise: Commitment, line: NewStatusLine) => step('POST', 'status')(promise, line),
  evaluate: (promise: Commitment, given: NewEvaluation) => step('PUT', 'evaluation')(promise, given),
  sign: (promise: Commitment, role: string) => step('POST', 'signature')(promise, { role }),
  createAgreement: (given: NewAgreement) =>
    call<Agreement>('POST', '/api/commitment-agreements', { body: given }),
  changeAgreement: (agreement: Agreement, change: Partial<NewAgreement>) =>
    call<Agreement>('PATCH', agreementPath(agreement.id), { body: change, headers: held(agreement) }),
  removeAgreement: (agreement: Agreement) =>
    call<void>('DELETE', agreementPath(agreement.id), { headers: held(agreement) }),
}
