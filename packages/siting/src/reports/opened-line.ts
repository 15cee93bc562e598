import { type Isovist, sightTowards } from '../isovist.ts'

/** Metres a sight line must gain to be told, and degrees between those that are tried. Choices of this project. */
const leastGain = 5
const between = 2

/** A line of sight from (x, y) to (u, v) and the metres of it that were hidden before. */
export interface OpenedLine {
  readonly x: number
  readonly y: number
  readonly u: number
  readonly v: number
  readonly gain: number
}

/** The direction in which one sees farther than before by most, null where it is by little. */
export function openedLine(before: Isovist, after: Isovist): OpenedLine | null {
  const { x, y } = before
  let best: OpenedLine | null = null
  for (let degrees = 0; degrees < 360; degrees += between) {
    const dx = Math.cos((degrees * Math.PI) / 180)
    const dy = Math.sin((degrees * Math.PI) / 180)
    const far = sightTowards(after, dx, dy)
    const gain = far - sightTowards(before, dx, dy)
    if (gain < leastGain || (best && gain <= best.gain + 1e-6)) continue
    best = { x, y, u: x + far * dx, v: y + far * dy, gain }
  }
  return best
}
