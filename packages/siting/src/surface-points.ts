import { type Refusal, refuse } from '@trygghetskartan/geo'
import type { Corner } from './scene.ts'

/** Points on a surface, in metres, each standing for an equal share of it. */
export interface SurfacePoints {
  readonly x: Float64Array
  readonly y: Float64Array
}

/** Points in rows from south to north, each from west to east. */
export interface PointGrid extends SurfacePoints {
  readonly west: number
  readonly south: number
  readonly step: number
  readonly columns: number
  readonly rows: number
}

/** More points than this would fill the memory of a browser. */
const mostPoints = 4_000_000

const tooMany = (count: number): Refusal =>
  refuse(
    'too-many-points',
    `Det blir ${Math.round(count / 1e5) / 10} miljoner punkter, högst 4 går. Välj en mindre yta eller glesare punkter.`,
    `That makes ${Math.round(count / 1e5) / 10} million points, at most 4 will do. Choose a smaller area or points farther apart.`,
  )

/** Points of a street stretch: in the middle of squares of about `step` metres, along its centre line and across its width. */
export function stretchPoints(
  centreLine: readonly Corner[],
  width: number,
  step = 0.5,
): SurfacePoints | Refusal {
  if (!(step > 0)) throw new RangeError('The step is not a positive number of metres')
  if (!(width > 0 && width <= 500))
    return refuse(
      'stretch-without-width',
      'Sträckan har ingen bredd. Ange hur bred gatan eller vägen är, i meter.',
      'The stretch has no width. Say how wide the street or path is, in metres.',
    )
  const lengths = centreLine
    .slice(1)
    .map(([x, y], i) => Math.hypot(x - centreLine[i]![0], y - centreLine[i]![1]))
  const whole = lengths.reduce((sum, length) => sum + length, 0)
  if (!(whole > 0 && whole < Infinity))
    return refuse('stretch-without-length', 'Sträckan har ingen längd.', 'The stretch has no length.')
  const along = Math.max(1, Math.round(whole / step))
  const across = Math.max(1, Math.round(width / step))
  if (along * across > mostPoints) return tooMany(along * across)
  const x = new Float64Array(along * across)
  const y = new Float64Array(along * across)
  let segment = 0
  let before = 0
  for (let i = 0; i < along; i++) {
    const station = ((i + 0.5) * whole) / along
    while (segment < lengths.length - 1 && before + lengths[segment]! < station) before += lengths[segment++]!
    const [ax, ay] = centreLine[segment]!
    const length = lengths[segment]!
    const ux = (centreLine[segment + 1]![0] - ax) / length
    const uy = (centreLine[segment + 1]![1] - ay) / length
    for (let j = 0; j < across; j++) {
      const aside = ((j + 0.5) / across - 0.5) * width
      x[i * across + j] = ax + ux * (station - before) - uy * aside
      y[i * across + j] = ay + uy * (station - before) + ux * aside
    }
  }
  return { x, y }
}

/** Points of an open area: every `step` metres over the box, its edges included. */
export function gridPoints(
  [west, south, east, north]: readonly [number, number, number, number],
  step = 0.5,
): PointGrid | Refusal {
  if (!(step > 0) || !(east >= west) || !(north >= south))
    throw new RangeError('The box or the step cannot be')
  const columns = Math.floor((east - west) / step + 1e-9) + 1
  const rows = Math.floor((north - south) / step + 1e-9) + 1
  if (columns * rows > mostPoints) return tooMany(columns * rows)
  return {
    west,
    south,
    step,
    columns,
    rows,
    x: Float64Array.from({ length: columns * rows }, (_, i) => west + (i % columns) * step),
    y: Float64Array.from({ length: columns * rows }, (_, i) => south + Math.floor(i / columns) * step),
  }
}
