/** How a layer's tiles are cut. */
export interface TileOptions {
  /** Units along a tile's side; 4096 where not given. */
  readonly extent?: number
  /** Units beyond the sides; 64 where not given. */
  readonly buffer?: number
  /** Features a layer may have in one tile. Above it every nth point, or the largest lines and areas, are kept. */
  readonly maxFeatures?: number
  /** Bytes a layer may have in one tile, not compressed. */
  readonly maxBytes?: number
  /** Below this zoom single points are gathered in a grid and carry `point_count`. */
  readonly clusterBelow?: number
  /** Below this zoom lines and areas whose box is under `dropSize` units on both sides are left out. */
  readonly dropBelow?: number
  readonly dropSize?: number
  /** Below `dropBelow` also units by which lines and areas are simplified; 0 where not given. */
  readonly tolerance?: number
}

export const defaultExtent = 4096
export const defaultBuffer = 64

/** Side of a cluster's cell, in units of a tile of 4096: 16 cells along a tile's side. */
export const clusterCell = 256

/** How far beyond a tile's sides its contents reach at a zoom, in units. */
export const reachOf = (options: TileOptions, z: number): number =>
  z < (options.clusterBelow ?? 0)
    ? Math.max(clusterCell, options.buffer ?? defaultBuffer)
    : (options.buffer ?? defaultBuffer)
