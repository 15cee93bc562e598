import type { NewPresence, Presence } from '@trygghetskartan/api/contract-patrol'
import { call } from '../api.ts'

const path = '/api/patrol/presence'

/** When the police were in their zones, and what a shift takes along. */
export const patrolApi = {
  presence: (signal?: AbortSignal) => call<Presence[]>('GET', path, { signal }),
  log: (entry: NewPresence) => call<Presence>('POST', path, { body: entry }),
  withdraw: (id: string, why: string) =>
    call<Presence>('POST', `${path}/${encodeURIComponent(id)}/withdraw`, { body: { why } }),
}

export const shiftSheetPath = (date: string, shift: string): string =>
  `/api/patrol/shift-sheet.pdf?${new URLSearchParams({ date, shift })}`
