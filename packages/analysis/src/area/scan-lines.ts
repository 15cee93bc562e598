import type { StudyArea } from './study-area.ts'

/** Where horizontal lines cross an outline, from west to east: those of line k are x[start[k]] up to x[start[k + 1]]. */
export interface Crossings {
  readonly start: Uint32Array
  readonly x: Float64Array
}

/**
 * The lines y = first + k × step, k = 0 to count - 1. Between the 1st and 2nd, 3rd and 4th … crossing of a line lies the area,
 * holes left out. Edges are half-open in y, so that a corner counts once.
 */
export function crossingsOf(area: StudyArea, first: number, step: number, count: number): Crossings {
  const start = new Uint32Array(count + 1)
  eachCrossing(area, first, step, count, (line) => {
    start[line + 1]!++
  })
  for (let line = 0; line < count; line++) start[line + 1]! += start[line]!
  const x = new Float64Array(start[count]!)
  const next = start.slice()
  eachCrossing(area, first, step, count, (line, at) => {
    x[next[line]!++] = at
  })
  for (let line = 0; line < count; line++) x.subarray(start[line]!, start[line + 1]!).sort()
  return { start, x }
}

function eachCrossing(
  { polygons }: StudyArea,
  first: number,
  step: number,
  count: number,
  visit: (line: number, x: number) => void,
): void {
  for (const rings of polygons)
    for (const ring of rings)
      for (let i = 1; i < ring.length; i++) {
        const [ax, ay] = ring[i - 1]!
        const [bx, by] = ring[i]!
        const low = Math.max(0, Math.floor((Math.min(ay, by) - first) / step) - 1)
        const high = Math.min(count - 1, Math.ceil((Math.max(ay, by) - first) / step) + 1)
        for (let line = low; line <= high; line++) {
          const y = first + line * step
          if (ay > y !== by > y) visit(line, ax + ((y - ay) / (by - ay)) * (bx - ax))
        }
      }
}
