import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { placeIn } from './area/place-in.ts'
import type { StudyArea } from './area/study-area.ts'
import { bandwidthFor } from './density/bandwidth.ts'
import { groundAbout, separableGround } from './density/ground.ts'
import {
  gaussianReach,
  type Kernel,
  peakOf,
  reachOf,
  type Squares,
  spreadGaussian,
  spreadQuartic,
  type WeightedPoints,
} from './density/kernels.ts'
import { gatherOn, nodesFor, spreadNodes } from './density/nodes.ts'
import { type Raster, rasterOver } from './density/raster.ts'
import { spreadWideQuartic } from './density/wide-quartic.ts'

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

/** A bandwidth of more squares than these is drawn as well with larger ones. */
const mostSteps = 250
/** From so many squares on a kernel is cheaper to sum as a polynomial. */
const wideReach = 9
/** How many steps a Gaussian bandwidth holds where points are gathered on nodes first. */
const perBandwidth = 12
/** Most nodes that are worth their memory. */
const mostNodes = 8_000_000
/** Height of the Gaussian where it is cut. */
const cutShare = Math.exp(-(gaussianReach ** 2) / 2)

/**
 * Kernel density of the points within a study area, in incidents per km² (quartic: Silverman 1986, Density Estimation, eq. 4.5).
 * The quartic is exact to some eight digits, the Gaussian but for what lies beyond four bandwidths; where that would take long the
 * Gaussian's points are first gathered on nodes a 12th of the bandwidth apart, and `error` is what that may do. Refuses
 * what `rasterOver` does, a bandwidth narrower than half a square or wider than 250, and an area that meets no point.
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
  if (!(bandwidth >= step / 2 && bandwidth <= mostSteps * step))
    return refuse(
      'bandwidth',
      `Bandbredden måste vara mellan ${step / 2} m (en halv ruta) och ${mostSteps * step} m.`,
      `The bandwidth must be between ${step / 2} m (half a square) and ${mostSteps * step} m.`,
    )
  const { values, error } = spreadOver(own, raster, kernel, bandwidth)
  const perKm2 = 1e6 * peakOf(kernel, bandwidth)
  if (edgeCorrection) {
    const height = heightOf(kernel, bandwidth / step)
    const reach = reachOf(kernel, bandwidth / step)
    const ground =
      kernel === 'quartic'
        ? groundAbout(raster, reach, height)
        : separableGround(raster, reach, (away) => height(away, 0))
    const whole = wholeSum(kernel, bandwidth / step)
    for (let k = 0; k < values.length; k++) if (values[k]! > 0) values[k]! *= whole / ground[k]!
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

/** Kernels of height 1, by the cheaper of two ways. */
function spreadOver(
  points: WeightedPoints,
  squares: Squares,
  kernel: Kernel,
  bandwidth: number,
): { readonly values: Float64Array; readonly error: number } {
  const { columns, rows, step } = squares
  const values = new Float64Array(columns * rows)
  const reach = reachOf(kernel, bandwidth) / step
  if (kernel === 'quartic') {
    const spread = reach < wideReach ? spreadQuartic : spreadWideQuartic
    spread(points, squares, bandwidth, values)
    return { values, error: 0 }
  }
  const places = nodesFor(squares, bandwidth / perBandwidth)
  const nodes = places.columns * places.rows
  const each = points.length * Math.min(columns, 2 * reach) * Math.min(rows, 2 * reach)
  const gathered = 2 * gaussianReach * perBandwidth * columns * (places.rows + rows)
  if (nodes > mostNodes || each <= nodes + gathered) {
    spreadGaussian(points, squares, bandwidth, values)
    return { values, error: cutShare }
  }
  spreadNodes(gatherOn(points, places), squares, bandwidth, values)
  // Most of |k_xx| and of |k_yy| is 1 / h² of the height in the middle.
  return { values, error: cutShare + 2 / 8 / perBandwidth ** 2 }
}

/** A kernel of height 1 by squares east and north of its middle, `bandwidth` in squares. */
const heightOf =
  (kernel: Kernel, bandwidth: number) =>
  (east: number, north: number): number => {
    const u = (east * east + north * north) / (bandwidth * bandwidth)
    return kernel === 'gaussian' ? Math.exp(-u / 2) : u < 1 ? (1 - u) ** 2 : 0
  }

/** From so many squares on the sum over their middles is the integral, to a millionth. */
const wideEnough = 8

/** Sum of a kernel of height 1 over all squares about the middle of one, `bandwidth` in squares. */
function wholeSum(kernel: Kernel, bandwidth: number): number {
  if (bandwidth >= wideEnough) return 1 / peakOf(kernel, bandwidth)
  const reach = Math.floor(reachOf(kernel, bandwidth))
  const height = heightOf(kernel, bandwidth)
  let sum = 0
  for (let east = -reach; east <= reach; east++)
    for (let north = -reach; north <= reach; north++) sum += height(east, north)
  return sum
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
