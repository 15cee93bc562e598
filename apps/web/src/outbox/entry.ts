import type { Language } from '../url-state.ts'

/** What an entry is: names where it goes (destinations.ts). */
export type EntryKind = 'observation' | 'remark' | 'report' | 'support'

/** Why an entry has not arrived: in words where the server gave them. */
export interface Trouble {
  /** HTTP status; 0: the server was not reached. */
  readonly status: number
  readonly title?: string
  readonly detail?: string
}

/** Something written on this device that the server is to have. It is kept here before anything is sent. */
export interface Entry<Content = unknown> {
  /** UUID made here: however often it is sent, the server keeps it once. */
  readonly id: string
  readonly kind: EntryKind
  /** The account that wrote it and alone may send it; null: anybody may. */
  readonly account: string | null
  readonly language: Language
  /** As it is sent; null once a nameless one has arrived. */
  readonly content: Content
  /** Milliseconds since 1970, as all times here. */
  readonly madeAt: number
  readonly state: 'waiting' | 'sent' | 'failed'
  /** It is to be taken back at the server, which has it or may have it. */
  readonly withdrawing: boolean
  /** How often it has been sent without arriving. */
  readonly attempts: number
  /** Not to be sent before. */
  readonly nextAt: number
  readonly sentAt: number | null
  readonly trouble: Trouble | null
}

/** How the server answered; status 0: it was not reached. */
export interface Answer {
  readonly status: number
  /** Seconds, where it said so. */
  readonly retryAfter?: number
  readonly title?: string
  readonly detail?: string
  /** What of it the server found wrong. */
  readonly fields?: readonly string[]
}
