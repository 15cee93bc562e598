import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { placeIn } from './area/place-in.ts'
import type { StudyArea } from './area/study-area.ts'
import { bandwidthFor } from './density/bandwidth.ts'
import {
  type Kernel,
  peakOf,
  reachOf,
  type Squares,
  spreadGaussian,
  spreadQuartic,
  type WeightedPoints,
} from './density/kernels.ts'
import { gatherOn, nodesFor, pointsOf, spreadNodes } from './density/nodes.ts'
import { type Raster, rasterOver } from './density/raster.ts'

export interface DensityParameters {
  readonly kernel: Kernel
  /** Metres; null for the suggested one. The Gaussian's is its standard deviation. */
  readonly bandwidth: number | null
  /** Metres across a square of the picture. */
  readonly step: number
  /**
   * Divides each value by the share of the kernel about it that lies in the area (Diggle 1985, Applied Statistics 34:138-147):
   * without it what lies near the outline looks calmer than it is, since nothing is known from beyond.
   */
  readonly edgeCorrection: boolean
}

export interface Density extends Raster {
  /** Metres: as asked for, or suggested. */
  readonly bandwidth: number
  /** Incidents per km² of each square; NaN outside the area. */
  readonly values: Float64Array
  /** Incidents per km² if they were spread evenly. */
  readonly mean: number
  /** The largest value. */
  readonly most: number
  /** Incidents in the area, and the sum of their weights. */
  readonly n: number
  readonly total: number
  readonly outside: number
  /** How far a value may be off for each incident near it, as a share of the kernel's height in its middle. */
  readonly error: number
}

/** How many steps a bandwidth holds at least where points are gathered on nodes first. */
const perBandwidth = { quartic: 24, gaussian: 16 } as const
/** Most nodes that are worth their memory. */
const mostNodes = 8_000_000
const cutShare = { quartic: 0, gaussian: Math.exp(-8) } as const

/**
 * Kernel density of the points within a study area, in incidents per km² (quartic: Silverman 1986, Density Estimation, eq. 4.5).
 * Exact (the Gaussian but for what lies beyond four bandwidths); where that would take long the points are first gathered on
 * nodes a 24th (quartic) or 16th (Gaussian) of the bandwidth apart, and `error` is what that may do. Refuses what
 * `rasterOver` does, a bandwidth that is none or narrower than half a square, and an area that meets no point.
 */
export function kernelDensity(
  points: { readonly x: Float64Array; readonly y: Float64Array; readonly weight: Float64Array },
  area: StudyArea,
  { kernel, bandwidth: asked, step, edgeCorrection }: DensityParameters,
): Density | Refusal {
  const raster = rasterOver(area, step)
  if (isRefusal(raster)) return raster
  const own = within(points, area)
  if (own.length === 0 && points.x.length > 0)
    return refuse(
      'area-misses-incidents',
      `Ingen av de ${points.x.length} händelserna ligger i området.`,
      `None of the ${points.x.length} incidents lies in the area.`,
    )
  const bandwidth = asked ?? bandwidthFor(own.x, own.y, kernel, step)
  if (!(bandwidth >= step / 2 && bandwidth <= 100_000))
    return refuse(
      'bandwidth',
      `Bandbredden måste vara minst halva rutan, ${step / 2} m, och högst 100 km.`,
      `The bandwidth must be at least half a square, ${step / 2} m, and at most 100 km.`,
    )
  const spread = spreadOver(own, raster, kernel, bandwidth)
  const { values } = spread
  let error = spread.error
  const perKm2 = 1e6 * peakOf(kernel, bandwidth)
  if (edgeCorrection) {
    const ground = spreadOver(middlesOf(raster), raster, kernel, bandwidth)
    const whole = wholeSum(kernel, bandwidth / step)
    for (let k = 0; k < values.length; k++) values[k]! *= Math.min(100, whole / ground.values[k]!)
    error += ground.error
  }
  let most = 0
  let squares = 0
  for (let k = 0; k < values.length; k++) {
    if (raster.inside[k] === 0) values[k] = Number.NaN
    else {
      values[k]! *= perKm2
      most = Math.max(most, values[k]!)
      squares++
    }
  }
  const total = own.weight.reduce((sum, weight) => sum + weight, 0)
  return {
    ...raster,
    bandwidth,
    values,
    mean: squares === 0 ? 0 : total / ((squares * step * step) / 1e6),
    most,
    n: own.length,
    total,
    outside: points.x.length - own.length,
    error,
  }
}

/** By the cheaper of two ways: each point by itself, or gathered on nodes. Kernels of height 1. */
function spreadOver(
  points: WeightedPoints,
  squares: Squares,
  kernel: Kernel,
  bandwidth: number,
): { readonly values: Float64Array; readonly error: number } {
  const { columns, rows, step } = squares
  const values = new Float64Array(columns * rows)
  const reached = (2 * reachOf(kernel, bandwidth)) / step
  const each = points.length * Math.min(columns, reached) * Math.min(rows, reached)
  const apart = bandwidth / perBandwidth[kernel]
  const places = nodesFor(squares, apart)
  const nodes = places.columns * places.rows
  const gathered =
    kernel === 'quartic'
      ? Math.min(nodes, 4 * points.length) * reached * reached
      : 128 * columns * (places.rows + rows)
  if (nodes > mostNodes || each <= 2 * nodes + 1.5 * gathered) {
    if (kernel === 'quartic') spreadQuartic(points, squares, bandwidth, values)
    else spreadGaussian(points, squares, bandwidth, values)
    return { values, error: cutShare[kernel] }
  }
  const on = gatherOn(points, places)
  if (kernel === 'quartic') spreadQuartic(pointsOf(on), squares, bandwidth, values)
  else spreadNodes(on, squares, bandwidth, values)
  // Most of |k_xx| + |k_yy| is 8 / h² of the quartic kernel's height (in its middle and at its rim), 2 / h² of the Gaussian's.
  const bend = kernel === 'quartic' ? 8 : 2
  return { values, error: cutShare[kernel] + bend / 8 / perBandwidth[kernel] ** 2 }
}

/** From so many squares on the sum over their middles is the integral, to a millionth. */
const wideEnough = 8

/** Sum of a kernel of height 1 over all squares about the middle of one, `bandwidth` in squares. */
function wholeSum(kernel: Kernel, bandwidth: number): number {
  if (bandwidth >= wideEnough) return 1 / peakOf(kernel, bandwidth)
  const reach = Math.ceil(reachOf(kernel, bandwidth))
  const side = 2 * reach + 1
  const into = new Float64Array(side * side)
  const middle = Float64Array.of(reach + 0.5)
  const spread = kernel === 'quartic' ? spreadQuartic : spreadGaussian
  const squares = { west: 0, south: 0, step: 1, columns: side, rows: side }
  spread({ length: 1, x: middle, y: middle, weight: Float64Array.of(1) }, squares, bandwidth, into)
  return into.reduce((sum, value) => sum + value, 0)
}

function within(
  { x, y, weight }: { x: Float64Array; y: Float64Array; weight: Float64Array },
  area: StudyArea,
): WeightedPoints {
  const isIn = placeIn(area)
  const own = {
    x: new Float64Array(x.length),
    y: new Float64Array(x.length),
    weight: new Float64Array(x.length),
  }
  let length = 0
  for (let i = 0; i < x.length; i++) {
    if (!isIn(x[i]!, y[i]!)) continue
    own.x[length] = x[i]!
    own.y[length] = y[i]!
    own.weight[length++] = weight[i]!
  }
  return {
    length,
    x: own.x.subarray(0, length),
    y: own.y.subarray(0, length),
    weight: own.weight.subarray(0, length),
  }
}

function middlesOf({ west, south, step, columns, inside }: Raster): WeightedPoints {
  const length = inside.reduce((sum, one) => sum + one, 0)
  const x = new Float64Array(length)
  const y = new Float64Array(length)
  let at = 0
  for (let k = 0; k < inside.length; k++) {
    if (inside[k] === 0) continue
    x[at] = west + ((k % columns) + 0.5) * step
    y[at++] = south + (Math.floor(k / columns) + 0.5) * step
  }
  return { length, x, y, weight: new Float64Array(length).fill(1) }
}
