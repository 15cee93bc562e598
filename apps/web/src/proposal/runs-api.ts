import type { NewSitingRun, SitingRunAnswer, SitingRunInfo } from '@trygghetskartan/api/contract-siting'
import type { ProposalInputs, ProposalResult } from '@trygghetskartan/siting'
import { call } from '../api.ts'

const of = (id: string) => `/api/siting/runs/${encodeURIComponent(id)}`

/** A saved proposal, whole. */
export interface SavedProposal extends SitingRunAnswer {
  readonly inputs: ProposalInputs
  readonly result: ProposalResult
}

/** Saved results, and the photometric files they are reckoned with. */
export const runsApi = {
  proposals: (signal?: AbortSignal) =>
    call<SitingRunInfo[]>('GET', '/api/siting/runs?kind=proposal', { signal }),
  run: (id: string, signal?: AbortSignal) => call<SavedProposal>('GET', of(id), { signal }),
  save: (run: NewSitingRun) => call<SitingRunInfo>('POST', '/api/siting/runs', { body: run }),
  remove: (id: string) => call<void>('DELETE', of(id)),
}
