import type { Position } from '@trygghetskartan/geo'

/**
 * Outlines of the squares that are held, those side by side as one polygon: an outer ring against the clock, then holes with
 * it, closed, in columns and rows of the corners' north-eastern squares. `held` has rows of `columns` squares from south to north, none held at its rim.
 */
export function squaresOutline(held: Uint8Array, columns: number): Position[][][] {
  const piece = piecesOf(held, columns)
  /** Steps to the next corner by direction: east, north, west, south. */
  const steps = [1, columns, -1, -columns]
  /** By corner and direction, the piece whose side begins there with the square on its left; 0 for none. */
  const sides = new Uint32Array(4 * held.length)
  for (let at = 0; at < held.length; at++) {
    if (piece[at] === 0) continue
    const corners = [at, at + 1, at + columns + 1, at + columns]
    const beside = [at - columns, at + 1, at + columns, at - 1]
    for (let way = 0; way < 4; way++)
      if (piece[beside[way]!] === 0) sides[4 * corners[way]! + way] = piece[at]!
  }
  const polygons: Position[][][] = []
  for (let begin = 0; begin < sides.length; begin++) {
    const own = sides[begin]!
    if (own === 0) continue
    const ring: Position[] = []
    let [corner, way] = [Math.floor(begin / 4), begin % 4]
    while (sides[4 * corner + way] === own) {
      sides[4 * corner + way] = 0
      corner += steps[way]!
      // Right before left: where squares meet in a corner alone, the outline follows the gap between them.
      const next = [(way + 3) % 4, way, (way + 1) % 4].find((one) => sides[4 * corner + one] === own)
      if (next !== way) ring.push([corner % columns, Math.floor(corner / columns)])
      way = next ?? way
    }
    // The first side met of a piece is its southernmost: of its outer ring.
    polygons[own - 1] ??= []
    polygons[own - 1]!.push([ring.at(-1)!, ...ring])
  }
  return polygons
}

/** The number of the piece each square belongs to, from 1; 0 for those not held. */
function piecesOf(held: Uint8Array, columns: number): Uint32Array {
  const piece = new Uint32Array(held.length)
  let count = 0
  for (let start = 0; start < held.length; start++) {
    if (held[start] === 0 || piece[start] !== 0) continue
    const mine = [start]
    piece[start] = ++count
    for (const at of mine)
      for (const next of [at - 1, at + 1, at - columns, at + columns])
        if (held[next] === 1 && piece[next] === 0) {
          piece[next] = count
          mine.push(next)
        }
  }
  return piece
}
