import { decodeLayer, doubleArea } from '@trygghetskartan/tiles/testing'

export interface Difference {
  features: number
  /** In one tile and not in the other. */
  unmatched: number
  /** With other attributes, or (points) another place. */
  unequal: number
  /** Polygons whose area differs, and the largest such difference in square units. */
  areas: number
  largestArea: number
}

/** Compares two tiles feature by feature, by id. */
export function compareTiles(ours: Uint8Array, theirs: Uint8Array, into: Difference): void {
  const byId = new Map(decodeLayer(ours, 'layer').map((feature) => [feature.properties.id, feature]))
  for (const feature of decodeLayer(theirs, 'layer')) {
    into.features++
    const mine = byId.get(feature.properties.id)
    byId.delete(feature.properties.id)
    if (!mine) {
      into.unmatched++
      continue
    }
    const samePlace = feature.type !== 1 || JSON.stringify(mine.geometry) === JSON.stringify(feature.geometry)
    if (!samePlace || JSON.stringify(mine.properties) !== JSON.stringify(feature.properties)) into.unequal++
    if (feature.type !== 3) continue
    const off = Math.abs(doubleArea(mine.geometry) - doubleArea(feature.geometry)) / 2
    if (off > 0) into.areas++
    into.largestArea = Math.max(into.largestArea, off)
  }
  into.unmatched += byId.size
}
