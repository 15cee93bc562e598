import { distinctPositions } from './distinct-positions.ts'
import { type Remark, remark } from './left-out.ts'

/** As many incidents on exactly one position make it one that positions were moved to. */
const crowd = 3
/** From this share on such positions a reader is warned. */
export const snappedWarns = 0.2
/** From this share on, distances shorter than the streets between such positions mean nothing. */
export const snappedRefuses = 0.5

/**
 * Share of the points that stand on exactly the position of at least two others (0 to 1). Registers that move every
 * incident to the nearest of a few reference points are above a half; positions that were measured near nothing.
 */
export function snappedShare(x: Float64Array, y: Float64Array): number {
  if (x.length === 0) return 0
  const { points } = distinctPositions(x, y)
  return points.reduce((sum, here) => (here >= crowd ? sum + here : sum), 0) / x.length
}

export function snappedText(share: number): Remark['text'] {
  const percent = Math.round(100 * share)
  return {
    sv: `${percent} % av händelserna ligger på exakt samma position som minst två andra`,
    en: `${percent}% of the incidents stand on exactly the position of at least two others`,
  }
}

/** What a reader must know of it: nothing below a fifth. */
export function snappedRemarks(share: number): Remark[] {
  if (share < snappedWarns) return []
  const { sv, en } = snappedText(share)
  return [
    remark(
      'snapped',
      `${sv}. Korta avstånd kan bero på registret.`,
      `${en}. Short distances may be the register’s doing.`,
    ),
  ]
}
