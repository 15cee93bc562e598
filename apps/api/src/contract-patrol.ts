/** The JSON of patrol zones' presence; for the client's eyes: types only. */

export type PresenceKind = 'visible' | 'targeted'

/** POST /api/patrol/presence: the same id twice is one entry. */
export interface NewPresence {
  /** Made by the client, so that an entry sent twice is written once. */
  id: string
  /** The patrol zone. */
  zone: string
  /** Instants: has been, within a year, at most 24 hours apart. */
  from: string
  to: string
  presence: PresenceKind
  officers?: number | null | undefined
  /** No person in it: 1 to 1000 characters. */
  note?: string | null | undefined
}

/** GET /api/patrol/presence?zone=&from=&to=, newest first. */
export interface Presence {
  id: string
  zone: string
  from: string
  to: string
  presence: PresenceKind
  officers: number | null
  note: string | null
  by: string
  /** Whether the caller wrote it. */
  mine: boolean
  at: string
  /** It counts no longer. */
  withdrawn: { at: string; by: string; why: string } | null
}
