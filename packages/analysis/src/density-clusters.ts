import { type DensePoints, noise, squaresAbout } from './dense-points.ts'
import { findCores, joinEdges, joinSquares } from './dense-squares.ts'
import { distinctPositions } from './distinct-positions.ts'
import { gather } from './gather.ts'
import { gridOf } from './point-grid.ts'

export interface Density {
  /** Metres within which points are neighbours. */
  readonly distance: number
  /** Days within which they are; null where time counts for nothing. */
  readonly days: number | null
  /** Neighbours, itself among them, that make a point the core of a cluster. */
  readonly least: number
}

/**
 * DBSCAN (Ester, Kriegel, Sander, Xu 1996) and, with days, its form in space and time (Birant and Kut 2007, without their
 * third measure), exactly, by squares so small that their points are all neighbours (Gunawan 2013): a crowd on one place
 * costs no more than a point. Answers the cluster of each point, or -1. Clusters are numbered from the largest, equal
 * ones from west; a point at the edge of several belongs to the one whose core is nearest, so no order of rows matters.
 */
export function densityClusters(
  x: Float64Array,
  y: Float64Array,
  day: Int32Array,
  density: Density,
): Int32Array {
  const { distance, days, least } = density
  const places = distinctPositions(x, y, days === null ? undefined : day)
  // A hair smaller, so that rounding makes no two points of one square too far apart.
  const side = (distance / Math.SQRT2) * (1 - 1e-9)
  const placeX = gather(x, places.first)
  const placeY = gather(y, places.first)
  const placeDay = days === null ? new Float64Array(places.count) : gather(day, places.first)
  const grid = gridOf(
    placeX,
    placeY,
    side,
    placeDay.map((one) => Math.floor(one / ((days ?? 0) + 1))),
  )
  const { order } = grid
  const points: DensePoints = {
    grid,
    x: gather(placeX, order),
    y: gather(placeY, order),
    day: gather(placeDay, order),
    weight: gather(places.points, order),
    reach: distance * distance,
    days: days ?? 0,
    about: squaresAbout(days !== null),
  }
  const cores = findCores(points, least)
  const joined = joinSquares(points, cores)
  const clusterOf = joinEdges(points, cores, joined)
  return numbered(points, clusterOf, places.of)
}

function numbered(
  { grid, x, y, day, weight }: DensePoints,
  clusterOf: Int32Array,
  placeOf: Uint32Array,
): Int32Array {
  const found = new Map<number, { size: number; first: number }>()
  const before = (a: number, b: number) => x[a]! - x[b]! || y[a]! - y[b]! || day[a]! - day[b]!
  clusterOf.forEach((cluster, p) => {
    if (cluster === noise) return
    const one = found.get(cluster) ?? { size: 0, first: p }
    one.size += weight[p]!
    if (before(p, one.first) < 0) one.first = p
    found.set(cluster, one)
  })
  const ranked = [...found].sort(([, a], [, b]) => b.size - a.size || before(a.first, b.first))
  const rank = new Map(ranked.map(([cluster], at) => [cluster, at]))
  const ofPlace = new Int32Array(clusterOf.length)
  grid.order.forEach((place, p) => {
    ofPlace[place] = rank.get(clusterOf[p]!) ?? noise
  })
  return Int32Array.from(placeOf, (place) => ofPlace[place]!)
}
