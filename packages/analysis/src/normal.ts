/** From here on the continued fraction converges faster than the series. */
const far = 2

/**
 * The chance that a standard normal value lies at least as far from 0 as z, either side: erfc(|z| / √2), to about 13 digits.
 * By the series and the continued fraction of the NIST Digital Library of Mathematical Functions, 7.6.2 and 7.9.3.
 */
export function twoSidedP(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  if (!(x > 0)) return 1
  if (x > 27) return 0
  const bell = Math.exp(-x * x)
  if (x < far) {
    let term = x
    let sum = x
    for (let n = 1; term > 1e-17 * sum; n++) {
      term *= (2 * x * x) / (2 * n + 1)
      sum += term
    }
    return 1 - (2 / Math.sqrt(Math.PI)) * bell * sum
  }
  let fraction = x
  for (let n = 60; n >= 1; n--) fraction = x + n / 2 / fraction
  return bell / (Math.sqrt(Math.PI) * fraction)
}
