/**
 * The number a tile has in a PMTiles archive: all tiles of lower zooms first, then along the Hilbert curve of its own zoom.
 * Safe to zoom 26. Source: PMTiles specification 3, chapter 4.1.
 */
export function tileId(z: number, x: number, y: number): number {
  let id = (4 ** z - 1) / 3
  let [tx, ty] = [x, y]
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const rx = Math.floor(tx / side) % 2
    const ry = Math.floor(ty / side) % 2
    id += side * side * ((3 * rx) ^ ry)
    // The quadrant is turned so that the curve goes on where the last one ended.
    if (ry === 0) {
      if (rx === 1) {
        tx = side - 1 - (tx % side)
        ty = side - 1 - (ty % side)
      }
      ;[tx, ty] = [ty, tx]
    }
  }
  return id
}
