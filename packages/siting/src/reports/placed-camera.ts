import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { type CameraCoverage, cameraCoverage, cameraSees } from '../coverage-area.ts'
import type { DensityEdition } from '../density-zones.ts'
import { assumedCamera, knownCameraOf } from '../ground/assumed-camera.ts'
import type { CameraMeasure, KnownCamera, WeekHours } from '../ground/measure.ts'
import { isWithin, type PlaneArea, planeArea } from '../ground/plane-area.ts'
import { buildingAt, type Town } from '../ground/town.ts'
import type { LonLat } from '../local-plane.ts'
import type { Corner } from '../scene.ts'
import type { Text } from './text.ts'

/** A camera in its town: what it sees, what is masked out of its picture, and what of it is assumed. */
export interface PlacedCamera {
  readonly id: string
  readonly title: string
  readonly coverage: CameraCoverage
  readonly masks: readonly PlaneArea[]
  /** When it watches; null around the clock, or where nobody has said. */
  readonly hours: WeekHours | null
  /** Whether anything of the camera itself is assumed. */
  readonly assumed: boolean
  readonly assumptions: readonly Text[]
}

/** Metres a camera may stand within a wall before it counts as inside the building: drawings are no better. */
const wallDepth = 0.5
/** Of imported cameras, which stand on the outlines of buildings as coarsely as those are drawn. Both are choices of this project. */
const importedWallDepth = 3
/** Metres out from the façade that such a camera is moved to. */
const clearOfWall = 0.05

/** A camera of a measure in its town, or why it sees nothing there: absurd values, or a place within a building. */
export function placedCamera(
  town: Town,
  { id, title, at, camera, masks, hours }: CameraMeasure,
  edition: DensityEdition,
): PlacedCamera | Refusal {
  const broken = masks.filter((rings) => planeArea(rings, town.plane) === null).length
  const placed = place(town, { id, title, at, known: camera, depth: wallDepth }, edition)
  if (isRefusal(placed)) return placed
  return {
    ...placed,
    hours,
    masks: masks.flatMap((rings) => planeArea(rings, town.plane) ?? []),
    assumptions: [
      ...placed.assumptions,
      ...(broken > 0
        ? [
            {
              sv: `${broken} ${broken === 1 ? 'mask korsar' : 'masker korsar'} sig själv eller saknar yta och döljer inget. Rita om.`,
              en: `${broken} ${broken === 1 ? 'mask crosses itself or encloses' : 'masks cross themselves or enclose'} nothing and ${broken === 1 ? 'hides' : 'hide'} nothing. Draw anew.`,
            },
          ]
        : []),
    ],
  }
}

/** Whether a camera sees a place on the ground that no mask hides. */
export const seesUnmasked = ({ coverage, masks }: PlacedCamera, x: number, y: number): boolean =>
  cameraSees(coverage, x, y) && !masks.some((mask) => isWithin(mask, x, y))

const standing = new WeakMap<Town, ReturnType<typeof findStanding>>()

/**
 * Cameras that stand: those of the imported map, somebody else's, and our own measures in the ground. Indoor ones see no
 * street and are left out; so are those inside a building, whose number is told. Reckoned once for each town.
 */
export function standingCameras(town: Town): ReturnType<typeof findStanding> {
  const known = standing.get(town) ?? findStanding(town)
  standing.set(town, known)
  return known
}

function findStanding(town: Town): { readonly cameras: readonly PlacedCamera[]; readonly enclosed: number } {
  let enclosed = 0
  const cameras: PlacedCamera[] = []
  const keep = (camera: PlacedCamera | Refusal) => {
    if (isRefusal(camera)) enclosed++
    else cameras.push(camera)
  }
  for (const { id, at, kind = '', ...rest } of town.ground.cameras) {
    if (/indoor/i.test(kind)) continue
    const known = knownCameraOf(rest)
    keep(place(town, { id, title: '', at, known, depth: importedWallDepth }, 2014))
  }
  for (const measure of town.ground.measures)
    if (measure.kind === 'camera') keep(placedCamera(town, measure, 2014))
  return { cameras, enclosed }
}

function place(
  town: Town,
  {
    id,
    title,
    at,
    known,
    depth,
  }: {
    readonly id: string
    readonly title: string
    readonly at: LonLat
    readonly known: KnownCamera
    readonly depth: number
  },
  edition: DensityEdition,
): PlacedCamera | Refusal {
  const [x, y] = town.plane.toPlane(at)
  const spot = outOfWall(town, x, y, depth)
  const { camera, assumed, assumptions } = assumedCamera(known, spot)
  const coverage = cameraCoverage(town.scene, camera, edition)
  if (isRefusal(coverage)) return coverage
  const moved = Math.hypot(spot[0] - x, spot[1] - y)
  return {
    id,
    title,
    coverage,
    masks: [],
    hours: null,
    assumed: assumed.length > 0,
    assumptions: [
      ...assumptions,
      ...(moved > 2 * clearOfWall
        ? [
            {
              sv: `Kameran är ritad ${decimetres(moved, ',')} m in i en vägg och räknas från fasaden.`,
              en: `The camera is drawn ${decimetres(moved, '.')} m into a wall and is reckoned from the façade.`,
            },
          ]
        : []),
    ],
  }
}

const decimetres = (metres: number, point: string): string => metres.toFixed(1).replace('.', point)

/** A place at most `depth` metres within a building's wall, moved just out of it; any other place as it is. */
function outOfWall(town: Town, x: number, y: number, depth: number): Corner {
  const building = buildingAt(town, x, y)
  if (!building) return [x, y]
  let nearest = depth
  let spot: Corner = [x, y]
  for (const ring of building.rings)
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = ring[i - 1]!
      const ex = ring[i]![0] - ax
      const ey = ring[i]![1] - ay
      const length = Math.hypot(ex, ey)
      if (length === 0) continue
      const along = Math.max(0, Math.min(1, ((x - ax) * ex + (y - ay) * ey) / (length * length)))
      const px = ax + along * ex
      const py = ay + along * ey
      const away = Math.hypot(x - px, y - py)
      if (away > nearest) continue
      // Straight out from the wall, to whichever of its sides is open.
      const out = [1, -1]
        .map(
          (side): Corner => [
            px - (side * clearOfWall * ey) / length,
            py + (side * clearOfWall * ex) / length,
          ],
        )
        .find(([u, v]) => buildingAt(town, u, v) === null)
      if (!out) continue
      nearest = away
      spot = out
    }
  return spot
}
