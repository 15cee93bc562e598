import { betaQuantile, incompleteBeta } from './incomplete-beta.ts'
import { gammaQuantile } from './incomplete-gamma.ts'

/** The exact interval for the mean of a Poisson count (Garwood 1936, Biometrika 28:437-442). */
export const poissonInterval = (count: number, alpha: number): readonly [low: number, high: number] => [
  count > 0 ? gammaQuantile(alpha / 2, count) : 0,
  gammaQuantile(1 - alpha / 2, count + 1),
]

export interface RateRatio {
  /** Rate after / rate before; null where nothing was before. */
  readonly ratio: number | null
  readonly low: number
  /** null where it has no end. */
  readonly high: number | null
  /** Two-sided: twice the smaller tail, so that it agrees with the interval. 1 where nothing happened. */
  readonly p: number
}

/**
 * Two Poisson counts compared given their sum, where the count after is binomial (Przyborowski and Wilenski 1940, Biometrika
 * 31:313-323), with the interval of Clopper and Pearson 1934 (Biometrika 26:404-413). `lasting` is `after` / `before` in time.
 * Counts in parts, of incidents that were spread, fall between the whole ones.
 */
export function rateRatio(before: number, after: number, lasting: number, alpha: number): RateRatio {
  if (before + after === 0) return { ratio: null, low: 0, high: null, p: 1 }
  const odds = (share: number) => share / (1 - share) / lasting
  const expected = lasting / (1 + lasting)
  const atLeast = after > 0 ? incompleteBeta(expected, after, before + 1) : 1
  const atMost = before > 0 ? 1 - incompleteBeta(expected, after + 1, before) : 1
  return {
    ratio: before > 0 ? after / before / lasting : null,
    low: after > 0 ? odds(betaQuantile(alpha / 2, after, before + 1)) : 0,
    high: before > 0 ? odds(betaQuantile(1 - alpha / 2, after + 1, before)) : null,
    p: Math.min(1, 2 * Math.min(atLeast, atMost)),
  }
}
