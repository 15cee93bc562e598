import type {
  LuminaireAnswer,
  NewSitingRun,
  SitingMeasuresAnswer,
  SitingRunInfo,
} from '@trygghetskartan/api/contract-siting'
import { call } from '../api.ts'

/** What a comparison asks of the server beyond plans and ground. */
export const compareApi = {
  measures: (plan: string, signal?: AbortSignal) =>
    call<SitingMeasuresAnswer>('GET', `/api/siting/measures?${new URLSearchParams({ plan })}`, { signal }),
  luminaire: (id: string, signal?: AbortSignal) =>
    call<LuminaireAnswer>('GET', `/api/luminaires/${encodeURIComponent(id)}`, { signal }),
  save: (run: NewSitingRun) => call<SitingRunInfo>('POST', '/api/siting/runs', { body: run }),
}
