import type {
  LuminaireAnswer,
  LuminaireInfo,
  NewSitingRun,
  SitingMeasuresAnswer,
  SitingRunInfo,
} from '@trygghetskartan/api/contract-siting'
import { call } from '../api.ts'

/** What siting asks of the server beside ground and demand. */
export const sitingApi = {
  measuresOf: (plan: string, signal?: AbortSignal) =>
    call<SitingMeasuresAnswer>('GET', `/api/siting/measures?${new URLSearchParams({ plan })}`, { signal }),
  saveRun: (run: NewSitingRun) => call<SitingRunInfo>('POST', '/api/siting/runs', { body: run }),
  luminaires: (signal?: AbortSignal) => call<LuminaireInfo[]>('GET', '/api/luminaires', { signal }),
  luminaire: (id: string, signal?: AbortSignal) =>
    call<LuminaireAnswer>('GET', `/api/luminaires/${encodeURIComponent(id)}`, { signal }),
  addLuminaire: (name: string, text: string) =>
    call<LuminaireInfo>('POST', '/api/luminaires', { body: { name, text } }),
}
