import { type IncidentColumns, placedPrecisions, timePrecisions } from './incidents/columns.ts'
import { Tally } from './left-out.ts'

const month = timePrecisions.indexOf('month')
export const minutesOfDay = 1440

/** Incidents that a method takes. */
export interface PlacedPoints {
  /** Their rows in the table. */
  readonly row: Uint32Array
  readonly x: Float64Array
  readonly y: Float64Array
  /** Days since 1970-01-01: of the middle, where it happened some time in an interval. */
  readonly day: Int32Array
  readonly leftOut: Tally
}

/** Those whose position is a place: neither the middle of an area nor no number. */
export const placedPoints = (incidents: IncidentColumns): PlacedPoints => choose(incidents, Infinity)

/** Those whose position is a place and whose day is known: not by month, nor by an interval of more than `longest` days. */
export const datedPoints = (incidents: IncidentColumns, longest: number): PlacedPoints =>
  choose(incidents, longest)

function choose(incidents: IncidentColumns, longest: number): PlacedPoints {
  const { length, precision, timePrecision, from, to } = incidents
  const leftOut = new Tally()
  const row = new Uint32Array(length)
  const day = new Int32Array(length)
  let n = 0
  for (let i = 0; i < length; i++) {
    if (precision[i]! >= placedPrecisions || !Number.isFinite(incidents.x[i]! + incidents.y[i]!))
      leftOut.add('position')
    else if (timePrecision[i] === month && longest < Infinity) leftOut.add('month')
    else if (to[i]! - from[i]! > longest * minutesOfDay) leftOut.add('interval')
    else {
      row[n] = i
      day[n++] = Math.floor((from[i]! + to[i]!) / 2 / minutesOfDay)
    }
  }
  const chosen = row.subarray(0, n)
  return {
    row: chosen,
    x: Float64Array.from(chosen, (i) => incidents.x[i]!),
    y: Float64Array.from(chosen, (i) => incidents.y[i]!),
    day: day.subarray(0, n),
    leftOut,
  }
}
