/** ln Γ(x) for x > 0, to about 14 digits: Stirling's series (NIST DLMF 5.11.1) from 12 on, below by Γ(x + 1) = x Γ(x). */
export function logGamma(x: number): number {
  let shift = 0
  let at = x
  while (at < 12) shift += Math.log(at++)
  const square = 1 / (at * at)
  const series =
    (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * (1 / 1680 - square / 1188)))) / at
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - shift
}
