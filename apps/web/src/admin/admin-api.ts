import type {
  AccountExtract,
  AccountInfo,
  AccountsAnswer,
  AuditAnswer,
  AuditVerification,
  ImportInfo,
  JobInfo,
  LayerHealth,
  MadeToken,
  NewToken,
  RetentionClock,
  RetentionRun,
  StaffAudience,
  TokenInfo,
} from '@trygghetskartan/api/contract-admin'
import type { SessionInfo } from '@trygghetskartan/api/contract-identity'
import type { WorksAs } from '@trygghetskartan/api/contract-observations'
import { call } from '../api.ts'

export interface AccountChange {
  /** 'by-claims' hands it back to the provider's groups. */
  audience?: StaffAudience | null | 'by-claims'
  enabled?: boolean
  decides?: boolean
  /** What a reporter works as. */
  worksAs?: WorksAs | null
}

type Filters = Readonly<Record<string, string | number | undefined>>

/** `?a=b` of what has a value. */
export function searchOf(filters: Filters): string {
  const said = Object.entries(filters).flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : [[key, String(value)]],
  )
  const text = new URLSearchParams(said).toString()
  return text && `?${text}`
}

const at = encodeURIComponent

/** Every request of the administrators' face. */
export const adminApi = {
  accounts: (filters: Filters, signal?: AbortSignal) =>
    call<AccountsAnswer>('GET', `/api/accounts${searchOf(filters)}`, { signal }),
  account: (id: string, signal?: AbortSignal) =>
    call<AccountInfo>('GET', `/api/accounts/${at(id)}`, { signal }),
  changeAccount: (id: string, change: AccountChange) =>
    call<AccountInfo>('PATCH', `/api/accounts/${at(id)}`, { body: change }),
  accountSessions: (id: string, signal?: AbortSignal) =>
    call<SessionInfo[]>('GET', `/api/accounts/${at(id)}/sessions`, { signal }),
  extract: (id: string) => call<AccountExtract>('GET', `/api/accounts/${at(id)}/extract`),
  erase: (id: string) => call<void>('POST', `/api/accounts/${at(id)}/erase`, { body: {} }),
  sessions: (signal?: AbortSignal) => call<SessionInfo[]>('GET', '/api/sessions', { signal }),
  endSession: (id: string) => call<void>('DELETE', `/api/sessions/${at(id)}`),
  tokens: (signal?: AbortSignal) => call<TokenInfo[]>('GET', '/api/tokens', { signal }),
  makeToken: (token: NewToken) => call<MadeToken>('POST', '/api/tokens', { body: token }),
  revokeToken: (id: string) => call<void>('DELETE', `/api/tokens/${at(id)}`),
  imports: (signal?: AbortSignal) => call<ImportInfo[]>('GET', '/api/imports', { signal }),
  clocks: (signal?: AbortSignal) => call<RetentionClock[]>('GET', '/api/retention', { signal }),
  retentionRuns: (signal?: AbortSignal) => call<RetentionRun[]>('GET', '/api/retention/runs', { signal }),
  previewRetention: () => call<RetentionRun>('POST', '/api/retention/preview', { body: {} }),
  runRetention: () => call<RetentionRun>('POST', '/api/retention/runs', { body: {} }),
  audit: (filters: Filters, signal?: AbortSignal) =>
    call<AuditAnswer>('GET', `/api/audit${searchOf(filters)}`, { signal }),
  verifyAudit: () => call<AuditVerification>('GET', '/api/audit/verification'),
  jobs: (signal?: AbortSignal) => call<JobInfo[]>('GET', '/api/jobs', { signal }),
  runJob: (id: string) => call<JobInfo>('POST', `/api/jobs/${at(id)}/runs`, { body: {} }),
  health: (signal?: AbortSignal) => call<LayerHealth[]>('GET', '/api/health', { signal }),
}
