import type { NewReport, ReportProof } from '@trygghetskartan/api/contract-reports'
import type { Entry, EntryKind } from './entry.ts'

/** What an entry of the kind `report` holds, until it has arrived. */
export interface ReportContent {
  readonly report: Omit<NewReport, 'proof'>
  /** JPEG, as it is to be sent. */
  readonly photo: Blob | null
  /** What it was made of, to be put right where the server refuses it. */
  readonly draft: unknown
}

/** What an entry of the kind `support` holds: a public place that somebody else finds unsafe too. */
export interface SupportContent {
  readonly place: string
}

interface FileRequest {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly file: Blob
}

interface Destination<Content> {
  readonly path: (id: string, content: Content) => string
  /** What the server gets at that moment. */
  readonly body: (content: Content, now: number, proof: ReportProof | null) => unknown
  /** Comes from nobody the server knows, but with work done for it; nothing of it stays on the device once it has arrived. */
  readonly nameless?: true
  /** What goes after it. */
  readonly file?: (id: string, content: Content) => FileRequest | null
}

const observation: Destination<object> = {
  path: (id) => `/api/observations/${id}`,
  body: (content, now) => ({ ...content, sentAt: new Date(now).toISOString() }),
}

const report: Destination<ReportContent> = {
  path: (id) => `/api/reports/${id}`,
  body: ({ report }, _now, proof) => ({ ...report, proof }),
  nameless: true,
  file: (id, { report, photo }) =>
    photo && { path: `/api/reports/${id}/photo`, headers: { 'x-receipt': report.receipt }, file: photo },
}

const support: Destination<SupportContent> = {
  path: (id, { place }) => `/api/reported-places/${place}/support/${id}`,
  body: (_content, _now, proof) => ({ proof }),
  nameless: true,
}

/** What is seen on a walk. Its photo goes by itself once it has arrived. */
const remark: Destination<object> = {
  path: (id) => `/api/walk-remarks/${id}`,
  body: (content) => ({ ...content, photo: undefined }),
}

/** Where each kind of entry goes: PUT with the id made here, DELETE to take it back. */
const destinations = { observation, remark, report, support } as Readonly<
  Record<EntryKind, Destination<unknown>>
>

export interface EntryRequest {
  readonly method: 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

/** The request an entry waits to make. */
export function requestOf(
  { id, kind, content, withdrawing }: Entry,
  now: number,
  proof: ReportProof | null = null,
): EntryRequest {
  const { path, body } = destinations[kind]
  return withdrawing
    ? { method: 'DELETE', path: path(id, content) }
    : { method: 'PUT', path: path(id, content), body: body(content, now, proof) }
}

export const isNameless = ({ kind }: Pick<Entry, 'kind'>): boolean => destinations[kind].nameless === true

/** The file that follows an entry, if any. */
export const fileOf = ({ id, kind, content }: Entry): FileRequest | null =>
  destinations[kind].file?.(id, content) ?? null
