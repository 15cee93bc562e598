import type { Text } from '@trygghetskartan/layers'
import type { ReportProof } from './contract-reports.ts'

/** What the pages around the map are answered, as JSON. */

/** Metres around a place that can be asked for. */
export type Radius = 200 | 500 | 1000 | 2000

/** A public object near a place, told as the public may know it. */
export interface NearEntry {
  layer: string
  id: string
  /** What kind of thing it is: the layer's title. */
  kind: Text
  /** Its own name, or what it is about where it has none. */
  title: Text
  /** Its status or state; null where the layer has none. */
  state: Text | null
  phase: 'underWay' | 'planned' | 'done' | 'other'
  /** YYYY-MM: when it was last heard of. */
  month: string
  /** Its public dates, YYYY-MM-DD, in order. */
  dates: { title: Text; on: string }[]
  /** What is said of it to the public. */
  texts: string[]
  /** From the place, in tens; null where the whole municipality was asked about. */
  metres: number | null
  /** A point of it, degrees WGS84. */
  point: [number, number]
}

/** GET /api/near?at=lon,lat&radius= */
export interface NearAnswer {
  /** The place that was asked about, to about 100 m. */
  at: [number, number]
  radius: Radius
  /** Newest month first. */
  entries: NearEntry[]
  /** There are more than are told. */
  more: boolean
}

/** GET /api/about: whose map it is, whom to ask, and how long what concerns the public is kept. */
export interface AboutAnswer {
  municipality: string
  /** E-mail address or telephone number; null where none is configured. */
  contact: string | null
  dataProtection: string | null
  /** Sites that may show the map within a page of theirs. */
  embedOrigins: string[]
  clocks: { kind: string; title: Text; rule: Text; keep: string; from: Text }[]
}

/** PUT /api/accessibility/faults/{id}, with work done as for a report. */
export interface NewFault {
  page: string
  what: string
  aid?: string
  proof: ReportProof
}

/** GET /api/accessibility/faults, for administrators: newest first. */
export interface AccessibilityFault {
  id: string
  page: string
  what: string
  aid: string | null
  receivedOn: string
  handledOn: string | null
}
