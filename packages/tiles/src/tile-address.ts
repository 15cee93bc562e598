/** Where a tile lies, and how far beyond its edges it holds features. */
export interface TileFrame {
  readonly z: number
  readonly x: number
  readonly y: number
  /** Units along a tile's side. */
  readonly extent: number
  /** Units beyond the sides that are kept. */
  readonly buffer: number
}

/** West, north, east, south in the unit square, `margin` units beyond the tile's sides. */
export function frameBox(frame: TileFrame, margin: number): readonly [number, number, number, number] {
  const size = 1 / 2 ** frame.z
  const beyond = (margin / frame.extent) * size
  return [
    frame.x * size - beyond,
    frame.y * size - beyond,
    (frame.x + 1) * size + beyond,
    (frame.y + 1) * size + beyond,
  ]
}

export interface TileSpan {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/**
 * Tiles of zoom z whose box, `margin` tile widths beyond its sides, touches a box of the unit square: exactly the tiles
 * whose contents can change when a feature with that box does.
 */
export function tilesHolding(box: ArrayLike<number>, z: number, margin: number): TileSpan {
  const tiles = 2 ** z
  const clamp = (tile: number) => Math.min(tiles - 1, Math.max(0, tile))
  return {
    minX: clamp(Math.ceil(box[0]! * tiles - margin) - 1),
    minY: clamp(Math.ceil(box[1]! * tiles - margin) - 1),
    maxX: clamp(Math.floor(box[2]! * tiles + margin)),
    maxY: clamp(Math.floor(box[3]! * tiles + margin)),
  }
}
