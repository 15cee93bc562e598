import { type Refusal, refuse } from '@trygghetskartan/geo'
import { crossingsOf } from '../area/scan-lines.ts'
import { boxOfArea, checkArea, type StudyArea } from '../area/study-area.ts'

/**
 * Squares over a study area, row by row from the south, each from the west: square k has its middle at
 * (west + (k % columns + 0.5) × step, south + (⌊k / columns⌋ + 0.5) × step), metres of `srid`. Corners lie on whole steps.
 */
export interface Raster {
  readonly srid: number
  readonly west: number
  readonly south: number
  readonly step: number
  readonly columns: number
  readonly rows: number
  /** 1 where the middle of the square lies in the area. */
  readonly inside: Uint8Array
}

/** More squares than these fill a browser. */
const mostSquares = 4_000_000

/** Refuses an area that is none, or too many squares (with a step that works). */
export function rasterOver(area: StudyArea, step: number): Raster | Refusal {
  const wrong = checkArea(area)
  if (wrong) return wrong
  if (!(step >= 1 && step <= 10_000))
    return refuse(
      'raster-step',
      'Bildens rutor måste vara mellan 1 m och 10 km.',
      'The squares of the picture must be between 1 m and 10 km.',
    )
  const box = boxOfArea(area)
  const least = Math.sqrt(((box[2] - box[0]) * (box[3] - box[1])) / (0.9 * mostSquares))
  if (step < least) {
    const works = least <= 5 ? Math.ceil(least) : Math.ceil(least / 5) * 5
    return refuse(
      'raster-too-fine',
      `Bilden blir för stor med rutor på ${step} m. Välj minst ${works} m eller ett mindre område.`,
      `The picture is too large with squares of ${step} m. Choose at least ${works} m or a smaller area.`,
    )
  }
  const west = Math.floor(box[0] / step) * step
  const south = Math.floor(box[1] / step) * step
  const columns = Math.max(1, Math.ceil((box[2] - west) / step))
  const rows = Math.max(1, Math.ceil((box[3] - south) / step))
  const inside = new Uint8Array(columns * rows)
  const { start, x } = crossingsOf(area, south + step / 2, step, rows)
  for (let row = 0; row < rows; row++)
    for (let at = start[row]!; at + 1 < start[row + 1]!; at += 2) {
      const from = Math.max(0, Math.ceil((x[at]! - west) / step - 0.5))
      const to = Math.min(columns, Math.ceil((x[at + 1]! - west) / step - 0.5))
      inside.fill(1, row * columns + from, row * columns + Math.max(from, to))
    }
  return { srid: area.srid, west, south, step, columns, rows, inside }
}
