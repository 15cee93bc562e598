import type { AccountExtract } from '@trygghetskartan/api/contract-admin'
import type { SessionInfo } from '@trygghetskartan/api/contract-identity'
import { call } from '../api.ts'

/** What one may ask about one's own account. */
export const accountApi = {
  sessions: (signal?: AbortSignal) => call<SessionInfo[]>('GET', '/auth/sessions', { signal }),
  endSession: (id: string) => call<void>('DELETE', `/auth/sessions/${encodeURIComponent(id)}`),
  endOthers: () => call<void>('DELETE', '/auth/sessions'),
  extract: () => call<AccountExtract>('GET', '/auth/extract'),
}
