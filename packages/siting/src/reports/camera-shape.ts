import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import type { Camera, CameraView } from '../camera.ts'
import type { CameraCoverage } from '../coverage-area.ts'
import type { DensityEdition } from '../density-zones.ts'
import type { Rings } from '../ground/ground.ts'
import type { CameraMeasure } from '../ground/measure.ts'
import type { Town } from '../ground/town.ts'
import type { LonLat } from '../local-plane.ts'
import { bandInDegrees, degreesAt, polygonsInDegrees } from './figures.ts'
import { type PlacedCamera, placedCamera } from './placed-camera.ts'
import { fillRings, type Raster, rasterOver } from './raster.ts'
import { polygonsOf } from './raster-rings.ts'
import type { Text } from './text.ts'

/** What a camera sees, for drawing it while it moves. Rings in degrees. */
export interface CameraShape {
  readonly view: CameraView
  readonly coverage: CameraCoverage
  readonly camera: Camera
  /** Where it is reckoned from: a camera drawn into a wall stands on its façade. */
  readonly at: LonLat
  readonly seen: readonly Rings[]
  readonly zones: readonly ShapeZone[]
  readonly blindSpots: readonly Rings[]
  readonly assumptions: readonly Text[]
}

export interface ShapeZone {
  /** Id of the edition's zone, coarse to fine; 'below' is in the picture at less than the coarsest zone's density. */
  readonly id: string
  readonly title: Text
  readonly density: number
  /** Metres along the ground. */
  readonly near: number
  readonly reach: number
  readonly shape: readonly Rings[]
}

/** Blind ground is looked for in so many squares from the camera to its reach. */
const shapeSquares = 60
/** m²: a smaller blind spot is no place to stand in. A choice of this project. */
export const leastBlind = 4

const below: Text = { sv: 'I bild, under lägsta zonen', en: 'In the picture, below the lowest zone' }

/** What a camera sees in its town, without anything that is counted: cheap enough for every frame of a drag. */
export function cameraShape(
  town: Town,
  measure: CameraMeasure,
  edition: DensityEdition,
): CameraShape | Refusal {
  const placed = placedCamera(town, measure, edition)
  if (isRefusal(placed)) return placed
  const { coverage } = placed
  const raster = rasterAbout(coverage, shapeSquares)
  return {
    view: coverage.view,
    coverage,
    camera: coverage.camera,
    at: degreesAt(town.plane, coverage.camera.x, coverage.camera.y),
    seen: bandInDegrees(coverage.seen, town.plane),
    zones: zonesOf(placed, town),
    blindSpots: blindSpots(town, raster, groundOf(town, raster), coverage).rings,
    assumptions: placed.assumptions,
  }
}

export const zonesOf = ({ coverage }: PlacedCamera, { plane }: Town): ShapeZone[] =>
  coverage.zones.map(({ zone, near, far, band }) => ({
    id: zone?.id ?? 'below',
    title: zone?.title ?? below,
    density: zone?.density ?? 0,
    near,
    reach: far,
    shape: bandInDegrees(band, plane),
  }))

/** Squares over all that a camera may reach. */
export function rasterAbout({ camera: { x, y }, view: { far } }: CameraCoverage, squares: number): Raster {
  const step = far / squares
  return rasterOver([x - far, y - far, x + far, y + far], step)
}

/** Of each square whether it is open: 1, in a building: 0, in water: 2. */
export function groundOf(town: Town, raster: Raster): Uint8Array {
  const { west, south, step, columns, rows } = raster
  const box = [west, south, west + columns * step, south + rows * step] as const
  const open = new Uint8Array(columns * rows).fill(1)
  for (const i of town.grids.water.touching(box))
    fillRings(raster, town.water[i]!.rings, (square) => {
      open[square] = 2
    })
  for (const i of town.grids.buildings.touching(box))
    fillRings(raster, town.buildings[i]!.rings, (square) => {
      open[square] = 0
    })
  return open
}

/** Open ground within reach and angle that something stands before, as rings in degrees and m². */
export function blindSpots(
  town: Town,
  raster: Raster,
  ground: Uint8Array,
  { camera, view, seen }: CameraCoverage,
): { readonly rings: Rings[]; readonly area: number } {
  const { west, south, step, columns, rows } = raster
  const blind = new Uint8Array(columns * rows)
  const middle = ((90 - camera.direction) * Math.PI) / 180
  const ux = Math.cos(middle)
  const uy = Math.sin(middle)
  const least = view.sweep < 2 * Math.PI ? Math.cos(view.sweep / 2) : -2
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const dx = west + (column + 0.5) * step - camera.x
      const dy = south + (row + 0.5) * step - camera.y
      const away = Math.sqrt(dx * dx + dy * dy)
      const square = row * columns + column
      if (away < view.near || away > view.far || dx * ux + dy * uy < least * away) continue
      if (ground[square] === 1) blind[square] = 1
    }
  for (const rings of seen.polygons)
    fillRings(raster, rings, (square) => {
      blind[square] = 0
    })
  const polygons = polygonsOf(raster, (square) => blind[square] === 1, leastBlind)
  const rings = polygonsInDegrees(polygons, town.plane)
  // Slivers are dropped from the area as from the rings.
  const kept = new Uint8Array(columns * rows)
  for (const polygon of polygons)
    fillRings(raster, polygon, (square) => {
      kept[square] = 1
    })
  const count = kept.reduce((sum, one, square) => sum + (one === 1 && blind[square] === 1 ? 1 : 0), 0)
  return { rings, area: count * step * step }
}
