/** Standard normal deviate of a two-sided interval of 95 per cent. */
const deviate = 1.959963984540054

export interface ShareInterval {
  readonly low: number
  readonly high: number
}

/**
 * Interval of 95 per cent for a share of `n` answers, 0 to 1. Wilson's score interval (Wilson 1927; method 3 of Newcombe 1998,
 * Statistics in Medicine 17:857): it stays within 0 and 1 and holds also near them. Null where there is no answer.
 */
export function shareInterval(share: number, n: number): ShareInterval | null {
  if (!(n > 0) || !(share >= 0 && share <= 1)) return null
  const z2 = deviate * deviate
  const centre = (share + z2 / (2 * n)) / (1 + z2 / n)
  const half = (deviate / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

export interface ShareChange extends ShareInterval {
  /** After minus before. */
  readonly difference: number
  /** The interval holds no change: it can be due to chance. */
  readonly byChance: boolean
}

/**
 * Change of a share between two samples that have nobody in common, with an interval of 95 per cent made of the two score intervals
 * (method 10 of Newcombe 1998, Statistics in Medicine 17:873). Null where either has no answer.
 */
export function shareChange(
  before: { readonly share: number; readonly n: number },
  after: { readonly share: number; readonly n: number },
): ShareChange | null {
  const was = shareInterval(before.share, before.n)
  const is = shareInterval(after.share, after.n)
  if (!was || !is) return null
  const difference = after.share - before.share
  const low = difference - Math.hypot(after.share - is.low, was.high - before.share)
  const high = difference + Math.hypot(is.high - after.share, before.share - was.low)
  return { difference, low, high, byChance: low <= 0 && high >= 0 }
}
