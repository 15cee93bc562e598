export const kernels = ['quartic', 'gaussian'] as const
export type Kernel = (typeof kernels)[number]

/** A Gaussian is followed so many bandwidths out in each direction; 0.013 % of it lies beyond. */
export const gaussianReach = 4

/** Height of a kernel in its middle, per m², of one incident. */
export const peakOf = (kernel: Kernel, bandwidth: number): number =>
  kernel === 'quartic' ? 3 / (Math.PI * bandwidth ** 2) : 1 / (2 * Math.PI * bandwidth ** 2)

/** How far a kernel reaches in metres. */
export const reachOf = (kernel: Kernel, bandwidth: number): number =>
  kernel === 'quartic' ? bandwidth : gaussianReach * bandwidth

/** Weighted points that are spread. */
export interface WeightedPoints {
  readonly length: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly weight: Float64Array
}

/** Squares to spread over: middles at west + (column + 0.5) × step and so on. */
export interface Squares {
  readonly west: number
  readonly south: number
  readonly step: number
  readonly columns: number
  readonly rows: number
}

/**
 * Adds the quartic kernel of each point, w × (1 - d² / h²)² within h, to every square it reaches: exact. The height in the
 * middle is left to be multiplied with.
 */
export function spreadQuartic(
  { length, x, y, weight }: WeightedPoints,
  { west, south, step, columns, rows }: Squares,
  bandwidth: number,
  into: Float64Array,
): void {
  // All in steps.
  const reach = bandwidth / step
  const square = reach * reach
  for (let i = 0; i < length; i++) {
    const px = (x[i]! - west) / step - 0.5
    const py = (y[i]! - south) / step - 0.5
    const w = weight[i]! / (square * square)
    const lastRow = Math.min(rows - 1, Math.floor(py + reach))
    for (let row = Math.max(0, Math.ceil(py - reach)); row <= lastRow; row++) {
      const left = square - (row - py) ** 2
      const half = Math.sqrt(left > 0 ? left : 0)
      const from = Math.max(0, Math.ceil(px - half))
      const to = row * columns + Math.min(columns - 1, Math.floor(px + half))
      let dx = from - px
      for (let k = row * columns + from; k <= to; k++) {
        const u = left - dx * dx
        into[k]! += w * u * u
        dx += 1
      }
    }
  }
}

/** Adds the Gaussian kernel of each point, w × exp(-d² / 2h²) within four bandwidths east or west and north or south. */
export function spreadGaussian(
  { length, x, y, weight }: WeightedPoints,
  { west, south, step, columns, rows }: Squares,
  bandwidth: number,
  into: Float64Array,
): void {
  const reach = (gaussianReach * bandwidth) / step
  const scale = (-0.5 * step * step) / (bandwidth * bandwidth)
  const bell = new Float64Array(Math.ceil(2 * reach) + 2)
  for (let i = 0; i < length; i++) {
    const px = (x[i]! - west) / step - 0.5
    const py = (y[i]! - south) / step - 0.5
    const from = Math.max(0, Math.ceil(px - reach))
    const to = Math.min(columns - 1, Math.floor(px + reach))
    for (let column = from; column <= to; column++) bell[column - from] = Math.exp(scale * (column - px) ** 2)
    const lastRow = Math.min(rows - 1, Math.floor(py + reach))
    for (let row = Math.max(0, Math.ceil(py - reach)); row <= lastRow; row++) {
      const w = weight[i]! * Math.exp(scale * (row - py) ** 2)
      const start = row * columns
      for (let column = from; column <= to; column++) into[start + column]! += w * bell[column - from]!
    }
  }
}
