import type { PlaneBox } from '../ground/box-grid.ts'
import { areaOf, type PlaneArea } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import { type Corner, prepareScene, type Scene } from '../scene.ts'
import { cutOutlines } from './cut-outline.ts'

/** Metres from a path's edge that are kept free of shrubs, also where the map's wood covers the path. A choice of this project. */
const verge = 0.5

export interface ShrubScenes {
  readonly before: Scene
  readonly after: Scene
}

/**
 * What stops the eye of somebody on the paths about a clearance, before and after it: buildings, walls and the outlines of
 * greenery, which end at the paths through them. `gone` is cleared in both. `shrubs` stand before though no map has them.
 */
export function shrubScenes(
  town: Town,
  box: PlaneBox,
  clearance: PlaneArea,
  { gone, shrubs, opens }: { gone: readonly PlaneArea[]; shrubs: boolean; opens: boolean },
): ShrubScenes {
  const buildings = town.grids.buildings.touching(box).map((i) => town.buildings[i]!.rings)
  const greenery: PlaneArea[] = town.greenery.filter((area) => near(area.box, box))
  const cuts = [...gone.filter((area) => near(area.box, box)), ...pathsIn(town, box)]
  const walls = town.walls.filter((line) => line.some(([x, y]) => near([x, y, x, y], box)))
  const scene = (areas: readonly PlaneArea[], extra: readonly PlaneArea[]) =>
    prepareScene({ buildings, walls: [...walls, ...cutOutlines(areas, [...cuts, ...extra])] })
  const before = scene(shrubs ? [...greenery, clearance] : greenery, [])
  return { before, after: opens ? scene(greenery, [clearance]) : before }
}

const near = (a: PlaneBox, b: PlaneBox): boolean =>
  a[0] <= b[2] && a[2] >= b[0] && a[1] <= b[3] && a[3] >= b[1]

/** The ground of streets and paths, a rectangle for each straight piece. */
function pathsIn(town: Town, box: PlaneBox): PlaneArea[] {
  return town.grids.streets.touching(box).flatMap((i) => {
    const { line, width, covered } = town.streets[i]!
    if (covered) return []
    const half = Math.max(0, width) / 2 + verge
    return line.slice(1).flatMap(([bx, by], k) => {
      const [ax, ay] = line[k]!
      const length = Math.hypot(bx - ax, by - ay)
      if (length === 0) return []
      const ux = ((bx - ax) / length) * half
      const uy = ((by - ay) / length) * half
      // Half a width past its ends, so that bends leave no shrubs between two pieces.
      const ring: Corner[] = [
        [ax - ux + uy, ay - uy - ux],
        [bx + ux + uy, by + uy - ux],
        [bx + ux - uy, by + uy + ux],
        [ax - ux - uy, ay - uy + ux],
      ]
      return [areaOf([[...ring, ring[0]!]])]
    })
  })
}
