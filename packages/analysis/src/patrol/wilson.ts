/** Standard deviations of the normal distribution that hold 95 % of it. */
const z95 = 1.959963984540054

/** A share from 0 to 1 with the 95 % interval about it. */
export interface ShareWithInterval {
  readonly share: number
  readonly low: number
  readonly high: number
}

/**
 * Wilson's score interval for a share of `n` independent trials (E. B. Wilson 1927, JASA 22:209-212): (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) /
 * (1 + z²/n). `n` need not be whole; without any the interval is everything.
 */
export function wilson(share: number, n: number): ShareWithInterval {
  if (!(n > 0)) return { share: 0, low: 0, high: 1 }
  const square = z95 ** 2
  const middle = (share + square / (2 * n)) / (1 + square / n)
  const reach = (z95 / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n ** 2))
  return {
    share,
    low: Math.max(0, Math.min(share, middle - reach)),
    high: Math.min(1, Math.max(share, middle + reach)),
  }
}
