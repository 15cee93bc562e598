import type { IncidentCell } from '../ground/demand.ts'
import { weekLength } from '../ground/hours-of-week.ts'
import { planeArea } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import { type Cells, cellOf, eachPlaceIn, placeArea } from './cells.ts'
import { ageWeight, emptyPart, type Profiles, type RawPart } from './part.ts'
import type { RiskPoints } from './risk-points.ts'
import type { RiskSettings } from './settings.ts'

/** Days of a quarter of a year. */
const quarter = 365.25 / 4

/**
 * Events in fixed squares, spread evenly over the open ground of their square; what of it lies outside the study area is left
 * there. Kind, age and hour are known of the square as a whole, and so taken as independent of each other within it.
 */
export function incidentsPart(
  town: Town,
  cells: Cells,
  points: RiskPoints,
  incidents: readonly IncidentCell[],
  settings: RiskSettings,
  profiles: Profiles,
): RawPart {
  const part = emptyPart()
  let roofed = 0
  for (const cell of incidents) {
    const area = planeArea([cell.ring], town.plane)
    if (!area || !(cell.n > 0)) continue
    let inGround = 0
    let open = 0
    const mine = new Map<number, number>()
    eachPlaceIn(cells, area, (place) => {
      inGround++
      if (cells.open[place] === 0) return
      open++
      if (cells.within[place] === 0) return
      const point = points.ofCell[cellOf(cells, place)]!
      mine.set(point, (mine.get(point) ?? 0) + 1)
    })
    // Ground beyond the map is taken as open.
    const beyond = Math.max(0, Math.round(area.m2 / placeArea(cells)) - inGround)
    if (open + beyond === 0) roofed += cell.n
    if (mine.size === 0) continue
    const when = profiles.within(hoursOf(cell))
    if (!when) continue
    part.n += cell.n
    const weight = cell.n * kindOf(cell, settings) * ageOf(cell, settings) * when.share
    for (const [point, places] of mine) {
      part.point.push(point)
      part.hours.push(when.index)
      part.weight.push((weight * places) / (open + beyond))
    }
  }
  if (roofed > 0)
    part.remarks.push({
      sv: `${roofed} händelser ligger i rutor utan öppen mark och räknas inte med.`,
      en: `${roofed} events lie in squares without open ground and are left out.`,
    })
  return part
}

/** 168 numbers: each block's events over its three hours, those without a known hour over the week. */
function hoursOf({ n, blocks }: IncidentCell): Float64Array {
  const known = blocks.reduce((sum, events) => sum + events, 0)
  const unknown = Math.max(0, n - known) / weekLength
  return Float64Array.from(
    { length: weekLength },
    (_, hour) => (blocks[Math.floor(hour / 3)] ?? 0) / 3 + unknown,
  )
}

function kindOf({ kinds }: IncidentCell, settings: RiskSettings): number {
  const entries = Object.entries(kinds)
  const all = entries.reduce((sum, [, n]) => sum + n, 0)
  return all > 0 ? entries.reduce((sum, [kind, n]) => sum + n * (settings.kinds[kind] ?? 1), 0) / all : 1
}

function ageOf({ quarters }: IncidentCell, { halfLifeDays }: RiskSettings): number {
  const all = quarters.reduce((sum, n) => sum + n, 0)
  if (all <= 0) return 1
  return quarters.reduce((sum, n, at) => sum + n * ageWeight((at + 0.5) * quarter, halfLifeDays), 0) / all
}
