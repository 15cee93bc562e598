import type { BlockUse } from '../plan.ts'
import { rows, slabs, towers, villas } from './homes.ts'
import type { Fill, Piece } from './piece.ts'
import {
  campus,
  hospital,
  industry,
  park,
  parking,
  pitch,
  playground,
  preschool,
  retail,
  school,
} from './places.ts'
import { open, perimeter, square } from './town.ts'

/** How each kind of block is built. */
export const uses: Readonly<Record<BlockUse, (fill: Fill) => Piece[]>> = {
  perimeter,
  slabs,
  towers,
  villas,
  rows,
  industry,
  retail,
  school,
  preschool,
  hospital,
  campus,
  park,
  playground,
  pitch,
  square,
  parking,
  open,
}
