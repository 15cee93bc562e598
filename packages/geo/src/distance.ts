import type { Position } from './bbox.ts'

/** Mean radius of the earth in metres, the one the coverage results in the literature are computed with. */
export const earthRadius = 6_371_000

/** Great-circle distance in metres between two [lon, lat] positions (haversine on a sphere of 6,371,000 m). */
export function metresBetween(a: Position, b: Position): number {
  const radians = Math.PI / 180
  const half = (degrees: number) => Math.sin((degrees * radians) / 2) ** 2
  const h = half(b[1] - a[1]) + Math.cos(a[1] * radians) * Math.cos(b[1] * radians) * half(b[0] - a[0])
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(h)))
}
