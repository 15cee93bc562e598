import { degreesOf } from './lamp-row.ts'
import type { Town } from './town.ts'

/** Metres within which a lamp is taken to light a street. A choice of this project. */
const within = 20
/** A lamp so near the middle of a street lights alike both ways. */
const overStreet = 1

/** Where a lamp of unknown direction looks: towards the nearest street or path, degrees clockwise from north; null where none is near. */
export const towardsStreet =
  (town: Town) =>
  (x: number, y: number): number | null => {
    let nearest = within
    let direction: number | null = null
    for (const i of town.grids.streets.touching([x - within, y - within, x + within, y + within])) {
      const { line, covered } = town.streets[i]!
      if (covered) continue
      for (let k = 1; k < line.length; k++) {
        const [u, v] = nearestOn(line[k - 1]!, line[k]!, x, y)
        const away = Math.hypot(u - x, v - y)
        if (away >= nearest) continue
        nearest = away
        direction = away < overStreet ? null : degreesOf(u - x, v - y)
      }
    }
    return direction
  }

/** The place on a straight piece that is nearest to (x, y). */
export function nearestOn(
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  x: number,
  y: number,
): [number, number] {
  const ex = bx - ax
  const ey = by - ay
  const square = ex * ex + ey * ey
  const along = square > 0 ? Math.max(0, Math.min(1, ((x - ax) * ex + (y - ay) * ey) / square)) : 0
  return [ax + along * ex, ay + along * ey]
}
