const toDegrees = 180 / Math.PI
const parts = 1024

/** Arc tangents of 0, 1/1024, …, 1. */
const known = Float64Array.from({ length: parts + 1 }, (_, i) => Math.atan(i / parts))

/**
 * Math.atan2(y, x) in degrees, to the last digits but a few times faster: from the nearest tabled arc tangent the rest is
 * atan((v - w) / (1 + v w)), so small that two terms of its series give it.
 */
export function angleDegrees(y: number, x: number): number {
  const up = Math.abs(y)
  const out = Math.abs(x)
  const steep = up > out
  const most = steep ? up : out
  if (most === 0) return 0
  const v = (steep ? out : up) / most
  const at = (v * parts + 0.5) | 0
  const w = at / parts
  const rest = (v - w) / (1 + v * w)
  let angle = known[at]! + rest * (1 - (rest * rest) / 3)
  if (steep) angle = Math.PI / 2 - angle
  if (x < 0) angle = Math.PI - angle
  return (y < 0 ? -angle : angle) * toDegrees
}
