/** As many incidents on exactly one position make it one that positions were moved to. */
const crowd = 3
/** From this share on such positions a reader is warned. */
export const snappedWarns = 0.2
/** From this share on, distances shorter than the streets between such positions mean nothing. */
export const snappedRefuses = 0.5

/**
 * Share of the points that stand on exactly the position of at least two others (0 to 1). Registers that move every
 * incident to the nearest of a few reference points are far above a half; positions from measuring near nothing.
 */
export function snappedShare(x: Float64Array, y: Float64Array): number {
  const n = x.length
  if (n === 0) return 0
  const order = positionOrder(x, y)
  let crowded = 0
  for (let from = 0; from < n; ) {
    const first = order[from]!
    let to = from + 1
    while (to < n && x[order[to]!] === x[first] && y[order[to]!] === y[first]) to++
    if (to - from >= crowd) crowded += to - from
    from = to
  }
  return crowded / n
}

/** Points from west to east, and from south to north on one line. */
const positionOrder = (x: Float64Array, y: Float64Array): Uint32Array =>
  Uint32Array.from(x.keys()).sort((a, b) => x[a]! - x[b]! || y[a]! - y[b]!)
