import type { Segment, TileOptions, Truncation } from '@trygghetskartan/tiles'

/** Features that are cut from a zoom on. */
export interface SegmentGroup {
  readonly minzoom: number
  readonly segments: readonly Segment[]
}

/** One source-layer of a tile as workers hold it: typed arrays over shared memory. */
export interface WorkerSource {
  readonly name: string
  readonly columns: readonly string[]
  readonly groups: readonly SegmentGroup[]
  readonly options: TileOptions
}

/** What one kind of tile is cut from: a layer for one audience, or the basemap. */
export interface WorkerSnapshot {
  readonly key: string
  readonly sources: readonly WorkerSource[]
}

export interface TileJob {
  readonly job: number
  readonly key: string
  readonly z: number
  readonly x: number
  readonly y: number
}

export type ToWorker =
  | { readonly kind: 'snapshot'; readonly snapshot: WorkerSnapshot }
  | ({ readonly kind: 'tile' } & TileJob)

/** A tile ready to be sent. */
export interface FinishedTile {
  /** gzip; empty where the tile is. */
  readonly gzip: Uint8Array
  /** Bytes before compression. */
  readonly size: number
  /** Hash of the content, for ETags. */
  readonly hash: string
  readonly features: number
  readonly truncated: readonly Truncation[]
}

export type FromWorker =
  | { readonly job: number; readonly tile: FinishedTile }
  | { readonly job: number; readonly error: string }
