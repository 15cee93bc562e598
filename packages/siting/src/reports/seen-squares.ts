import type { PlaneArea } from '../ground/plane-area.ts'
import { rasterAbout } from './camera-shape.ts'
import type { PlacedCamera } from './placed-camera.ts'
import { fillRings, type Raster } from './raster.ts'

/** Ground is looked at in so many squares from a camera to its reach. */
const squares = 120

/** What a camera sees as squares of a raster. */
export interface SeenSquares {
  readonly raster: Raster
  /** m² of a square. */
  readonly m2: number
  /** Of each square 1 where it is seen, masked or not. */
  readonly seen: Uint8Array
  /** Of each square 1 where it is seen and masked. */
  readonly masked: Uint8Array
}

export function seenSquares({ coverage, masks }: PlacedCamera): SeenSquares {
  const raster = rasterAbout(coverage, squares)
  const seen = new Uint8Array(raster.columns * raster.rows)
  for (const rings of coverage.seen.polygons)
    fillRings(raster, rings, (square) => {
      seen[square] = 1
    })
  const masked = new Uint8Array(seen.length)
  for (const { rings } of masks)
    fillRings(raster, rings, (square) => {
      masked[square] = seen[square]!
    })
  return { raster, m2: raster.step ** 2, seen, masked }
}

/** m² of an area that a camera sees and no mask hides. */
export function areaSeen({ raster, m2, seen, masked }: SeenSquares, { rings, box }: PlaneArea): number {
  const { west, south, step, columns, rows } = raster
  if (box[0] > west + columns * step || box[2] < west || box[1] > south + rows * step || box[3] < south)
    return 0
  let count = 0
  fillRings(raster, rings, (square) => {
    if (seen[square] === 1 && masked[square] === 0) count++
  })
  return count * m2
}
