import { type LocalPlane, type LonLat, localPlane } from '../local-plane.ts'
import type { Text } from '../reports/text.ts'
import { type Corner, prepareScene, type Scene } from '../scene.ts'
import { type BoxGrid, boxGrid, type PlaneBox } from './box-grid.ts'
import type {
  Ground,
  GroundArea,
  GroundBuilding,
  GroundCamera,
  GroundLamp,
  GroundStreet,
  SensitiveArea,
} from './ground.ts'
import { isWithin, type PlaneArea, planeArea } from './plane-area.ts'

export type TownBuilding = Omit<GroundBuilding, 'rings'> & PlaneArea
export type TownArea = Omit<GroundArea, 'rings'> & PlaneArea
export type TownSensitive = Omit<SensitiveArea, 'rings'> & PlaneArea
export type TownStreet = Omit<GroundStreet, 'line'> & {
  readonly line: readonly Corner[]
  readonly box: PlaneBox
}
export type TownLamp = Omit<GroundLamp, 'at'> & { readonly x: number; readonly y: number }
export type TownCamera = Omit<GroundCamera, 'at'> & { readonly x: number; readonly y: number }

/** A piece of ground in metres about the middle of its box, made ready for questions. Lists in the ground's order. */
export interface Town {
  readonly ground: Ground
  readonly plane: LocalPlane
  /** The ground's box in metres. */
  readonly box: PlaneBox
  /** Building i is number i of both scenes. */
  readonly buildings: readonly TownBuilding[]
  readonly walls: readonly (readonly Corner[])[]
  readonly streets: readonly TownStreet[]
  readonly lamps: readonly TownLamp[]
  readonly cameras: readonly TownCamera[]
  readonly greenery: readonly TownArea[]
  readonly sensitive: readonly TownSensitive[]
  readonly water: readonly TownArea[]
  /** What stops light and a camera's view: buildings and walls. */
  readonly scene: Scene
  /** What stops the eye of somebody on the ground: greenery too, numbered on after the buildings. */
  readonly sightScene: Scene
  readonly grids: { readonly buildings: BoxGrid; readonly water: BoxGrid; readonly streets: BoxGrid }
  /** Ids of what crosses itself or encloses nothing, and so stands nowhere. */
  readonly leftOut: { readonly buildings: readonly string[]; readonly areas: readonly string[] }
  /** What of it is left out, in words. */
  readonly remarks: readonly Text[]
}

const towns = new WeakMap<Ground, Town>()

/** The ground in metres, prepared once for each ground object. Throws RangeError where its box is none. */
export function townFrom(ground: Ground): Town {
  const known = towns.get(ground)
  if (known) return known
  const town = build(ground)
  towns.set(ground, town)
  return town
}

/** The building a place stands in, its outline included; null in the open. */
export function buildingAt(town: Town, x: number, y: number): TownBuilding | null {
  const found = town.grids.buildings.touching([x, y, x, y]).find((i) => isWithin(town.buildings[i]!, x, y))
  return found === undefined ? null : town.buildings[found]!
}

/** Numbers of the buildings whose boxes come within so many metres of a place. */
export const buildingsNear = (town: Town, x: number, y: number, metres: number): number[] =>
  town.grids.buildings.touching([x - metres, y - metres, x + metres, y + metres])

/** Whether a place lies in water. */
export const isWater = (town: Town, x: number, y: number): boolean =>
  town.grids.water.touching([x, y, x, y]).some((i) => isWithin(town.water[i]!, x, y))

/** Whether a place is neither in a building nor in water. */
export const isOpenGround = (town: Town, x: number, y: number): boolean =>
  buildingAt(town, x, y) === null && !isWater(town, x, y)

function build(ground: Ground): Town {
  const [west, south, east, north] = ground.box
  const plane = localPlane([(west + east) / 2, (south + north) / 2])
  const broken: { buildings: string[]; areas: string[] } = { buildings: [], areas: [] }
  const buildings = areasIn(ground.buildings, plane, broken.buildings)
  const greenery = areasIn(ground.greenery, plane, broken.areas)
  const sensitive = areasIn(ground.sensitive, plane, broken.areas)
  const water = areasIn(ground.water, plane, broken.areas)
  const walls = ground.walls.map(({ line }) => line.map(plane.toPlane)).filter(isLine)
  const streets = ground.streets
    .map((street) => {
      const line = street.line.map(plane.toPlane)
      return { ...street, line, box: boxOf(line) }
    })
    .filter(({ line }) => isLine(line))
  const solid = buildings.map(({ rings }) => rings)
  const [w, s] = plane.toPlane([west, south])
  const [e, n] = plane.toPlane([east, north])
  return {
    ground,
    plane,
    box: [w, s, e, n],
    buildings,
    walls,
    streets,
    lamps: ground.lamps.map((lamp) => placed(lamp, plane)),
    cameras: ground.cameras.map((camera) => placed(camera, plane)),
    greenery,
    sensitive,
    water,
    scene: prepareScene({ buildings: solid, walls }),
    sightScene: prepareScene({ buildings: [...solid, ...greenery.map(({ rings }) => rings)], walls }),
    grids: {
      buildings: boxGrid(buildings.map(({ box }) => box)),
      water: boxGrid(water.map(({ box }) => box)),
      streets: boxGrid(streets.map(({ box }) => box)),
    },
    leftOut: broken,
    remarks: remarksOn(broken),
  }
}

function areasIn<A extends GroundArea | GroundBuilding>(
  areas: readonly A[],
  plane: LocalPlane,
  broken: string[],
): (Omit<A, 'rings'> & PlaneArea)[] {
  return areas.flatMap((one) => {
    const area = planeArea(one.rings, plane)
    if (area) return [{ ...one, ...area }]
    broken.push(one.id)
    return []
  })
}

const placed = <T extends { readonly at: LonLat }>(one: T, { toPlane }: LocalPlane) => {
  const { at, ...rest } = one
  const [x, y] = toPlane(at)
  return { ...rest, x, y }
}

const isLine = (line: readonly Corner[]): boolean =>
  line.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)) &&
  line.some(([x, y]) => x !== line[0]![0] || y !== line[0]![1])

const boxOf = (line: readonly Corner[]): PlaneBox => [
  Math.min(...line.map(([x]) => x)),
  Math.min(...line.map(([, y]) => y)),
  Math.max(...line.map(([x]) => x)),
  Math.max(...line.map(([, y]) => y)),
]

function remarksOn({ buildings, areas }: Town['leftOut']): Text[] {
  const b = buildings.length
  const a = areas.length
  return [
    ...(b > 0
      ? [
          {
            sv: `${b} ${b === 1 ? 'byggnad' : 'byggnader'} i kartunderlaget korsar sig själva eller saknar yta och räknas inte med.`,
            en: `${b} ${b === 1 ? 'building' : 'buildings'} of the map cross themselves or enclose nothing and are left out.`,
          },
        ]
      : []),
    ...(a > 0
      ? [
          {
            sv: `${a} ${a === 1 ? 'yta' : 'ytor'} i kartunderlaget (vatten, grönska, känslig mark) korsar sig själva eller saknar yta och räknas inte med.`,
            en: `${a} ${a === 1 ? 'area' : 'areas'} of the map (water, greenery, sensitive ground) cross themselves or enclose nothing and are left out.`,
          },
        ]
      : []),
  ]
}
