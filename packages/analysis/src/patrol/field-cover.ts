import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { placeIn } from '../area/place-in.ts'
import { type StudyArea, squareMetresOf } from '../area/study-area.ts'
import { cellAt } from '../grids/cell-at.ts'
import { gridOver } from '../grids/grid.ts'
import { type IncidentColumns, timePrecisions } from '../incidents/columns.ts'
import { type IncidentFilter, selectIncidents } from '../incidents/filter.ts'
import { chosenMinutes, dayMinutes, minuteOfWeek, type WeekChoice } from '../incidents/week.ts'

/** Somebody who is somewhere at certain hours. */
export interface FieldPresence {
  /** Metres in the incidents' reference system. */
  readonly area: StudyArea
  readonly week: Omit<WeekChoice, 'hoursOfWeek'>
}

export interface FieldCover {
  /** Of so many that have a place and an hour. */
  readonly n: number
  /** Where and when somebody is meant to be there. */
  readonly covered: number
  /** By hour of the week, 168 from Monday 00-01, all and covered. */
  readonly byHour: Float64Array
  readonly coveredByHour: Float64Array
  /** Cells that hold most of what nobody is there for, the most first. Metres. */
  readonly places: readonly UncoveredPlace[]
  /** Without a place, or without an hour. */
  readonly leftOut: number
  readonly srid: number
}

export interface UncoveredPlace {
  readonly x: number
  readonly y: number
  readonly n: number
  /** By hour of the day. */
  readonly byHour: readonly number[]
}

/** Metres across a cell, how many cells are told of, and how many must lie in one. Choices of this project. */
const [cellSize, mostPlaces, fewest] = [150, 5, 2]
const minute = timePrecisions.indexOf('minute')

/**
 * How much of what happens lies in an area somebody is meant to be in, at their hours: by hour of the week, and where it does not.
 * What is known as an interval counts at its middle. Refuses a filter that cannot be.
 */
export function fieldCover(
  incidents: IncidentColumns,
  study: StudyArea,
  filter: IncidentFilter,
  presences: readonly FieldPresence[],
): FieldCover | Refusal {
  const chosen = selectIncidents(incidents, filter)
  if (isRefusal(chosen)) return chosen
  const tests = presences
    .filter(({ area }) => squareMetresOf(area) > 0)
    .map(({ area, week }) => {
      const inside = placeIn(area)
      const meant = chosenMinutes({ ...week, hoursOfWeek: null })
      return (x: number, y: number, at: number): boolean => meant[minuteOfWeek(at)] === 1 && inside(x, y)
    })
  const grid = gridOver(study, { kind: 'hexagon', size: cellSize })
  const byHour = new Float64Array(168)
  const coveredByHour = new Float64Array(168)
  const cells = new Map<number, { n: number; byHour: number[] }>()
  let [n, covered, untimed] = [0, 0, 0]
  for (const row of chosen.rows) {
    if (incidents.timePrecision[row] !== minute) {
      untimed++
      continue
    }
    const at = Math.floor((incidents.from[row]! + incidents.to[row]!) / 2)
    const [x, y] = [incidents.x[row]!, incidents.y[row]!]
    const hour = Math.floor(minuteOfWeek(at) / 60)
    n++
    byHour[hour]!++
    if (tests.some((isThere) => isThere(x, y, at))) {
      covered++
      coveredByHour[hour]!++
      continue
    }
    const cell = isRefusal(grid) ? -1 : cellAt(grid, x, y)
    if (cell < 0) continue
    const known = cells.get(cell) ?? { n: 0, byHour: Array<number>(24).fill(0) }
    known.n++
    known.byHour[Math.floor((((at % dayMinutes) + dayMinutes) % dayMinutes) / 60)]!++
    cells.set(cell, known)
  }
  const places = isRefusal(grid)
    ? []
    : [...cells]
        .filter(([, held]) => held.n >= fewest)
        .sort(
          ([a, held], [b, other]) => other.n - held.n || grid.y[a]! - grid.y[b]! || grid.x[a]! - grid.x[b]!,
        )
        .slice(0, mostPlaces)
        .map(([cell, held]) => ({ x: grid.x[cell]!, y: grid.y[cell]!, ...held }))
  const unplaced = chosen.leftOut.reduce((sum, { count }) => sum + count, 0)
  return { n, covered, byHour, coveredByHour, places, leftOut: unplaced + untimed, srid: incidents.srid }
}
