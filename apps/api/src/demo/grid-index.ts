import type { Point } from './frame.ts'

/** Metres a cell is wide. */
const cell = 60

/** Finds the things whose box, grown by `margin` metres, may hold a point. */
export function gridIndex<T>(
  things: readonly T[],
  pointsOf: (thing: T) => readonly Point[],
  margin = 0,
): (at: Point) => readonly T[] {
  const cells = new Map<string, T[]>()
  const at = (metres: number): number => Math.floor(metres / cell)
  for (const thing of things) {
    const points = pointsOf(thing)
    const xs = points.map((p) => p[0])
    const ys = points.map((p) => p[1])
    for (let i = at(Math.min(...xs) - margin); i <= at(Math.max(...xs) + margin); i++)
      for (let j = at(Math.min(...ys) - margin); j <= at(Math.max(...ys) + margin); j++) {
        const list = cells.get(`${i},${j}`)
        if (list) list.push(thing)
        else cells.set(`${i},${j}`, [thing])
      }
  }
  return ([x, y]) => cells.get(`${at(x)},${at(y)}`) ?? []
}
