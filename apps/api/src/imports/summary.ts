import type { Refusal } from '@trygghetskartan/formats'

export const importFormats = ['osm', 'geojson', 'csv', 'polisen', 'survey'] as const
export type ImportFormat = (typeof importFormats)[number]

export interface ImportProgress {
  /** `read`: the file is being read and checked, the database not yet touched. `write`: the one transaction. */
  readonly phase: 'read' | 'write'
  /** Bytes of the file read so far. */
  readonly bytes: number
  /** Objects read, or written in the second phase. */
  readonly objects: number
  /** Objects there are to write, in the second phase. */
  readonly total?: number
}

/** What one import came to. Counts are of objects: OpenStreetMap elements, features, rows or events. */
export interface ImportSummary {
  readonly format: ImportFormat
  readonly name: string
  /** The layer written to; null for the basemap. */
  readonly layer: string | null
  readonly bytes: number
  readonly read: number
  /** Features or rows that are new or changed. */
  readonly written: number
  readonly unchanged: number
  /** Features of an earlier import under the same name that are gone, and of the schematic plan. */
  readonly removed: number
  readonly refused: number
  /** How often each reason came up. */
  readonly reasons: Readonly<Record<string, number>>
  /** The first thousand refused. All of them are told as they come. */
  readonly rejects: readonly Refusal[]
  /** OpenStreetMap only. */
  readonly elements?: {
    readonly nodes: number
    readonly ways: number
    readonly relations: number
    /** Lines cut where the file ends. */
    readonly cut: number
  }
  /** OpenStreetMap only: elements that a theme's rule fits, and features made of them. */
  readonly byTheme?: Readonly<Record<string, { readonly matched: number; readonly kept: number }>>
  /** Police events only: how precisely each is placed. */
  readonly byPrecision?: Readonly<Record<string, number>>
  /** Nothing was kept of it. */
  readonly preview?: boolean
  readonly seconds: number
}
