import type { Kernel } from './kernels.ts'

/**
 * A bandwidth to begin with, metres for the quartic kernel: 0.9 × min(SD, √(1 / ln 2) × D) × n^-0.2, where SD is the standard
 * distance from the mean centre and D the median one, so that a few far away do not widen it. Silverman's rule (1986, Density
 * Estimation, eq. 3.31) as Esri's Kernel Density has it in two dimensions [2nd]. To whole 10 m, at least 10; null where
 * fewer than two points differ. For the Gaussian divide by √8: its bell is then as wide as the quartic one.
 */
export function suggestedBandwidth(x: Float64Array, y: Float64Array): number | null {
  const n = x.length
  if (n < 2) return null
  let [east, north] = [0, 0]
  for (let i = 0; i < n; i++) {
    east += (x[i]! - x[0]!) / n
    north += (y[i]! - y[0]!) / n
  }
  const away = Float64Array.from(x, (_, i) => Math.hypot(x[i]! - x[0]! - east, y[i]! - y[0]! - north))
  const standard = Math.sqrt(away.reduce((sum, d) => sum + d * d, 0) / n)
  away.sort()
  const middle = (away[Math.floor((n - 1) / 2)]! + away[Math.ceil((n - 1) / 2)]!) / 2
  // Where half of all stand on one place the median says nothing.
  const least = middle > 0 ? Math.min(standard, Math.sqrt(1 / Math.LN2) * middle) : standard
  if (!(standard > 0)) return null
  return Math.max(10, Math.round((0.9 * least * n ** -0.2) / 10) * 10)
}

/** Variance of the quartic kernel along an axis is h² / 8. */
const gaussianPerQuartic = 1 / Math.sqrt(8)

/** The suggested bandwidth for a kernel, no narrower than a square of the picture; a square where nothing can be suggested. */
export const bandwidthFor = (x: Float64Array, y: Float64Array, kernel: Kernel, step: number): number =>
  Math.max(step, (suggestedBandwidth(x, y) ?? step) * (kernel === 'gaussian' ? gaussianPerQuartic : 1))
