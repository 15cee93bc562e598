import type { Demand } from '../ground/demand.ts'
import { hoursOfWeek, weekLength } from '../ground/hours-of-week.ts'
import type { WeekHours } from '../ground/measure.ts'
import type { Town } from '../ground/town.ts'
import type { LonLat } from '../local-plane.ts'
import type { CameraReport } from './camera-report.ts'
import {
  cornersOfReport,
  hoursOfCell,
  hoursOfReport,
  placeOfCell,
  placeOfReport,
  shareOfCell,
  shareOfReport,
} from './demand-seen.ts'
import { rounded } from './figures.ts'
import { type PlacedCamera, seesUnmasked } from './placed-camera.ts'

/** Metres about a camera within which its share of what happens is reckoned. A choice of this project. */
const about = 500

/** Incidents and reports in view, and their share of those about the camera. */
export function demandInView(
  town: Town,
  demand: Demand,
  placed: PlacedCamera,
  hours: WeekHours | null,
): Pick<CameraReport, 'incidents' | 'reports' | 'hotspotShare'> {
  const { camera, view } = placed.coverage
  const { x, y } = camera
  const sees = (u: number, v: number) => seesUnmasked(placed, u, v)
  const mayReach = (positions: readonly LonLat[]) => {
    const corners = positions.map(town.plane.toPlane)
    return (
      Math.min(...corners.map(([u]) => u)) <= x + view.far &&
      Math.max(...corners.map(([u]) => u)) >= x - view.far &&
      Math.min(...corners.map(([, v]) => v)) <= y + view.far &&
      Math.max(...corners.map(([, v]) => v)) >= y - view.far
    )
  }
  const byHour = { incidents: new Float64Array(weekLength), reports: new Float64Array(weekLength) }
  const byKind: Record<string, number> = {}
  const byReason: Record<string, number> = {}
  const ids: string[] = []
  let incidents = 0
  let reports = 0
  let near = 0
  let nearSeen = 0
  const isNear = (at: readonly [number, number]) => {
    const [u, v] = town.plane.toPlane(at)
    return Math.hypot(u - x, v - y) <= about
  }
  for (const cell of demand.incidents) {
    const share = mayReach(cell.ring) ? shareOfCell(town, cell, sees) : 0
    if (isNear(placeOfCell(cell))) {
      near += cell.n
      nearSeen += cell.n * share
    }
    if (share === 0) continue
    incidents += cell.n * share
    for (const [kind, n] of Object.entries(cell.kinds)) byKind[kind] = (byKind[kind] ?? 0) + n * share
    hoursOfCell(cell).forEach((n, hour) => {
      byHour.incidents[hour]! += n * share
    })
  }
  for (const report of demand.reports) {
    const share = mayReach(cornersOfReport(report)) ? shareOfReport(town, report, sees) : 0
    if (isNear(placeOfReport(report))) {
      near++
      nearSeen += share
    }
    if (share === 0) continue
    reports += share
    ids.push(report.id)
    const reason = report.reasons[0] ?? 'other'
    byReason[reason] = (byReason[reason] ?? 0) + share
    hoursOfReport(report).forEach((n, hour) => {
      byHour.reports[hour]! += n * share
    })
  }
  const watching = watchedHours(hours)
  const each = (counts: Record<string, number>) =>
    Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, rounded(n)]))
  const list = (counts: Float64Array) => [...counts].map((n) => rounded(n, 4))
  return {
    incidents: {
      n: rounded(incidents),
      inHours: rounded(byHour.incidents.reduce((sum, n, hour) => sum + n * watching[hour]!, 0)),
      byHour: list(byHour.incidents),
      byKind: each(byKind),
    },
    reports: { n: rounded(reports), ids, byHour: list(byHour.reports), byReason: each(byReason) },
    hotspotShare: near > 0 ? rounded(nearSeen / near, 4) : null,
  }
}

/** Hours that make no sense are none said: the camera watches around the clock. */
function watchedHours(hours: WeekHours | null): Float64Array {
  try {
    return hoursOfWeek(hours)
  } catch {
    return hoursOfWeek(null)
  }
}
