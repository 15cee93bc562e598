import type { IncidentColumns } from './incidents/columns.ts'
import { placedPrecisions, timePrecisions } from './incidents/columns.ts'
import { Tally } from './left-out.ts'

const month = timePrecisions.indexOf('month')
export const minutesOfDay = 1440

/** Incidents with a place and a day. */
export interface DatedPoints {
  readonly x: Float64Array
  readonly y: Float64Array
  /** Days since 1970-01-01. */
  readonly day: Int32Array
  readonly leftOut: Tally
}

/**
 * Those whose position is a place and whose day is known. One that happened some time in an interval stands on the day of
 * the interval's middle if that is at most `longest` days long; else it is left out, as are those of which only the
 * month is known.
 */
export function datedPoints(incidents: IncidentColumns, longest: number): DatedPoints {
  const { length, precision, timePrecision, from, to } = incidents
  const leftOut = new Tally()
  const x = new Float64Array(length)
  const y = new Float64Array(length)
  const day = new Int32Array(length)
  let n = 0
  for (let i = 0; i < length; i++) {
    if (precision[i]! >= placedPrecisions) leftOut.add('position')
    else if (timePrecision[i] === month) leftOut.add('month')
    else if (to[i]! - from[i]! > longest * minutesOfDay) leftOut.add('interval')
    else {
      x[n] = incidents.x[i]!
      y[n] = incidents.y[i]!
      day[n++] = Math.floor((from[i]! + to[i]!) / 2 / minutesOfDay)
    }
  }
  return { x: x.subarray(0, n), y: y.subarray(0, n), day: day.subarray(0, n), leftOut }
}
