import type { Town } from '../ground/town.ts'
import { buildingName, mayStand, type Site } from './site.ts'

/** A place a camera may be mounted, and which way it may look. */
export interface MountingPlace {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly constraint: 'facade' | 'pole' | 'lamp' | 'drawn'
  readonly place: string
  /** Directions are counted from here, degrees clockwise from north: straight out from a wall. */
  readonly facing: number
  /** How far aside of `facing` it may look, degrees; 180 all round. */
  readonly aside: number
  /** What it stands on, where something else may stand too. */
  readonly group?: string
}

/** Assumptions of this project, metres. */
const between = 18
const outside = 0.3
const leastWall = 4
/** m²: what is smaller is a shed or a kiosk. */
const leastBuilding = 30

/**
 * Places on the outer walls of buildings at least as high as the camera is mounted: at corners that stand out, and along
 * walls about every 18 m, a little outside so that the wall itself does not hide the street.
 */
export function facadePlaces(site: Site, height: number): MountingPlace[] {
  const { town } = site
  return town.buildings.flatMap((building, number) => {
    if (building.m2 < leastBuilding || (building.height !== undefined && building.height < height)) return []
    const [west, south, east, north] = building.box
    const [w, s, e, n] = site.study.box
    if (west > e || east < w || south > n || north < s) return []
    return wallPlaces(town, number).flatMap(({ x, y, nx, ny, aside }, at) => {
      const px = x + outside * nx
      const py = y + outside * ny
      if (!mayStand(site, px, py)) return []
      const facing = (Math.round((Math.atan2(nx, ny) * 180) / Math.PI) + 360) % 360
      const id = `facade-${number}-${at}`
      return [
        {
          id,
          x: px,
          y: py,
          constraint: 'facade' as const,
          place: buildingName(town, number, px, py),
          facing,
          aside,
          group: id,
        },
      ]
    })
  })
}

interface WallPlace {
  readonly x: number
  readonly y: number
  readonly nx: number
  readonly ny: number
  readonly aside: number
}

/** Corners and places along the outer ring of a building; the scene has the solid to the left of every edge. */
function wallPlaces({ scene }: Town, number: number): WallPlace[] {
  const { edgesOf, next, x0, y0, x1, y1 } = scene
  const places: WallPlace[] = []
  const first = edgesOf[number]!
  let i = first
  do {
    const ex = x1[i]! - x0[i]!
    const ey = y1[i]! - y0[i]!
    const length = Math.hypot(ex, ey)
    const nx = ey / length
    const ny = -ex / length
    const inner = length >= leastWall ? Math.round(length / between) - 1 : 0
    for (let k = 1; k <= inner; k++) {
      const share = k / (inner + 1)
      places.push({ x: x0[i]! + share * ex, y: y0[i]! + share * ey, nx, ny, aside: 90 })
    }
    const j = next[i]!
    const fx = x1[j]! - x0[j]!
    const fy = y1[j]! - y0[j]!
    const other = Math.hypot(fx, fy)
    const turn = (ex * fy - ey * fx) / (length * other)
    // A corner stands out where the wall turns left by a good deal, and its walls are no mere ledge.
    if (turn > 0.5 && length >= leastWall && other >= leastWall) {
      const mx = nx + fy / other
      const my = ny - fx / other
      const out = Math.hypot(mx, my)
      places.push({ x: x1[i]!, y: y1[i]!, nx: mx / out, ny: my / out, aside: 135 })
    }
    i = j
  } while (i !== first && places.length < 10_000)
  return places
}
