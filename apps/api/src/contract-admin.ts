import type { Audience, Text } from '@trygghetskartan/layers'
import type { WorksAs } from './contract-observations.ts'

/** The JSON of the admin face, for the client's eyes: types only. */

export type StaffAudience = Exclude<Audience, 'public'>

/** GET /api/accounts?q=&audience=&limit=&offset= */
export interface AccountsAnswer {
  accounts: AccountInfo[]
  total: number
}

/** GET /api/accounts/{id}; PATCH {audience?, enabled?} (fresh sign-in needed). The last enabled administrator stays: 409. */
export interface AccountInfo {
  id: string
  name: string
  email: string | null
  /** The provider's id, or 'demo'. */
  provider: string
  /** null: known, but has been given no role. */
  audience: StaffAudience | null
  /** Whether the provider's groups or an administrator decided. `audience: 'by-claims'` in PATCH hands it back to the provider. */
  audienceBy: 'claims' | 'admin'
  enabled: boolean
  /** Takes decisions; PATCH {decides}. */
  decides?: boolean
  /** What a reporter works as, which decides who reads what it logs; PATCH {worksAs}. */
  worksAs?: WorksAs | null
  createdAt: string
  lastSeenAt: string | null
  erasedAt: string | null
  openSessions: number
}

/** GET /api/accounts/{id}/extract (admin) and GET /auth/extract (own): everything kept about the account, as JSON to save. POST /api/accounts/{id}/erase: name and address go, what was decided stays under a pseudonym. */
export type AccountExtract = Record<string, unknown>

/** GET /api/tokens; DELETE /api/tokens/{id} revokes. */
export interface TokenInfo {
  id: string
  name: string
  /** First characters of the secret, to tell them apart. */
  hint: string
  audience: StaffAudience | 'public'
  /** null: every layer of the audience. */
  layers: string[] | null
  write: boolean
  createdBy: string
  createdAt: string
  expiresAt: string
  revokedAt: string | null
  lastUsedAt: string | null
  lastUsedAddress: string | null
}

/** POST /api/tokens (fresh sign-in needed). expiresInDays 1 to 730. */
export interface NewToken {
  name: string
  audience: StaffAudience | 'public'
  layers: string[] | null
  write: boolean
  expiresInDays: number
}

/** Its answer: the only time the secret is shown. Sent as `Authorization: Bearer tk_…`. */
export interface MadeToken {
  token: TokenInfo
  secret: string
}

/** GET /api/audit?from=&to=&actor=&action=&kind=&object=&q=&limit=&before={seq}, newest first; GET /api/audit.csv the same filters. */
export interface AuditAnswer {
  entries: AuditEntry[]
  /** Pass as before for the next page; null at the end. */
  next: number | null
}

export interface AuditEntry {
  seq: number
  at: string
  actor: { id: string; name: string; audience: string }
  address: string | null
  action: string
  kind: string
  object: string | null
  before: unknown
  after: unknown
  detail: unknown
  /** Hex. */
  hash: string
}

/** GET /api/audit/verification: recomputes the chain and compares it with the exported heads. */
export interface AuditVerification {
  ok: boolean
  checked: number
  from: number
  head: { seq: number; hash: string; at: string } | null
  heads: number
  problems: {
    seq: number | null
    kind: 'changed' | 'missing' | 'reordered' | 'tail-missing' | 'head-mismatch'
    text: Text
  }[]
}

/** GET /api/retention; POST /api/retention/preview; POST /api/retention/runs (fresh sign-in needed); GET /api/retention/runs */
export interface RetentionClock {
  kind: string
  title: Text
  /** What is kept, why, and what happens then, in words. */
  rule: Text
  /** How long, ISO 8601 duration such as P5Y, and what it counts from. */
  keep: string
  from: Text
  /** Rows there are, and rows whose time is up now. */
  total: number
  due: number
  /** Oldest row's own clock; null where there is none. */
  nextDueAt: string | null
}

export interface RetentionRun {
  id: string
  at: string
  by: string
  dryRun: boolean
  removed: { kind: string; rows: number }[]
}

/** GET /api/jobs */
export interface JobInfo {
  id: string
  title: Text
  everySeconds: number
  lastStartedAt: string | null
  lastEndedAt: string | null
  lastOutcome: 'ok' | 'failed' | null
  lastMessage: string | null
  nextAt: string | null
  running: boolean
}

/** GET /api/health (admin): layers as they are now. */
export interface LayerHealth {
  layer: string
  title: Text
  objects: number
  /** Of the newest change. */
  changedAt: string | null
  /** Whose views show it. */
  audiences: Audience[]
}

/** GET /api/imports: what has been imported, newest first. POST /api/imports?preview=1 reads everything and writes nothing. */
export interface ImportInfo {
  id: string
  at: string
  by: string
  format: string
  layer: string | null
  name: string
  read: number
  written: number
  unchanged: number
  removed: number
  refused: number
  outcome: 'done' | 'refused' | 'failed'
  message: string | null
}
/** GET /api/imports/{id}/rejects.csv: line;id;reason;text of what was refused. */
