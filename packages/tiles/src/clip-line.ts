/**
 * Clips a path of whole-number vertices to the square [low, high]² and hands each piece inside to `emit`.
 * Cut points are rounded to whole numbers; pieces shorter than two different vertices are dropped.
 * @param points x, y pairs. The pieces given to `emit` are in `out`, valid until the next piece.
 */
export function clipLine(
  points: Int32Array,
  count: number,
  low: number,
  high: number,
  out: Int32Array,
  emit: (points: Int32Array, count: number) => void,
): void {
  let length = 0
  const put = (x: number, y: number) => {
    if (length > 0 && out[length * 2 - 2] === x && out[length * 2 - 1] === y) return
    out[length * 2] = x
    out[length * 2 + 1] = y
    length++
  }
  const end = () => {
    if (length > 1) emit(out, length)
    length = 0
  }
  for (let i = 1; i < count; i++) {
    const ax = points[i * 2 - 2]!
    const ay = points[i * 2 - 1]!
    const bx = points[i * 2]!
    const by = points[i * 2 + 1]!
    const dx = bx - ax
    const dy = by - ay
    // Liang and Barsky: the share of the segment that is inside.
    let enter = 0
    let leave = 1
    let outside = false
    for (let side = 0; side < 4; side++) {
      const step = side === 0 ? -dx : side === 1 ? dx : side === 2 ? -dy : dy
      const room = side === 0 ? ax - low : side === 1 ? high - ax : side === 2 ? ay - low : high - ay
      if (step === 0) {
        if (room < 0) outside = true
      } else {
        const share = room / step
        if (step < 0) {
          if (share > enter) enter = share
        } else if (share < leave) leave = share
      }
    }
    if (outside || enter > leave) {
      end()
      continue
    }
    if (enter > 0) end()
    put(toEven(ax + enter * dx), toEven(ay + enter * dy))
    put(toEven(ax + leave * dx), toEven(ay + leave * dy))
    if (leave < 1) end()
  }
  end()
}

/** Rounds halves to the even number, as the database does: cuts of whole-number segments often end on a half. */
function toEven(value: number): number {
  const rounded = Math.round(value)
  return rounded - value === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded
}
