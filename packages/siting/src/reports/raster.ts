import type { Corner } from '../scene.ts'

/** Squares of `step` metres over a box of a plane, rows from south to north, each from west to east. */
export interface Raster {
  readonly west: number
  readonly south: number
  readonly step: number
  readonly columns: number
  readonly rows: number
}

/** The squares that cover a box. */
export const rasterOver = (
  [west, south, east, north]: readonly [number, number, number, number],
  step: number,
): Raster => ({
  west,
  south,
  step,
  columns: Math.max(1, Math.ceil((east - west) / step - 1e-9)),
  rows: Math.max(1, Math.ceil((north - south) / step - 1e-9)),
})

/** A ring as corners, or as flat coordinates [east, north, east, north, …]; closed or open. */
export type AnyRing = readonly Corner[] | readonly number[]

/** Calls `visit` with the number of each square whose middle lies in an odd number of the rings. */
export function fillRings(
  { west, south, step, columns, rows }: Raster,
  rings: readonly AnyRing[],
  visit: (square: number) => void,
): void {
  const edges = rings.flatMap(edgesOf)
  let low = Infinity
  let high = -Infinity
  for (const [, ay, , by] of edges) {
    low = Math.min(low, ay, by)
    high = Math.max(high, ay, by)
  }
  const first = Math.max(0, Math.ceil((low - south) / step - 0.5))
  const last = Math.min(rows - 1, Math.floor((high - south) / step - 0.5))
  for (let row = first; row <= last; row++) {
    const y = south + (row + 0.5) * step
    const crossings: number[] = []
    for (const [ax, ay, bx, by] of edges)
      if (ay > y !== by > y) crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax))
    crossings.sort((a, b) => a - b)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.max(0, Math.ceil((crossings[i]! - west) / step - 0.5))
      const to = Math.min(columns - 1, Math.ceil((crossings[i + 1]! - west) / step - 0.5) - 1)
      for (let column = from; column <= to; column++) visit(row * columns + column)
    }
  }
}

type Edge = readonly [number, number, number, number]

function edgesOf(ring: AnyRing): Edge[] {
  const flat = typeof ring[0] === 'number' ? (ring as readonly number[]) : (ring as readonly Corner[]).flat()
  const n = flat.length / 2
  return Array.from({ length: n }, (_, i): Edge => {
    const next = (i + 1) % n
    return [flat[2 * i]!, flat[2 * i + 1]!, flat[2 * next]!, flat[2 * next + 1]!]
  })
}
