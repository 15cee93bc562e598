import { type LonLat, localPlane } from '@trygghetskartan/siting'

/** Metres from one place to another near it. */
export function metresBetween(from: LonLat, to: LonLat): number {
  const [x, y] = localPlane(from).toPlane(to)
  return Math.hypot(x, y)
}
