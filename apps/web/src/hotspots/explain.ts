import {
  type AnswerTo,
  answerTo,
  cellAt,
  type Grid,
  gridNeighbours,
  type IncidentColumns,
  rateRatio,
  repeatPlaces,
  takeRows,
  zoneOutline,
} from '@trygghetskartan/analysis'
import { fromWgs84, isRefusal } from '@trygghetskartan/geo'
import { analysisOf, filterOf, periodOf, placeTolerance } from './analysis-of.ts'
import { areaOf } from './area-of.ts'
import { cellsOf } from './cells.ts'
import { chosenIn, hoursOf, kindsOf, weeksOf } from './counts.ts'
import { comparedWith, dayOf } from './days.ts'
import { circleAbout, degreesOf } from './degrees.ts'
import type { AreaInDegrees, Explanation, HotspotQuestion, Spot } from './hotspot-protocol.ts'
import type { Place } from './hotspot-view.ts'
import { groupsOf, spotOf } from './spots.ts'

/** Metres about a place that is explained where the method has no cells. */
const radius = 100
const mostPlaces = 6
const minutesOfDay = 1440

/** The ground about a place that is explained. */
interface Piece {
  readonly spot: Spot | null
  readonly outline: AreaInDegrees
  readonly radius: number | null
  readonly isIn: (x: number, y: number) => boolean
}

/** Why it is hot at a place, or is not: how many against expected, when, what, whether it grows, and where again. */
export async function explain(
  incidents: IncidentColumns,
  question: HotspotQuestion,
  at: Place,
): Promise<Explanation> {
  const piece = (await cellsAt(incidents, question, at)) ?? circleAt(incidents, at)
  const filter = filterOf(question)
  const chosen = (part: Partial<typeof filter>) => chosenIn(incidents, { ...filter, ...part }, piece.isIn)
  const own = chosen({})
  const byWeek = weeksOf(incidents, chosen({ from: null, until: null }))
  return {
    question,
    at,
    spot: piece.spot,
    outline: piece.outline,
    radius: piece.radius,
    n: own.rows.length,
    byHour: hoursOf(incidents, chosen({ hoursOfWeek: null })).byHour,
    byKind: kindsOf(incidents, chosen({ kinds: null })),
    byWeek,
    change: changeOf(),
    places: repeatedIn(incidents, own.rows),
  }

  function changeOf(): Explanation['change'] {
    const period = periodOf(question)
    const first = byWeek[0]?.start
    if (!period || first === undefined || period.to < period.from) return null
    const earlier = comparedWith(period, 'before')
    if (dayOf(earlier.from) < earliestDay(incidents)) return null
    const until = (dayOf(earlier.to) + 1) * minutesOfDay
    const before = chosen({ from: dayOf(earlier.from) * minutesOfDay, until }).rows.length
    const after = own.rows.length
    return { before, after, whole: rateRatio(before, after, 1, 0.05) }
  }
}

/** The cells of the hotspot at a place, or its one cell; null where the method has none there. */
async function cellsAt(
  incidents: IncidentColumns,
  question: HotspotQuestion,
  at: Place,
): Promise<Piece | null> {
  const asked = analysisOf({ ...question, method: 'gi', against: null }, areaOf(incidents, question), 0)
  if (question.method !== 'gi' && question.method !== 'trend') return null
  const found = await answerTo(asked, { incidents })
  if (isRefusal(found)) return null
  const { figures } = found as AnswerTo<'hotspots'>
  if (figures.kind !== 'cells' || 'metres' in figures.cells) return null
  const grid: Grid = figures.cells
  const [x, y] = fromWgs84(incidents.srid, [...at])
  const cell = cellAt(grid, x, y)
  if (cell < 0) return null
  const neighbours = gridNeighbours(grid, 'adjacent')
  const groups = question.method === 'gi' && !isRefusal(neighbours) ? groupsOf(figures, neighbours) : []
  const group = groups.find((one) => one.includes(cell)) ?? [cell]
  const held = new Set(group)
  return {
    spot: spotOf(cellsOf(grid), group, figures),
    outline: outlinesOf(grid, group),
    radius: null,
    isIn: (east, north) => held.has(cellAt(grid, east, north)),
  }
}

/** One polygon of the outer rings, each with the holes that follow it. */
function outlinesOf(grid: Grid, cells: readonly number[]): AreaInDegrees {
  const rings = zoneOutline(grid, cells).map((ring) => ring.map((corner) => degreesOf(grid.srid, corner)))
  return rings.length > 0 ? [rings] : []
}

function circleAt({ srid }: IncidentColumns, at: Place): Piece {
  const [x, y] = fromWgs84(srid, [...at])
  return {
    spot: null,
    outline: [[circleAbout(srid, [x, y], radius)]],
    radius,
    isIn: (east, north) => (east - x) ** 2 + (north - y) ** 2 <= radius ** 2,
  }
}

function repeatedIn(incidents: IncidentColumns, rows: Uint32Array): Explanation['places'] {
  const found = repeatPlaces(takeRows(incidents, rows), { tolerance: placeTolerance, possible: null })
  if (isRefusal(found)) return []
  return found.list
    .filter(({ incidents: n }) => n > 2)
    .slice(0, mostPlaces)
    .map(({ x, y, incidents: n }) => ({ at: degreesOf(incidents.srid, [x, y]), n }))
}

const earliest = new WeakMap<IncidentColumns, number>()

/** The day of the first incident there is. */
function earliestDay(incidents: IncidentColumns): number {
  const held = earliest.get(incidents)
  if (held !== undefined) return held
  const day = Math.floor(incidents.from.reduce((least, one) => Math.min(least, one), Infinity) / minutesOfDay)
  earliest.set(incidents, day)
  return day
}
