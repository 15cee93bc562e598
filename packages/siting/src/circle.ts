/** Which part of a straight piece lies within the circle about the origin, as parameters 0 to 1; null where none does. */
export function withinCircle(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  radius: number,
): [number, number] | null {
  const most = radius * radius
  if (ax * ax + ay * ay <= most && bx * bx + by * by <= most) return [0, 1]
  const ex = bx - ax
  const ey = by - ay
  const square = ex * ex + ey * ey
  const middle = -(ax * ex + ay * ey) / square
  const nx = ax + middle * ex
  const ny = ay + middle * ey
  const half = (most - nx * nx - ny * ny) / square
  if (!(half > 0)) return null
  const s = Math.max(0, middle - Math.sqrt(half))
  const e = Math.min(1, middle + Math.sqrt(half))
  return s < e ? [s, e] : null
}
