import { isRefusal, placeInRing, type Refusal } from '@trygghetskartan/geo'
import { type Camera, type CameraView, cameraView, groundDistanceAtDensity } from './camera.ts'
import { type DensityEdition, type DensityZone, densityZones } from './density-zones.ts'
import { type Isovist, seesPoint } from './isovist.ts'
import type { Corner, Scene } from './scene.ts'
import { type Band, bandOf, piecesInView, type SeenEdge } from './view-pieces.ts'
import { visibleFrom } from './visibility.ts'

/** What a camera sees on the ground behind buildings and walls. */
export interface CameraCoverage {
  readonly camera: Camera
  readonly view: CameraView
  readonly edition: DensityEdition
  readonly isovist: Isovist
  /** All that is seen, whatever its density. */
  readonly seen: Band
  /** Disjoint rings, coarse to fine; `null` is ground that is seen below the coarsest zone's density. */
  readonly zones: readonly {
    readonly zone: DensityZone | null
    readonly near: number
    readonly far: number
    readonly band: Band
  }[]
  /** Parts of façades in view, those above the dead zone too: their ground is out of the picture, their walls are not. */
  readonly frontage: readonly SeenEdge[]
  /** Metres of façade in view of each building of the scene that has any. */
  readonly facades: ReadonlyMap<number, number>
}

/** Ground that a camera masks out, as rings in the scene's plane: an outer ring and then holes. */
export type Mask = readonly (readonly Corner[])[]

/** The visible area of a camera cut by field of view, dead zone and reach, and split into the edition's zones of density. */
export function cameraCoverage(
  scene: Scene,
  camera: Camera,
  edition: DensityEdition,
): CameraCoverage | Refusal {
  const view = cameraView(camera)
  if (isRefusal(view)) return view
  const isovist = visibleFrom(scene, camera.x, camera.y, view.far)
  if (isRefusal(isovist)) return isovist
  const pieces = piecesInView(isovist, towards(camera), view.sweep)
  const band = (near: number, far: number) => bandOf(pieces, camera.x, camera.y, near, far)
  const seen = band(view.near, view.far)
  const zones: CameraCoverage['zones'][number][] = []
  let far = view.far
  const finest = [...densityZones[edition]]
  // From the coarsest on: a zone ends where the next begins, and below the coarsest lies what is merely in the picture.
  for (const [at, zone] of [null, ...finest].entries()) {
    const next = finest[at]
    const reached = next ? groundDistanceAtDensity(view, camera.height, next.density) : 0
    const near = Math.max(view.near, Math.min(far, reached))
    if (near < far) zones.push({ zone, near, far, band: band(near, far) })
    far = Math.min(far, near)
  }
  const frontage = (view.near > 0 ? band(0, view.far) : seen).edges.filter(
    ({ edge }) => scene.building[edge]! >= 0,
  )
  const facades = new Map<number, number>()
  for (const { edge, metres } of frontage) {
    const of = scene.building[edge]!
    facades.set(of, (facades.get(of) ?? 0) + metres)
  }
  return { camera, view, edition, isovist, seen, zones, frontage, facades }
}

/** Whether a camera sees a place on the ground. */
export function cameraSees({ camera, view, isovist }: CameraCoverage, x: number, y: number): boolean {
  const dx = x - camera.x
  const dy = y - camera.y
  const away = dx * dx + dy * dy
  if (away < view.near * view.near || away > view.far * view.far) return false
  if (view.sweep < 2 * Math.PI) {
    const middle = towards(camera)
    const aside = Math.abs(
      Math.atan2(
        dy * Math.cos(middle) - dx * Math.sin(middle),
        dx * Math.cos(middle) + dy * Math.sin(middle),
      ),
    )
    if (aside > view.sweep / 2) return false
  }
  return seesPoint(isovist, x, y)
}

/** Of each point (x[i], y[i]) 1 where the camera sees it and no mask hides it, else 0. */
export function pointsSeen(
  coverage: CameraCoverage,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  masks: readonly Mask[] = [],
): Uint8Array {
  const hides = masks.map(closed)
  return Uint8Array.from({ length: x.length }, (_, i) =>
    cameraSees(coverage, x[i]!, y[i]!) && !hides.some((mask) => within(mask, x[i]!, y[i]!)) ? 1 : 0,
  )
}

/** Areas in m² found by looking at one place in each square of `step` metres. */
export interface CoverageShares {
  readonly step: number
  readonly seen: number
  /** Of what is seen: hidden by privacy masks. */
  readonly masked: number
  /** Of what is seen and not masked: seen by at least one of the other cameras too. */
  readonly overlap: number
}

/** What masks take from a camera's area and what other cameras see already. Throws RangeError for a step that is not positive. */
export function coverageShares(
  coverage: CameraCoverage,
  others: readonly CameraCoverage[],
  masks: readonly Mask[] = [],
  step = 0.5,
): CoverageShares {
  if (!(step > 0)) throw new RangeError('The step is not a positive number of metres')
  const hides = masks.map(closed)
  const { camera, view } = coverage
  const cells = Math.ceil(view.far / step)
  let seen = 0
  let masked = 0
  let overlap = 0
  for (let row = -cells; row < cells; row++)
    for (let column = -cells; column < cells; column++) {
      const x = camera.x + (column + 0.5) * step
      const y = camera.y + (row + 0.5) * step
      if (!cameraSees(coverage, x, y)) continue
      seen++
      if (hides.some((mask) => within(mask, x, y))) masked++
      else if (others.some((other) => cameraSees(other, x, y))) overlap++
    }
  const square = step * step
  return { step, seen: seen * square, masked: masked * square, overlap: overlap * square }
}

/** A band's polygons as the coordinates of a GeoJSON MultiPolygon, each corner turned into a position by `project`. */
export function multiPolygonOf<P>({ polygons }: Band, project: (x: number, y: number) => P): P[][][] {
  return polygons.map((rings) =>
    rings.map((ring) =>
      Array.from({ length: ring.length / 2 }, (_, i) => project(ring[2 * i]!, ring[2 * i + 1]!)),
    ),
  )
}

/** The middle of the view, radians anticlockwise from east. */
const towards = ({ direction }: Camera): number => ((90 - direction) * Math.PI) / 180

type ClosedMask = [number, number][][]

const closed = (mask: Mask): ClosedMask => mask.map((ring) => [...ring, ring[0]!].map(([x, y]) => [x, y]))

/** Inside an odd number of rings, the outline included. */
const within = (mask: ClosedMask, x: number, y: number): boolean =>
  mask.filter((ring) => placeInRing([x, y], ring) !== 'outside').length % 2 === 1
