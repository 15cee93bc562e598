export {
  type EncodedTile,
  encodeTile,
  type TileSource,
  type Truncation,
  truncatedLayer,
} from './encode-tile.ts'
export { findById } from './id-table.ts'
export type { Segment } from './segment.ts'
export { createSegmentBuilder, type SegmentBuilder } from './segment-builder.ts'
export { type TileSpan, tilesHolding } from './tile-address.ts'
export { defaultBuffer, defaultExtent, reachOf, type TileOptions } from './tile-options.ts'
export { createTileStore, type RowNow, type StoreChange, sameContent, type TileStore } from './tile-store.ts'
export type { TileValue } from './tile-value.ts'
export type { WkbProblem } from './wkb.ts'
