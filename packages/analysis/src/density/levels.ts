import type { Density } from '../kernel-density.ts'

/** Ground that is denser than anywhere else and together holds a share of what happened. */
export interface DensityLevel {
  /** Of all incidents. */
  readonly share: number
  /** Incidents per km² from which on ground belongs to it. */
  readonly from: number
  readonly km2: number
  /** Share of the area. */
  readonly area: number
}

/** A tenth, a quarter, half and three quarters of what happened. */
export const densityShares = [0.1, 0.25, 0.5, 0.75] as const

/**
 * The densest ground that holds each of `shares`: highest density regions (Hyndman 1996, The American Statistician 50:120-126). So
 * a class says "a quarter of all this happened on these two hundredths of the area" in place of a number per km².
 */
export function densityLevels(
  { values, inside, step }: Density,
  shares: readonly number[] = densityShares,
): DensityLevel[] {
  const sorted = values.filter((_, k) => inside[k] === 1).sort()
  const whole = sorted.reduce((sum, value) => sum + value, 0)
  const square = (step * step) / 1e6
  return shares.map((share) => {
    let held = 0
    let count = 0
    while (count < sorted.length && held < share * whole) held += sorted[sorted.length - ++count]!
    return {
      share,
      from: count === 0 ? Infinity : sorted[sorted.length - count]!,
      km2: count * square,
      area: sorted.length === 0 ? 0 : count / sorted.length,
    }
  })
}
