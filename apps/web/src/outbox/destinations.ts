import type { Entry, EntryKind } from './entry.ts'

interface Destination {
  readonly path: (id: string) => string
  /** What the server gets at that moment. */
  readonly body: (content: unknown, now: number) => unknown
}

/** Where each kind of entry goes: PUT with the id made here, DELETE to take it back. */
const destinations: Readonly<Record<EntryKind, Destination>> = {
  observation: {
    path: (id) => `/api/observations/${id}`,
    body: (content, now) => ({ ...(content as object), sentAt: new Date(now).toISOString() }),
  },
}

export interface EntryRequest {
  readonly method: 'PUT' | 'DELETE'
  readonly path: string
  readonly body?: unknown
}

/** The request an entry waits to make. */
export function requestOf({ id, kind, content, withdrawing }: Entry, now: number): EntryRequest {
  const { path, body } = destinations[kind]
  return withdrawing
    ? { method: 'DELETE', path: path(id) }
    : { method: 'PUT', path: path(id), body: body(content, now) }
}
