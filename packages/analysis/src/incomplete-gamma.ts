import { logGamma } from './log-gamma.ts'

const tiny = 1e-300

/**
 * P(a, x), the regularised lower incomplete gamma function for a > 0 and x >= 0: the series NIST DLMF 8.11.4 where x < a + 1, else the
 * continued fraction 8.9.2. With a whole, the chance that a Poisson count of mean x is at least a.
 */
export function incompleteGamma(a: number, x: number): number {
  if (x <= 0) return 0
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x < a + 1) {
    let term = 1 / a
    let sum = term
    for (let n = 1; term > 1e-17 * sum; n++) {
      term *= x / (a + n)
      sum += term
    }
    return front * sum
  }
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let fraction = d
  for (let n = 1; n < 100_000; n++) {
    const step = n * (a - n)
    b += 2
    d = 1 / (step * d + b || tiny)
    c = b + step / c || tiny
    fraction *= d * c
    if (Math.abs(d * c - 1) < 1e-15) break
  }
  return 1 - front * fraction
}

/** The x at which P(a, x) is `share`. */
export function gammaQuantile(share: number, a: number): number {
  let low = 0
  let high = a + 10 * Math.sqrt(a) + 30
  for (let step = 0; step < 100 && high - low > 1e-13 * high; step++) {
    const middle = (low + high) / 2
    if (incompleteGamma(a, middle) < share) low = middle
    else high = middle
  }
  return (low + high) / 2
}
