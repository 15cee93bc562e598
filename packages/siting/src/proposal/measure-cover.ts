import { isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { groundDistanceAtDensity } from '../camera.ts'
import type { PointCover } from '../candidates/candidate.ts'
import { clearingCover } from '../candidates/clearings.ts'
import { lampCover } from '../candidates/lamps.ts'
import { pointsNear, type Site } from '../candidates/site.ts'
import { type DensityEdition, densityZones } from '../density-zones.ts'
import { hoursOfWeek, weekLength } from '../ground/hours-of-week.ts'
import { lampsOf } from '../ground/lamps-of.ts'
import type { CameraMeasure, SitingMeasure } from '../ground/measure.ts'
import { isWithin, planeArea } from '../ground/plane-area.ts'
import { towardsStreet } from '../ground/towards-street.ts'
import type { LuminaireFiles } from '../reports/light-report.ts'
import { type PlacedCamera, placedCamera, seesUnmasked } from '../reports/placed-camera.ts'
import type { Text } from '../reports/text.ts'

/** What measures that are already described are reckoned by. */
export interface CoverTerms {
  /** What a camera's picture must be good enough for. */
  readonly edition: DensityEdition
  readonly zone: string
  /** Metres the light of one lamp is reckoned to help. */
  readonly lampReach: number
  readonly luminaires: LuminaireFiles
}

/** Where no request says otherwise: a person can be detected. Assumptions of this project. */
export const usualTerms = { edition: 2014, zone: 'detect', lampReach: 25 } as const

/** The risk points a measure covers and the hours in which it acts. */
export interface MeasureCover {
  readonly cover: PointCover
  readonly hours: Float64Array
  readonly assumptions: readonly Text[]
}

const always = new Float64Array(weekLength).fill(1)
const whole = (points: number[]): PointCover => ({
  points: Int32Array.from(points),
  quality: new Float64Array(points.length).fill(1),
})

/** What a measure covers of a site's risk, or why it cannot be reckoned with. */
export function measureCover(site: Site, measure: SitingMeasure, terms: CoverTerms): MeasureCover | Refusal {
  switch (measure.kind) {
    case 'camera':
      return cameraCover(site, measure, terms)
    case 'light': {
      const lamps = lampsOf(measure, terms.luminaires, site.town.plane, towardsStreet(site.town))
      if (isRefusal(lamps)) return lamps
      const best = new Map<number, number>()
      for (const { x, y } of lamps.lamps) {
        const own = lampCover(site, x, y, terms.lampReach)
        own?.points.forEach((point, k) => {
          best.set(point, Math.max(best.get(point) ?? 0, own.quality[k]!))
        })
      }
      const points = [...best.keys()].sort((a, b) => a - b)
      const quality = Float64Array.from(points, (point) => best.get(point)!)
      return {
        cover: { points: Int32Array.from(points), quality },
        hours: site.surface.dark,
        assumptions: lamps.assumptions,
      }
    }
    case 'clearance': {
      const area = planeArea(measure.rings, site.town.plane)
      if (!area) return broken
      return { cover: clearingCover(site, area), hours: always, assumptions: [] }
    }
    case 'presence': {
      const area = planeArea(measure.rings, site.town.plane)
      if (!area) return broken
      const { x, y } = site.surface
      const points = site.points.touching(area.box).filter((i) => isWithin(area, x[i]!, y[i]!))
      return { cover: whole(points), hours: hoursOfWeek(measure.hours), assumptions: [] }
    }
  }
}

const broken = refuse(
  'broken-area',
  'Ytan korsar sig själv. Rita den på nytt.',
  'The area crosses itself. Draw it anew.',
)

function cameraCover(site: Site, measure: CameraMeasure, terms: CoverTerms): MeasureCover | Refusal {
  const placed = placedCamera(site.town, measure, terms.edition)
  if (isRefusal(placed)) return placed
  return {
    cover: cameraPoints(site, placed, terms),
    hours: hoursOfWeek(measure.hours),
    assumptions: placed.assumptions,
  }
}

/** The risk points a camera sees well enough, unmasked. */
export function cameraPoints(site: Site, placed: PlacedCamera, { edition, zone }: CoverTerms): PointCover {
  const { camera, view } = placed.coverage
  const density = densityZones[edition].find(({ id }) => id === zone)?.density ?? 0
  const good =
    density > 0 ? Math.min(view.far, groundDistanceAtDensity(view, camera.height, density)) : view.far
  const { x, y } = site.surface
  return whole(pointsNear(site, camera.x, camera.y, good).filter((i) => seesUnmasked(placed, x[i]!, y[i]!)))
}
