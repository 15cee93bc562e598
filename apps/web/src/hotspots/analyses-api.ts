import type { AnalysisAnswer, AnalysisInfo, NewAnalysis } from '@trygghetskartan/api/contract-analyses'
import { call } from '../api.ts'

const of = (id: string) => `/api/analyses/${encodeURIComponent(id)}`

/** Saved analyses. */
export const analysesApi = {
  list: (signal?: AbortSignal) => call<AnalysisInfo[]>('GET', '/api/analyses', { signal }),
  get: (id: string) => call<AnalysisAnswer>('GET', of(id)),
  save: (analysis: NewAnalysis) => call<AnalysisInfo>('POST', '/api/analyses', { body: analysis }),
  change: (id: string, change: { title?: string; shared?: boolean }) =>
    call<AnalysisInfo>('PATCH', of(id), { body: change }),
  remove: (id: string) => call<void>('DELETE', of(id)),
  wholePath: (id: string) => `${of(id)}/export?format=json`,
}
