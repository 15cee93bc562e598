import type { Corner } from '../scene.ts'
import type { LampArrangement } from './measure.ts'

/** Where a pole of a row stands, metres in a plane, and where its luminaire's C90 looks: degrees clockwise from north. */
export interface Pole {
  readonly x: number
  readonly y: number
  readonly direction: number
}

export interface Row {
  readonly line: readonly Corner[]
  readonly arrangement: LampArrangement
  /** Metres from the line to the poles. */
  readonly setback: number
  /** Poles in all, spread evenly; else as many as the spacing gives, with what is left over shared by both ends. */
  readonly count?: number
  readonly spacing: number
}

/** Length of a line in metres. */
export const lengthOf = (line: readonly Corner[]): number =>
  line.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - line[i]![0], y - line[i]![1]), 0)

/** How many poles a row has. */
export function polesIn({ line, arrangement, count, spacing }: Row): number {
  const abreast = arrangement === 'both' ? 2 : 1
  return count ?? abreast * (Math.floor(lengthOf(line) / spacing + 1e-9) + 1)
}

/**
 * The poles of a row along a line, each with its light out over the line. Of both sides two stand abreast, an odd last one
 * on the left; staggered ones begin on the left and change sides; central ones look to the right, and are lit both ways.
 */
export function rowOf(row: Row): Pole[] {
  const { line, arrangement, count, spacing, setback } = row
  const whole = lengthOf(line)
  const poles = polesIn(row)
  const abreast = arrangement === 'both' ? 2 : 1
  const stations = Math.ceil(poles / abreast)
  const gap = count === undefined ? spacing : whole / stations
  const first = (whole - gap * (stations - 1)) / 2
  return Array.from({ length: poles }, (_, i) => {
    const { x, y, ux, uy } = along(line, first + gap * Math.floor(i / abreast))
    // 1 to the left of the line, -1 to the right.
    const alternates = arrangement === 'both' || arrangement === 'staggered'
    const side = arrangement === 'left' || (alternates && i % 2 === 0) ? 1 : -1
    const out = arrangement === 'central' ? 0 : setback
    const towards = arrangement === 'central' ? 1 : side
    return {
      x: x - uy * side * out,
      y: y + ux * side * out,
      direction: degreesOf(uy * towards, -ux * towards),
    }
  })
}

/** Degrees clockwise from north of a direction east and north. */
export const degreesOf = (east: number, north: number): number =>
  ((Math.atan2(east, north) * 180) / Math.PI + 360) % 360

/** The place at a distance from the start of a line, and the line's direction there. */
function along(line: readonly Corner[], station: number): { x: number; y: number; ux: number; uy: number } {
  let left = station
  let found = { x: 0, y: 0, ux: 1, uy: 0 }
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!
    const [bx, by] = line[i]!
    const length = Math.hypot(bx - ax, by - ay)
    if (length === 0) continue
    const ux = (bx - ax) / length
    const uy = (by - ay) / length
    found = { x: ax + ux * left, y: ay + uy * left, ux, uy }
    if (left <= length) return found
    left -= length
  }
  return found
}
