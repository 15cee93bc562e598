import type { Demand, DemandReport, IncidentCell } from '../ground/demand.ts'
import type { Rings } from '../ground/ground.ts'
import { hoursOfWeek, minutesOf, weekLength } from '../ground/hours-of-week.ts'
import type { Town } from '../ground/town.ts'
import type { LonLat } from '../local-plane.ts'
import { shareSeen } from './open-ground.ts'

type Sees = (x: number, y: number) => boolean

/** Which share of a report's place is seen: a point whole or not, a line by its metres, an area by its open ground. */
export function shareOfReport(town: Town, { geometry }: DemandReport, sees: Sees): number {
  if (geometry.type === 'Polygon') return shareSeen(town, geometry.coordinates, sees)
  if (geometry.type === 'Point') return sees(...town.plane.toPlane(geometry.coordinates)) ? 1 : 0
  const line = geometry.coordinates.map(town.plane.toPlane)
  let seen = 0
  let all = 0
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!
    const [bx, by] = line[i]!
    const length = Math.hypot(bx - ax, by - ay)
    const parts = Math.max(1, Math.round(length))
    for (let k = 0; k < parts; k++) {
      const along = (k + 0.5) / parts
      all += length / parts
      if (sees(ax + along * (bx - ax), ay + along * (by - ay))) seen += length / parts
    }
  }
  return all > 0 ? seen / all : 0
}

const rings = new WeakMap<IncidentCell, Rings>()

/** A square's corners as the rings of a polygon, the same object each time. */
export function ringsOfCell(cell: IncidentCell): Rings {
  const known = rings.get(cell) ?? [cell.ring]
  rings.set(cell, known)
  return known
}

/** Which share of a square's open ground is seen. Its events lie anywhere on it. */
export const shareOfCell = (town: Town, cell: IncidentCell, sees: Sees): number =>
  shareSeen(town, ringsOfCell(cell), sees)

/** A square's events by hour of the week, each block spread over its three hours. Events without a known hour are in none. */
export const hoursOfCell = ({ blocks }: IncidentCell): Float64Array =>
  Float64Array.from({ length: weekLength }, (_, hour) => (blocks[Math.floor(hour / 3)] ?? 0) / 3)

/** One report spread over the hours it is about; the 168 numbers add up to 1. */
export function hoursOfReport({ weekdays, from, to }: DemandReport): Float64Array {
  const timed = from !== null && to !== null && minutesOf(from) !== null && minutesOf(to) !== null
  const shares = hoursOfWeek({
    weekdays: (weekdays ?? []).filter((day) => Number.isInteger(day) && day >= 1 && day <= 7),
    from: timed ? from : '00:00',
    to: timed ? to : '00:00',
  })
  const all = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => share / all)
}

/** The corners of a report's place; of an area its outline's. */
export const cornersOfReport = ({ geometry }: DemandReport): readonly LonLat[] =>
  geometry.type === 'Point'
    ? [geometry.coordinates]
    : geometry.type === 'LineString'
      ? geometry.coordinates
      : openRing(geometry.coordinates[0] ?? [])

/** Where a report is, as one place: the mean of its corners. */
export const placeOfReport = (report: DemandReport): LonLat => meanOf(cornersOfReport(report))

export const placeOfCell = ({ ring }: IncidentCell): LonLat => meanOf(openRing(ring))

const openRing = (ring: readonly LonLat[]): readonly LonLat[] =>
  ring.length > 1 && ring[0]![0] === ring.at(-1)![0] && ring[0]![1] === ring.at(-1)![1]
    ? ring.slice(0, -1)
    : ring

const meanOf = (corners: readonly LonLat[]): LonLat => [
  corners.reduce((sum, [lon]) => sum + lon, 0) / corners.length,
  corners.reduce((sum, [, lat]) => sum + lat, 0) / corners.length,
]

/** What of the demand no report can place, in words. */
export function remarksOnDemand({ leftOut: { imprecise, suppressed } }: Demand) {
  const lost = imprecise + suppressed
  if (lost === 0) return []
  return [
    {
      sv: `${lost} polishändelser i kommunen är för oprecisa i läge eller ligger i rutor med för få händelser och räknas inte.`,
      en: `${lost} police events of the municipality are too imprecise in place, or in squares with too few, and are not counted.`,
    },
  ]
}
