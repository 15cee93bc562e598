import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import type { Demand } from '../ground/demand.ts'
import type { Ground, Rings } from '../ground/ground.ts'
import type { ClearanceMeasure, SitingMeasure } from '../ground/measure.ts'
import { isWithin, type PlaneArea, planeArea } from '../ground/plane-area.ts'
import { type Town, townFrom } from '../ground/town.ts'
import { type Isovist, isovistArea, isovistRing } from '../isovist.ts'
import type { LonLat } from '../local-plane.ts'
import { visibleFrom } from '../visibility.ts'
import { groundOf } from './camera-shape.ts'
import { shareOfReport } from './demand-seen.ts'
import { degreesAt, polygonsInDegrees, rounded } from './figures.ts'
import { openedLine } from './opened-line.ts'
import { fillRings, type Raster, rasterOver } from './raster.ts'
import { polygonsOf } from './raster-rings.ts'
import { shrubScenes } from './shrub-scenes.ts'
import type { Text } from './text.ts'
import { pathsWithin, viewpointsOf } from './viewpoints.ts'

export interface ClearanceReportInputs {
  readonly clearance: ClearanceMeasure
  readonly ground: Ground
  readonly demand: Demand
  readonly others: readonly SitingMeasure[]
}

/** What one sees from the paths by a shrubbery before and after it is cleared. Areas in m² of ground within 60 m. */
export interface ClearanceReport {
  /** m² of shrubs that are cleared. */
  readonly cleared: number
  /** Places along the nearest paths, and the ground seen from each. */
  readonly viewpoints: readonly {
    readonly at: LonLat
    readonly path: string
    readonly before: number
    readonly after: number
  }[]
  /** Open ground seen from at least one of them. */
  readonly before: number
  readonly after: number
  /** Ground seen after and not before. */
  readonly opened: readonly Rings[]
  /** Sight lines that open: from a path to the other side. */
  readonly sightLines: readonly { readonly from: LonLat; readonly to: LonLat; readonly metres: number }[]
  readonly reports: { readonly n: number; readonly ids: readonly string[] }
  readonly assumptions: readonly Text[]
}

/** Metres: shrubs no higher than this stop no eye, neither a child's nor of somebody who sits. Assumption of this project. */
export const lowEnough = 0.7
/** Metres that are looked at from each place. */
const sight = 60
/** More sight lines than this are not told: those that gain most are. */
const mostLines = 12
/** m² that are too small to tell. */
const leastOpened = 4
/** Share of a clearance that must be shrubs on the map, else all of it counts as shrubs. */
const knownShare = 0.5

/**
 * What one sees from paths before and after a clearance. Shrubs and woods of the map stop the eye at their outlines, paths
 * through them are free. Refused: an area that crosses itself or encloses nothing.
 */
export function clearanceReport({
  clearance,
  ground,
  demand,
  others,
}: ClearanceReportInputs): ClearanceReport | Refusal {
  const town = townFrom(ground)
  const area = planeArea(clearance.rings, town.plane)
  if (!area)
    return refuse(
      'broken-area',
      'Ytan som ska röjas korsar sig själv eller saknar yta. Rita den på nytt.',
      'The area to clear crosses itself or encloses nothing. Draw it anew.',
    )
  const assumptions: Text[] = [opaque]
  if (clearance.heightAfter === undefined) assumptions.push(wholly)
  const opens = (clearance.heightAfter ?? 0) <= lowEnough
  if (!opens) assumptions.push(tooHigh)
  const [west, south, east, north] = area.box
  const margin = pathsWithin + sight
  const box = [west - margin, south - margin, east + margin, north + margin] as const
  const raster = rasterOver(box, Math.max(1, Math.max(east - west, north - south) / 300))
  const m2 = raster.step ** 2

  const known = shrubsWithin(town, area)
  const shrubs = known < knownShare * area.m2
  if (shrubs) assumptions.push(unknownShrubs)
  const gone = clearedAlready(town, clearance, others)
  const scenes = shrubScenes(town, box, area, { gone, shrubs, opens })

  const looks = viewpointsOf(town, area).flatMap(({ x, y, path }) => {
    const before = visibleFrom(scenes.before, x, y, sight)
    const after = visibleFrom(scenes.after, x, y, sight)
    return isRefusal(before) || isRefusal(after) ? [] : [{ x, y, path, before, after }]
  })
  if (looks.length === 0) assumptions.push(noPaths)
  const open = groundOf(town, raster)
  const seenBefore = seenFrom(
    raster,
    open,
    looks.map(({ before }) => before),
  )
  const seenAfter = seenFrom(
    raster,
    open,
    looks.map(({ after }) => after),
  )
  const isOpened = (square: number) => seenAfter[square] === 1 && seenBefore[square] === 0
  const isAffected = (x: number, y: number) => {
    if (isWithin(area, x, y)) return true
    const column = Math.floor((x - raster.west) / raster.step)
    const row = Math.floor((y - raster.south) / raster.step)
    const on = column >= 0 && row >= 0 && column < raster.columns && row < raster.rows
    return on && isOpened(row * raster.columns + column)
  }
  const reports = demand.reports.filter((report) => shareOfReport(town, report, isAffected) > 0)
  const count = (seen: Uint8Array) => rounded(seen.reduce((sum, one) => sum + one, 0) * m2, 0)
  return {
    cleared: rounded(shrubs ? area.m2 : known, 0),
    viewpoints: looks.map(({ x, y, path, before, after }) => ({
      at: degreesAt(town.plane, x, y),
      path,
      before: rounded(isovistArea(before), 0),
      after: rounded(isovistArea(after), 0),
    })),
    before: count(seenBefore),
    after: count(seenAfter),
    opened: polygonsInDegrees(polygonsOf(raster, isOpened, leastOpened), town.plane),
    sightLines: looks
      .flatMap(({ before, after }) => openedLine(before, after) ?? [])
      .sort((a, b) => b.gain - a.gain || a.x - b.x || a.y - b.y)
      .slice(0, mostLines)
      .map(({ x, y, u, v }) => ({
        from: degreesAt(town.plane, x, y),
        to: degreesAt(town.plane, u, v),
        metres: rounded(Math.hypot(u - x, v - y), 1),
      })),
    reports: { n: reports.length, ids: reports.map(({ id }) => id) },
    assumptions: [...assumptions, ...town.remarks],
  }
}

const opaque: Text = {
  sv: 'Buskar och skog på kartan räknas som omöjliga att se igenom, och marken som plan.',
  en: 'Shrubs and woods of the map count as impossible to see through, and the ground as level.',
}
const wholly: Text = {
  sv: 'Höjden efter röjningen är inte angiven: allt antas röjas.',
  en: 'The height after clearing is not given: all of it is assumed to be cleared.',
}
const tooHigh: Text = {
  sv: 'Det som lämnas kvar är högre än 0,7 m och skymmer fortfarande sikten.',
  en: 'What is left is higher than 0.7 m and still stops the eye.',
}
const unknownShrubs: Text = {
  sv: 'Kartan känner inte buskaget, eller bara en mindre del av det: hela ytan antas vara tät före röjningen.',
  en: 'The map does not know these shrubs, or a lesser part of them: the whole area is assumed to be dense before.',
}
const noPaths: Text = {
  sv: 'Ingen gata eller gångväg ligger inom 30 m: det finns ingen plats att bedöma sikten från.',
  en: 'There is no street or path within 30 m: there is no place to judge the view from.',
}

/** Clearances that stand or that the plan holds, and that leave nothing to stop the eye. */
function clearedAlready(town: Town, { id }: ClearanceMeasure, others: readonly SitingMeasure[]): PlaneArea[] {
  return [...town.ground.measures, ...others].flatMap((other) => {
    if (other.kind !== 'clearance' || other.id === id || (other.heightAfter ?? 0) > lowEnough) return []
    return planeArea(other.rings, town.plane) ?? []
  })
}

/** m² of the map's shrubs within an area. */
function shrubsWithin(town: Town, area: PlaneArea): number {
  const [west, south, east, north] = area.box
  const raster = rasterOver(area.box, Math.max(0.25, Math.max(east - west, north - south) / 200))
  const on = new Uint8Array(raster.columns * raster.rows)
  for (const { rings } of town.greenery)
    fillRings(raster, rings, (square) => {
      on[square] = 1
    })
  let count = 0
  fillRings(raster, area.rings, (square) => {
    count += on[square]!
  })
  return count * raster.step ** 2
}

/** Squares of open ground seen from at least one place. */
function seenFrom(raster: Raster, open: Uint8Array, views: readonly Isovist[]): Uint8Array {
  const seen = new Uint8Array(open.length)
  for (const view of views)
    fillRings(raster, [isovistRing(view)], (square) => {
      if (open[square] === 1) seen[square] = 1
    })
  return seen
}
