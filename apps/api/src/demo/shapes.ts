import type { Point } from './frame.ts'

/** Plane geometry in metres that the plan is drawn with. */

/** A ring without its closing point, anticlockwise. */
export type Ring = readonly Point[]

export const rectangle = (u0: number, v0: number, u1: number, v1: number): Ring => [
  [u0, v0],
  [u1, v0],
  [u1, v1],
  [u0, v1],
]

/** A line with at most `step` metres between its points, so that it can follow a curve. */
export function densify(line: readonly Point[], step: number, closed = false): Point[] {
  const out: Point[] = []
  const last = closed ? line.length : line.length - 1
  for (let i = 0; i < last; i++) {
    const [a, b] = [line[i]!, line[(i + 1) % line.length]!]
    const parts = Math.max(1, Math.ceil(distance(a, b) / step))
    for (let k = 0; k < parts; k++) out.push(between(a, b, k / parts))
  }
  if (!closed) out.push(line.at(-1)!)
  return out
}

/** A smooth line through the points (centripetal Catmull-Rom), with `parts` pieces between two of them. */
export function smooth(line: readonly Point[], parts: number): Point[] {
  if (line.length < 3) return [...line]
  const out: Point[] = []
  for (let i = 0; i < line.length - 1; i++) {
    const [a, b, c, d] = [
      line[Math.max(0, i - 1)]!,
      line[i]!,
      line[i + 1]!,
      line[Math.min(line.length - 1, i + 2)]!,
    ]
    for (let k = 0; k < parts; k++) out.push(spline(a, b, c, d, k / parts))
  }
  out.push(line.at(-1)!)
  return out
}

/** A smooth closed ring through the points. */
export function smoothRing(ring: Ring, parts: number): Ring {
  const n = ring.length
  return ring.flatMap((b, i) => {
    const [a, c, d] = [ring[(i + n - 1) % n]!, ring[(i + 1) % n]!, ring[(i + 2) % n]!]
    return Array.from({ length: parts }, (_, k) => spline(a, b, c, d, k / parts))
  })
}

function spline(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const at = (p: number, q: number, r: number, s: number): number =>
    0.5 * (2 * q + (r - p) * t + (2 * p - 5 * q + 4 * r - s) * t ** 2 + (3 * q - p - 3 * r + s) * t ** 3)
  return [at(a[0], b[0], c[0], d[0]), at(a[1], b[1], c[1], d[1])]
}

/** The strip of the given width along a line. */
export function ribbon(line: readonly Point[], width: number): Ring {
  const normals = line.map((_, i) => {
    const [a, b] = [line[Math.max(0, i - 1)]!, line[Math.min(line.length - 1, i + 1)]!]
    const length = distance(a, b)
    return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length] as const
  })
  const side = (sign: number): Point[] =>
    line.map(([x, y], i) => [
      x + (sign * width * normals[i]![0]) / 2,
      y + (sign * width * normals[i]![1]) / 2,
    ])
  return [...side(-1), ...side(1).reverse()]
}

/** Points every `step` metres along a line with the direction there (radians anticlockwise from east). */
export function along(
  line: readonly Point[],
  step: number,
  start = step / 2,
): { at: Point; direction: number }[] {
  const out: { at: Point; direction: number }[] = []
  let next = start
  let gone = 0
  for (let i = 0; i < line.length - 1; i++) {
    const [a, b] = [line[i]!, line[i + 1]!]
    const length = distance(a, b)
    for (; next <= gone + length; next += step)
      out.push({ at: between(a, b, (next - gone) / length), direction: Math.atan2(b[1] - a[1], b[0] - a[0]) })
    gone += length
  }
  return out
}

export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1])

export const lengthOf = (line: readonly Point[]): number =>
  line.slice(1).reduce((sum, point, i) => sum + distance(line[i]!, point), 0)

export const between = (a: Point, b: Point, t: number): Point => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
]

export function centreOf(ring: Ring): Point {
  const sum = ring.reduce<Point>(([x, y], p) => [x + p[0], y + p[1]], [0, 0])
  return [sum[0] / ring.length, sum[1] / ring.length]
}

/** The distance from a point to a line. */
export function distanceToLine(point: Point, line: readonly Point[]): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < line.length - 1; i++) {
    const [a, b] = [line[i]!, line[i + 1]!]
    const length = distance(a, b) ** 2
    const t =
      length === 0 ? 0 : ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length
    best = Math.min(best, distance(point, between(a, b, Math.min(1, Math.max(0, t)))))
  }
  return best
}

/** Ray casting; a point on the edge may count either way. */
export function inside([x, y]: Point, ring: Ring): boolean {
  let odd = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [a, b] = [ring[i]!, ring[j]!]
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd
  }
  return odd
}
