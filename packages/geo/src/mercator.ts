/**
 * Web Mercator as tiles use it: the world is the unit square, x grows eastward and y grows southward.
 * Latitudes beyond ±85.0511° (where the square ends) are clamped to its edge.
 */
export const mercatorX = (lon: number): number => lon / 360 + 0.5

export function mercatorY(lat: number): number {
  const sin = Math.sin((lat * Math.PI) / 180)
  const y = 0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI
  return Math.min(1, Math.max(0, y))
}

/** Longitude in degrees of an x in the unit square. */
export const lonOf = (x: number): number => (x - 0.5) * 360

/** Latitude in degrees of a y in the unit square. */
export const latOf = (y: number): number => (Math.atan(Math.sinh((0.5 - y) * 2 * Math.PI)) * 180) / Math.PI
