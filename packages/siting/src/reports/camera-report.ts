import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import type { DensityEdition } from '../density-zones.ts'
import type { Demand } from '../ground/demand.ts'
import type { Ground, Rings, SensitiveUse } from '../ground/ground.ts'
import type { CameraMeasure, SitingMeasure } from '../ground/measure.ts'
import { type Town, townFrom } from '../ground/town.ts'
import { blindSpots, groundOf, zonesOf } from './camera-shape.ts'
import { demandInView } from './demand-in-view.ts'
import { remarksOnDemand } from './demand-seen.ts'
import { rounded } from './figures.ts'
import { type PlacedCamera, placedCamera, seesUnmasked, standingCameras } from './placed-camera.ts'
import { fillRings } from './raster.ts'
import { areaSeen, seenSquares } from './seen-squares.ts'
import type { Text } from './text.ts'
import { facadesSeen, sensitiveSeen } from './watched.ts'

export interface CameraReportInputs {
  readonly camera: CameraMeasure
  readonly edition: DensityEdition
  readonly ground: Ground
  readonly demand: Demand
  /** Other cameras of the plan; those that stand are in the ground. */
  readonly others: readonly SitingMeasure[]
}

/** What one camera sees and whom. Areas in m², masked ground left out of every count but `area.masked`. */
export interface CameraReport {
  readonly area: {
    readonly seen: number
    readonly masked: number
    readonly overlap: number
    readonly blind: number
  }
  readonly zones: readonly {
    readonly id: string
    readonly title: Text
    readonly density: number
    /** Metres along the ground. */
    readonly near: number
    readonly reach: number
    readonly area: number
    readonly shape: readonly Rings[]
  }[]
  /** Ground in reach and direction that something stands before. */
  readonly blindSpots: readonly Rings[]
  /** Events of squares by the share of their open ground that is in view; `byHour` 168 hours of the week, Monday 00-01 first. */
  readonly incidents: {
    readonly n: number
    /** Of those whose hour is known: when the camera watches. */
    readonly inHours: number
    readonly byHour: readonly number[]
    readonly byKind: Readonly<Record<string, number>>
  }
  readonly reports: {
    readonly n: number
    readonly ids: readonly string[]
    readonly byHour: readonly number[]
    /** By the first reason. */
    readonly byReason: Readonly<Record<string, number>>
  }
  /** Share of the incidents and reports within 500 m that fall in view, 0 to 1; null where there are none. */
  readonly hotspotShare: number | null
  /** Existing and planned cameras that see some of the same ground. */
  readonly overlaps: readonly { readonly id: string; readonly title: string; readonly area: number }[]
  readonly sensitive: readonly {
    readonly id: string
    readonly use: SensitiveUse
    readonly name: string
    readonly area: number
    readonly facade: number
  }[]
  /** Homes with façade in view that no mask covers, and metres of it. */
  readonly homes: { readonly n: number; readonly facade: number }
  readonly assumptions: readonly Text[]
}

/**
 * What a camera sees and whom, or why it sees nothing: a lens, a height or a reach that cannot be, or a place within a
 * building. Sight is reckoned on level ground, buildings and walls higher than the camera.
 */
export function cameraReport({
  camera: measure,
  edition,
  ground,
  demand,
  others,
}: CameraReportInputs): CameraReport | Refusal {
  const town = townFrom(ground)
  const camera = placedCamera(town, measure, edition)
  if (isRefusal(camera)) return camera
  const { coverage } = camera
  const squares = seenSquares(camera)
  const { raster, m2, seen, masked: hidden } = squares
  const open = groundOf(town, raster)

  const hiddenIn = (polygons: readonly number[][][]) => {
    let count = 0
    for (const rings of polygons)
      fillRings(raster, rings, (square) => {
        count += hidden[square]!
      })
    return count * m2
  }
  const masked = hiddenIn(coverage.seen.polygons)
  const place = (square: number): [number, number] => [
    raster.west + ((square % raster.columns) + 0.5) * raster.step,
    raster.south + (Math.floor(square / raster.columns) + 0.5) * raster.step,
  ]
  const overlapping = otherCameras(town, measure, others, coverage)
  const shared = overlapping.map(() => 0)
  let overlap = 0
  if (overlapping.length > 0)
    for (let square = 0; square < seen.length; square++) {
      if (seen[square] === 0 || hidden[square] === 1) continue
      const at = place(square)
      let any = false
      overlapping.forEach((other, i) => {
        if (!seesUnmasked(other, ...at)) return
        any = true
        shared[i]! += m2
      })
      if (any) overlap += m2
    }

  const facades = facadesSeen(town, camera)
  const sensitive = sensitiveSeen(town, facades, (one) => areaSeen(squares, one))
  let homes = 0
  let homesFacade = 0
  let homesAssumed = false
  for (const [of, metres] of facades) {
    const building = town.buildings[of]!
    if (building.homes === 0) continue
    homes += building.homes
    homesFacade += metres
    homesAssumed ||= building.homesAssumed
  }

  const blind = blindSpots(town, raster, open, coverage)
  return {
    area: {
      seen: rounded(Math.max(0, coverage.seen.area - masked), 1),
      masked: rounded(masked, 1),
      overlap: rounded(overlap, 1),
      blind: rounded(blind.area, 1),
    },
    zones: zonesOf(camera, town).map((zone, i) => {
      const { band } = coverage.zones[i]!
      return {
        ...zone,
        near: rounded(zone.near),
        reach: rounded(zone.reach),
        area: rounded(Math.max(0, band.area - hiddenIn(band.polygons)), 1),
      }
    }),
    blindSpots: blind.rings,
    ...demandInView(town, demand, camera, measure.hours),
    overlaps: overlapping
      .map(({ id, title }, i) => ({ id, title, area: rounded(shared[i]!, 1) }))
      .filter(({ area }) => area >= 1)
      .sort((a, b) => b.area - a.area || (a.id < b.id ? -1 : 1)),
    sensitive: sensitive.map((one) => ({
      ...one,
      area: rounded(one.area, 1),
      facade: rounded(one.facade, 1),
    })),
    homes: { n: homes, facade: rounded(homesFacade, 1) },
    assumptions: [
      ...camera.assumptions,
      level,
      ...(homesAssumed ? [guessedHomes] : []),
      ...town.remarks,
      ...remarksOnDemand(demand),
    ],
  }
}

const level: Text = {
  sv: 'Marken räknas som plan, och byggnader och murar som högre än kameran.',
  en: 'The ground counts as level, and buildings and walls as higher than the camera.',
}
const guessedHomes: Text = {
  sv: 'Antalet bostäder är uppskattat efter byggnadernas storlek där kartan inte säger det.',
  en: 'The number of homes is estimated by the size of the buildings where the map does not say.',
}

/** Cameras that may see some of the same ground: those that stand and those of the plan, as the plan has them. */
function otherCameras(
  town: Town,
  { id }: CameraMeasure,
  others: readonly SitingMeasure[],
  { camera, view }: PlacedCamera['coverage'],
): PlacedCamera[] {
  const planned = others.flatMap((other) => {
    if (other.kind !== 'camera' || other.id === id) return []
    const placed = placedCamera(town, other, 2014)
    return isRefusal(placed) ? [] : [placed]
  })
  const replaced = new Set([id, ...planned.map((one) => one.id)])
  const standing = standingCameras(town).cameras.filter((one) => !replaced.has(one.id))
  return [...standing, ...planned].filter(
    ({ coverage: { camera: other, view: sight } }) =>
      Math.hypot(other.x - camera.x, other.y - camera.y) < view.far + sight.far,
  )
}
