import type { CameraMeasure, CameraReport, Demand, DensityEdition, Town } from '@trygghetskartan/siting'
import type { DossierFigures } from '../contract-decisions.ts'
import { byHourOfDay, hoursWatched, shareWatched } from './hours.ts'

export interface FiguresInputs {
  readonly at: Date
  readonly cameraVersion: number
  readonly camera: CameraMeasure
  readonly edition: DensityEdition
  readonly town: Town
  readonly demand: Demand
  readonly report: CameraReport
  readonly lessIntrusive: DossierFigures['lessIntrusive']
  readonly run: string | null
}

const rounded = (value: number, decimals = 1): number => {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale + 0
}
const monthsOfQuarter = 3

/** What the map says of a camera, as its dossier keeps it. */
export function figuresOf(inputs: FiguresInputs): DossierFigures {
  const { camera, demand, report, town } = inputs
  const week = report.incidents.byHour.map((n, hour) => n + (report.reports.byHour[hour] ?? 0))
  const quarters = Math.max(0, ...demand.incidents.map((cell) => cell.quarters.length))
  return {
    at: inputs.at.toISOString(),
    cameraVersion: inputs.cameraVersion,
    seenM2: rounded(report.area.seen),
    maskedM2: rounded(report.area.masked),
    homes: rounded(report.homes.n),
    facadeM: rounded(report.homes.facade),
    sensitive: report.sensitive.map(({ use, name, area, facade }) => ({
      use,
      name,
      areaM2: rounded(area),
      facadeM: rounded(facade),
    })),
    incidents: {
      n: rounded(report.incidents.n),
      byHour: byHourOfDay(report.incidents.byHour).map((n) => rounded(n, 2)),
      months: quarters * monthsOfQuarter || 24,
      byKind: Object.fromEntries(
        Object.entries(report.incidents.byKind).map(([kind, n]) => [kind, rounded(n)]),
      ),
    },
    reports: {
      n: rounded(report.reports.n),
      byHour: byHourOfDay(report.reports.byHour).map((n) => rounded(n, 2)),
      byReason: { ...report.reports.byReason },
    },
    leftOut: { ...demand.leftOut },
    watched: {
      hours: rounded(hoursWatched(camera.hours), 2),
      share: shareWatched(week, camera.hours),
    },
    place: placeName(town, camera),
    hotspotShare: report.hotspotShare,
    zones: report.zones.map(({ title, density, reach, area }) => ({
      title: { ...title },
      density,
      reachM: rounded(reach),
      areaM2: rounded(area),
    })),
    edition: inputs.edition,
    lessIntrusive: inputs.lessIntrusive,
    assumptions: report.assumptions.map((text) => ({ ...text })),
    run: inputs.run,
  }
}

/** Metres within which a street gives a place its name. A choice of this project. */
const nameWithin = 60

/** The nearest street or square with a name; '' where there is none near. */
export function placeName(town: Town, { at }: CameraMeasure): string {
  const [x, y] = town.plane.toPlane(at)
  let best = ''
  let least = nameWithin
  for (const { name, line } of town.streets) {
    if (!name) continue
    for (let i = 1; i < line.length; i += 1) {
      const metres = distanceTo(x, y, line[i - 1]!, line[i]!)
      if (metres < least) [least, best] = [metres, name]
    }
  }
  return best
}

function distanceTo(
  x: number,
  y: number,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2
  const t = length > 0 ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length)) : 0
  return Math.hypot(ax + t * (bx - ax) - x, ay + t * (by - ay) - y)
}
