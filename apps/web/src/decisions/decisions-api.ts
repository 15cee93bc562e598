import type { Decision } from '@trygghetskartan/api/contract-decisions'
import { call } from '../api.ts'

/** What has been decided about a measure. */
export const decisionsApi = {
  decisions: (measure: string, signal?: AbortSignal) =>
    call<Decision[]>('GET', `/api/measures/${encodeURIComponent(measure)}/decisions`, { signal }),
}
