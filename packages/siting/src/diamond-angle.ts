/**
 * A direction as a number in [0, 4): 0 east, 1 north, 2 west, 3 south; monotone in the angle, and without a trigonometric
 * function. Within a quarter the direction (x, y) with |x| + |y| = 1 is linear in it.
 */
export function diamondAngle(x: number, y: number): number {
  const sum = Math.abs(x) + Math.abs(y)
  if (y >= 0) return x >= 0 ? y / sum : 1 - x / sum
  return x < 0 ? 2 - y / sum : 3 + x / sum
}

/** East part of the direction `t` (0 to 4), by the line that holds in quarter `quarter`. */
export const diamondX = (t: number, quarter: number): number => (quarter < 2 ? 1 - t : t - 3)

/** North part of the direction `t` (0 to 4), by the line that holds in quarter `quarter`. */
export const diamondY = (t: number, quarter: number): number =>
  quarter === 0 ? t : quarter === 3 ? t - 4 : 2 - t
