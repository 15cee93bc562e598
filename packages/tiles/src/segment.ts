/** What a feature's geometry is, numbered as MVT numbers it. */
export const geometryType = { point: 1, line: 2, polygon: 3 } as const

/**
 * Many features packed into typed arrays over shared memory: a worker reads them where they lie, nothing is copied.
 * Features stand in Hilbert order of their boxes, so neighbours on the map are neighbours in memory. Never changed once
 * packed, but for `dead`.
 */
export interface Segment {
  readonly count: number
  readonly columns: readonly string[]
  /** Vertices as x, y pairs in the unit square of Web Mercator, y down; rings closed, wound as they came. */
  readonly coordinates: Float64Array
  /** Per part (point, line or ring) its first vertex; one more at the end. Empty where every feature is one point. */
  readonly partStart: Uint32Array
  /** Per part 1 where it is a hole. */
  readonly partHole: Uint8Array
  /** Per feature its first part; one more at the end. */
  readonly featureStart: Uint32Array
  /** Per feature a `geometryType`. */
  readonly types: Uint8Array
  /** Per feature west, north, east, south in the unit square. */
  readonly boxes: Float64Array
  /** Per feature and column a place in the value table; 0 stands for null. */
  readonly codes: Uint32Array
  /** Value messages ready to be copied into a tile; `valueStart[code]` to `valueStart[code + 1]`. */
  readonly valueBytes: Uint8Array
  readonly valueStart: Uint32Array
  /** Boxes of the tree's nodes, leaves first: see `box-tree.ts`. */
  readonly nodes: Float64Array
  readonly levelStart: Uint32Array
  /** Hash table from the first column's value to a feature plus one. */
  readonly idTable: Uint32Array
  /** Per feature 1 where it has been replaced or deleted. */
  readonly dead: Uint8Array
}

/** True where every feature is a single point, so that vertex i belongs to feature i. */
export const isPointSegment = (segment: Segment): boolean => segment.partStart.length === 0

/** The encoded value of a code, seen in place. */
export const valueAt = (segment: Segment, code: number): Uint8Array =>
  segment.valueBytes.subarray(segment.valueStart[code], segment.valueStart[code + 1])
