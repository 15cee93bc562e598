import type { IncidentMapping, Refusal } from '@trygghetskartan/formats'
import type { Problem } from './contract.ts'
import type { ImportProgress } from './imports/summary.ts'
import type { IncidentSummary } from './incidents/incident-summary.ts'

export type { IncidentMapping, IncidentSummary }

/** The JSON of /api/incidents, for the client's eyes: types only. To the police alone. */

export type IncidentPrecision = 'exact' | 'street' | 'locality' | 'municipality' | 'county'
export type IncidentTimePrecision = 'minute' | 'day' | 'month'

/** GET /api/incidents/kinds: what an incident can be. `group` is one of the eight of police events, each of which is itself a kind. */
export interface IncidentKind {
  code: string
  group: string
  title: { sv: string; en: string }
}

/** A row of the table that GET /api/incidents/columns packs, with its words. */
export interface IncidentItem {
  id: string
  /** As in the packed table: 'incidents', 'police_events', 'observations'. */
  source: string
  kind: string
  /** ISO instants; the same where it is a moment. */
  occurredFrom: string
  occurredTo: string
  timePrecision: IncidentTimePrecision
  position: [number, number]
  precision: IncidentPrecision
  place: string | null
  note: string | null
  /** Of 'incidents'; null of the others. */
  state: 'valid' | 'corrected' | 'withdrawn' | null
}

/**
 * GET /api/incidents?bbox=west,south,east,north&from=&to=&kinds=a,b&sources=a,b&withdrawn=1&limit=&cursor=: the latest first.
 * `from` and `to` are days or instants, half open: what may have happened in between is in.
 */
export interface IncidentsAnswer {
  incidents: IncidentItem[]
  /** What to give as `cursor` for the next page; null at the end. */
  next: string | null
}

/** GET /api/incidents/{id}: of source 'incidents', with what it said before; the version is its ETag. */
export interface Incident extends IncidentItem {
  version: number
  /** The system it comes from, and its number there. */
  system: string
  systemId: string | null
  updatedAt: string
  changes: IncidentCorrection[]
}

export interface IncidentCorrection {
  version: number
  at: string
  by: string
  action: 'corrected' | 'withdrawn' | 'restored'
  reason: string | null
  /** Columns and what they said, of those that were changed. */
  before: Record<string, unknown>
}

/** PATCH /api/incidents/{id} with If-Match: corrects, withdraws or restores, and says why. */
export interface IncidentChange {
  reason: string
  kind?: string
  occurredFrom?: string
  occurredTo?: string
  timePrecision?: IncidentTimePrecision
  position?: [number, number]
  precision?: IncidentPrecision
  place?: string | null
  note?: string | null
  withdrawn?: boolean
}

/**
 * POST /api/incidents/uploads?name= with a CSV table or an Excel workbook as the body: kept an hour for who sent it. 422 where it is no table.
 * DELETE /api/incidents/uploads/{id} lets go of it.
 */
export interface IncidentUpload {
  id: string
  name: string
  bytes: number
  header: string[]
  /** The first rows. */
  sample: { line: number; cells: string[] }[]
  /** Which column seems to say what. */
  guess: IncidentMapping
}

/**
 * POST /api/incidents/uploads/{id}/preview and …/import with an IncidentMapping: lines of JSON, {progress} as it goes, {reject} for each row
 * refused, and last {summary, id} or {problem}. Breaking off cancels: nothing is written. 404 where the file is no longer kept: send it again.
 */
export interface IncidentImportLine {
  progress?: ImportProgress
  reject?: Refusal
  summary?: IncidentSummary
  /** Of the import; null of a preview. */
  id?: string | null
  problem?: Problem
}

/** GET /api/incidents/mappings; PUT and DELETE /api/incidents/mappings/{name} with the mapping itself as the body. */
export interface KeptIncidentMapping {
  name: string
  mapping: IncidentMapping
  version: number
  updatedAt: string
  by: string
}

/** GET /api/incidents/imports, newest first; GET /api/incidents/imports/{id}/rejects.csv tells what was refused. */
export interface IncidentImportInfo {
  id: string
  at: string
  by: string
  name: string
  read: number
  written: number
  unchanged: number
  refused: number
  outcome: 'done' | 'refused' | 'failed'
  message: string | null
}
