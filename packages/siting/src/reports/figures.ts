import { multiPolygonOf } from '../coverage-area.ts'
import type { Rings } from '../ground/ground.ts'
import type { LocalPlane, LonLat } from '../local-plane.ts'
import type { Corner } from '../scene.ts'
import type { Band } from '../view-pieces.ts'

/** Rounded, so that a saved figure is the same text wherever it is reckoned again. */
export const rounded = (value: number, decimals = 2): number => {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}

/** A place in degrees to the centimetre. */
export function degreesAt({ toLonLat }: LocalPlane, x: number, y: number): LonLat {
  const [lon, lat] = toLonLat(x, y)
  return [rounded(lon, 7), rounded(lat, 7)]
}

export const bandInDegrees = (band: Band, plane: LocalPlane): Rings[] =>
  multiPolygonOf(band, (x, y) => degreesAt(plane, x, y))

export const polygonsInDegrees = (polygons: readonly Corner[][][], plane: LocalPlane): Rings[] =>
  polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => degreesAt(plane, x, y))))
