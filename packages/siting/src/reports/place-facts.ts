import { isRefusal } from '@trygghetskartan/geo'
import type { Ground } from '../ground/ground.ts'
import { lampsOf } from '../ground/lamps-of.ts'
import type { SitingMeasure, WeekHours } from '../ground/measure.ts'
import { standingLamps } from '../ground/standing-lamps.ts'
import { nearestOn, towardsStreet } from '../ground/towards-street.ts'
import { buildingAt, type Town, townFrom } from '../ground/town.ts'
import type { Lamp } from '../illuminance.ts'
import { isovistArea } from '../isovist.ts'
import type { LonLat } from '../local-plane.ts'
import { visibleFrom } from '../visibility.ts'
import { rounded } from './figures.ts'
import { lightField } from './light-field.ts'
import type { LuminaireFiles } from './light-report.ts'
import { type PlacedCamera, placedCamera, seesUnmasked, standingCameras } from './placed-camera.ts'

export interface PlaceFactsInputs {
  readonly at: LonLat
  readonly ground: Ground
  readonly planned: readonly SitingMeasure[]
  readonly luminaires: LuminaireFiles
}

/** What lights a place and who sees it. */
export interface PlaceFacts {
  /** Lux now, and with what is planned. */
  readonly lux: number
  readonly luxPlanned: number
  /** Brightest first, those that give at least a hundredth of a lux; a row of lamps as one, by its nearest. '' where it has no title. */
  readonly lamps: readonly {
    readonly id: string
    readonly title: string
    readonly metres: number
    readonly lux: number
    readonly planned: boolean
    readonly assumed: boolean
  }[]
  /** `density` in pixels per metre; `hours` as said, null around the clock. */
  readonly cameras: readonly {
    readonly id: string
    readonly title: string
    readonly metres: number
    readonly density: number
    readonly hours: WeekHours | null
    readonly planned: boolean
    readonly assumed: boolean
  }[]
  /** Buildings with windows that may see the place: nearest first, at most ten. */
  readonly overlooked: readonly {
    readonly id: string
    readonly name: string
    readonly use: string
    readonly metres: number
  }[]
  /** Square metres of ground one sees from here within 60 m. */
  readonly openView: number
  /** Name or id of the building the place is in; '' in the open. */
  readonly inside: string
}

/** Metres about a place within which others may overlook it, and one's own view is told. A choice of this project. */
const sight = 60
const mostOverlooking = 10
/** Metres of façade that are too little for a window. */
const leastFacade = 1
/** Lux of one lamp that are worth telling. */
const leastLux = 0.01

/** What lights a place and who sees it, now and with what is planned. Indoors nothing of it is known: `inside` says where. */
export function placeFacts({ at, ground, planned, luminaires }: PlaceFactsInputs): PlaceFacts {
  const town = townFrom(ground)
  const [x, y] = town.plane.toPlane(at)
  const building = buildingAt(town, x, y)
  if (building)
    return {
      lux: 0,
      luxPlanned: 0,
      lamps: [],
      cameras: [],
      overlooked: [],
      openView: 0,
      inside: building.name ?? building.id,
    }
  // What stands is not planned any more.
  const standing = new Set(ground.measures.map(({ id }) => id))
  const ahead = planned.filter(({ id }) => !standing.has(id))
  const lamps = lampsAt(town, ahead, luminaires, x, y)
  const sum = (some: PlaceFacts['lamps']) => rounded(some.reduce((lux, lamp) => lux + lamp.lux, 0))
  return {
    lux: sum(lamps.filter((lamp) => !lamp.planned)),
    luxPlanned: sum(lamps),
    lamps: lamps
      .filter(({ lux }) => lux >= leastLux)
      .map((lamp) => ({ ...lamp, lux: rounded(lamp.lux), metres: rounded(lamp.metres, 1) })),
    cameras: camerasOn(town, ahead, x, y),
    overlooked: overlooking(town, x, y),
    openView: rounded(viewFrom(town, x, y)),
    inside: '',
  }
}

function lampsAt(
  town: Town,
  planned: readonly SitingMeasure[],
  luminaires: LuminaireFiles,
  x: number,
  y: number,
): PlaceFacts['lamps'][number][] {
  const told: PlaceFacts['lamps'][number][] = []
  const tell = (id: string, title: string, lamps: readonly Lamp[], isPlanned: boolean, assumed: boolean) => {
    const lux = lightField(town, lamps).at(Float64Array.of(x), Float64Array.of(y))[0]!
    if (lux === 0) return
    const metres = Math.min(...lamps.map((lamp) => Math.hypot(lamp.x - x, lamp.y - y)))
    told.push({ id, title, metres, lux, planned: isPlanned, assumed })
  }
  // Of the map's lamps, one for each and in its order.
  const imported = standingLamps(town, luminaires, []).lamps
  for (const [i, { id }] of town.lamps.entries()) tell(id, '', [imported[i]!], false, true)
  const own = (measures: readonly SitingMeasure[], isPlanned: boolean) => {
    for (const measure of measures) {
      if (measure.kind !== 'light') continue
      const made = lampsOf(measure, luminaires, town.plane, towardsStreet(town))
      if (!isRefusal(made))
        tell(measure.id, measure.title, made.lamps, isPlanned, made.assumptions.length > 0)
    }
  }
  own(town.ground.measures, false)
  own(planned, true)
  return told.sort((a, b) => b.lux - a.lux || (a.id < b.id ? -1 : 1))
}

function camerasOn(
  town: Town,
  planned: readonly SitingMeasure[],
  x: number,
  y: number,
): PlaceFacts['cameras'] {
  const tell = (camera: PlacedCamera, isPlanned: boolean): PlaceFacts['cameras'] => {
    if (!seesUnmasked(camera, x, y)) return []
    const { id, title, hours, assumed, coverage } = camera
    const metres = Math.hypot(coverage.camera.x - x, coverage.camera.y - y)
    const slant = Math.hypot(metres, coverage.camera.height)
    const density = rounded(coverage.view.densityAtOneMetre / slant, 1)
    return [{ id, title, metres: rounded(metres, 1), density, hours, planned: isPlanned, assumed }]
  }
  return [
    ...standingCameras(town).cameras.flatMap((camera) => tell(camera, false)),
    ...planned.flatMap((measure) => {
      const camera = measure.kind === 'camera' ? placedCamera(town, measure, 2014) : null
      return camera === null || isRefusal(camera) ? [] : tell(camera, true)
    }),
  ].sort((a, b) => b.density - a.density || (a.id < b.id ? -1 : 1))
}

/** Buildings with façade in sight of the place. */
function overlooking(town: Town, x: number, y: number): PlaceFacts['overlooked'] {
  const seen = visibleFrom(town.scene, x, y, sight)
  if (isRefusal(seen)) return []
  const facades = new Map<number, { metres: number; length: number }>()
  for (let k = 0; k < seen.length; k++) {
    const of = seen.edge[k]! >= 0 ? town.scene.building[seen.edge[k]!]! : -1
    if (of < 0) continue
    const from = [seen.start[2 * k]!, seen.start[2 * k + 1]!] as const
    const to = [seen.end[2 * k]!, seen.end[2 * k + 1]!] as const
    const [u, v] = nearestOn(from, to, x, y)
    const metres = Math.hypot(u - x, v - y)
    const before = facades.get(of) ?? { metres: Infinity, length: 0 }
    facades.set(of, {
      metres: Math.min(before.metres, metres),
      length: before.length + Math.hypot(to[0] - from[0], to[1] - from[1]),
    })
  }
  return [...facades]
    .filter(([, { length }]) => length >= leastFacade)
    .sort(([a, p], [b, q]) => p.metres - q.metres || a - b)
    .slice(0, mostOverlooking)
    .map(([of, { metres }]) => {
      const { id, name = '', use } = town.buildings[of]!
      return { id, name, use, metres: rounded(metres, 1) }
    })
}

/** m² that somebody sees who stands there; in shrubs as if they were not. */
function viewFrom(town: Town, x: number, y: number): number {
  for (const scene of [town.sightScene, town.scene]) {
    const seen = visibleFrom(scene, x, y, sight)
    if (!isRefusal(seen)) return isovistArea(seen)
  }
  return 0
}
