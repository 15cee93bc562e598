import type { PlaneBox } from '../ground/box-grid.ts'
import { isWithin, type PlaneArea } from '../ground/plane-area.ts'
import type { Corner } from '../scene.ts'

/** Metres to either side of an outline at which it is asked what lies there. */
const aside = 0.05

/**
 * The outlines of areas after others are cut out of them, as walls to look at: what is left of their own outlines, and the
 * cuts' outlines within them. Areas and cuts may overlap and share sides.
 */
export function cutOutlines(areas: readonly PlaneArea[], cuts: readonly PlaneArea[]): Corner[][] {
  const walls: Corner[][] = []
  for (const area of areas) {
    const touching = cuts.filter(({ box }) => meet(box, area.box))
    for (const piece of piecesOf(area, touching)) {
      const inside = sidesOf(piece).find(([x, y]) => isWithin(area, x, y))
      if (!inside || !touching.some((cut) => isWithin(cut, ...inside))) walls.push(piece)
    }
  }
  for (const cut of cuts) {
    const touching = areas.filter(({ box }) => meet(box, cut.box))
    if (touching.length === 0) continue
    const others = cuts.filter((other) => other !== cut && meet(other.box, cut.box))
    for (const piece of piecesOf(cut, [...touching, ...others])) {
      const outside = sidesOf(piece).find(([x, y]) => !isWithin(cut, x, y))
      if (!outside || others.some((other) => isWithin(other, ...outside))) continue
      if (touching.some((area) => isWithin(area, ...outside))) walls.push(piece)
    }
  }
  return walls
}

const meet = (a: PlaneBox, b: PlaneBox): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

type Piece = [Corner, Corner]

/** The two places just aside of a piece's middle. */
function sidesOf([[ax, ay], [bx, by]]: Piece): [number, number][] {
  const length = Math.hypot(bx - ax, by - ay)
  const nx = (-(by - ay) / length) * aside
  const ny = ((bx - ax) / length) * aside
  const x = (ax + bx) / 2
  const y = (ay + by) / 2
  return [
    [x + nx, y + ny],
    [x - nx, y - ny],
  ]
}

/** An area's outline, cut wherever it crosses or touches the outlines of others. */
function piecesOf({ rings }: PlaneArea, others: readonly PlaneArea[]): Piece[] {
  const edges = others.flatMap((other) => other.rings.flatMap(edgesOf))
  return rings.flatMap(edgesOf).flatMap(([a, b]) => {
    const stops = [0, 1]
    for (const [c, d] of edges) stops.push(...meetings(a, b, c, d))
    stops.sort((s, e) => s - e)
    const at = (share: number): Corner => [a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])]
    const pieces: Piece[] = []
    for (let i = 1; i < stops.length; i++)
      if (stops[i]! - stops[i - 1]! > 1e-9) pieces.push([at(stops[i - 1]!), at(stops[i]!)])
    return pieces
  })
}

const edgesOf = (ring: readonly Corner[]): Piece[] =>
  ring
    .slice(1)
    .map((corner, i): Piece => [ring[i]!, corner])
    .filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1])

/** Where on a–b the piece c–d meets it, as shares of a–b: one crossing, or the ends of what they share. */
function meetings(a: Corner, b: Corner, c: Corner, d: Corner): number[] {
  if (
    Math.max(a[0], b[0]) < Math.min(c[0], d[0]) ||
    Math.max(c[0], d[0]) < Math.min(a[0], b[0]) ||
    Math.max(a[1], b[1]) < Math.min(c[1], d[1]) ||
    Math.max(c[1], d[1]) < Math.min(a[1], b[1])
  )
    return []
  const ex = b[0] - a[0]
  const ey = b[1] - a[1]
  const fx = d[0] - c[0]
  const fy = d[1] - c[1]
  const cross = ex * fy - ey * fx
  const length = ex * ex + ey * ey
  const share = (x: number, y: number) => ((x - a[0]) * ex + (y - a[1]) * ey) / length
  const inside = (s: number) => s > 0 && s < 1
  // Along each other, or nearly so: the ends of the other piece are where something may change.
  if (Math.abs(cross) < 1e-9 * Math.sqrt(length) * Math.hypot(fx, fy))
    return [share(...c), share(...d)].filter(inside)
  const s = ((c[0] - a[0]) * fy - (c[1] - a[1]) * fx) / cross
  const t = ((c[0] - a[0]) * ey - (c[1] - a[1]) * ex) / cross
  return t >= -1e-9 && t <= 1 + 1e-9 ? [s].filter(inside) : []
}
