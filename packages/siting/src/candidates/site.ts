import { type BoxGrid, boxGrid } from '../ground/box-grid.ts'
import { isWithin, type PlaneArea } from '../ground/plane-area.ts'
import { buildingAt, buildingsNear, isOpenGround, type Town } from '../ground/town.ts'
import type { RiskSurface } from '../risk/surface.ts'

/** What all candidates are looked for in. */
export interface Site {
  readonly town: Town
  readonly study: PlaneArea
  readonly excluded: readonly PlaneArea[]
  readonly surface: RiskSurface
  /** Finds risk points by place. */
  readonly points: BoxGrid
  /** Of each risk point 1 where a new lamp would help. */
  readonly dark: Uint8Array
}

export const pointGrid = ({ x, y }: RiskSurface): BoxGrid =>
  boxGrid(Array.from(x, (east, i) => [east, y[i]!, east, y[i]!]))

/** Whether a measure may stand here: in the study area, on open ground, not where the planner has said no. */
export const mayStand = ({ town, study, excluded }: Site, x: number, y: number): boolean =>
  isWithin(study, x, y) && !excluded.some((area) => isWithin(area, x, y)) && isOpenGround(town, x, y)

/** Risk points within so many metres of a place, rising. */
export const pointsNear = ({ points, surface }: Site, x: number, y: number, metres: number): number[] =>
  points
    .touching([x - metres, y - metres, x + metres, y + metres])
    .filter((i) => (surface.x[i]! - x) ** 2 + (surface.y[i]! - y) ** 2 <= metres * metres)

/** How far away a street may be that gives a place its name, metres. Assumption of this project. */
const streetNames = 60

/** The name of the nearest street or path that has one; '' where none is near. */
export function streetName({ streets, grids }: Town, x: number, y: number): string {
  const near = grids.streets.touching([x - streetNames, y - streetNames, x + streetNames, y + streetNames])
  let best = ''
  let least = streetNames
  for (const i of near) {
    const { name, line, covered } = streets[i]!
    if (!name || covered) continue
    for (let k = 1; k < line.length; k++) {
      const metres = toSegment(x, y, line[k - 1]!, line[k]!)
      if (metres < least) {
        least = metres
        best = name
      }
    }
  }
  return best
}

/** The name of a building, else of the street it stands by. */
export const buildingName = (town: Town, number: number, x: number, y: number): string =>
  town.buildings[number]?.name ?? streetName(town, x, y)

/** The name of the building a place leans against, or of the nearest street. */
export function placeName(town: Town, x: number, y: number): string {
  const leans = buildingsNear(town, x, y, 1).find((i) => town.buildings[i]!.name)
  return (
    (leans === undefined ? buildingAt(town, x, y)?.name : town.buildings[leans]!.name) ??
    streetName(town, x, y)
  )
}

export function toSegment(
  x: number,
  y: number,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
): number {
  const ex = bx - ax
  const ey = by - ay
  const along = Math.max(0, Math.min(1, ((x - ax) * ex + (y - ay) * ey) / (ex * ex + ey * ey || 1)))
  return Math.hypot(x - ax - along * ex, y - ay - along * ey)
}
