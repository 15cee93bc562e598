import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { lengthOf } from '../ground/lamp-row.ts'
import { nearestOn } from '../ground/towards-street.ts'
import { buildingAt, type Town, type TownStreet } from '../ground/town.ts'
import type { Corner } from '../scene.ts'
import { type SurfacePoints, stretchPoints } from '../surface-points.ts'

/** A street is judged in equal parts of at most so many metres. A choice of this project. */
const longest = 50

/** A part of a street, the same however lamps about it move. */
export interface TownStretch {
  /** The street's id and the number of the part: "way/1 2". */
  readonly id: string
  readonly street: TownStreet
  readonly line: readonly Corner[]
  /** Metres. */
  readonly length: number
  readonly box: readonly [number, number, number, number]
}

const cut = new WeakMap<Town, readonly TownStretch[]>()

/** Every street under the open sky in parts, in the ground's order. */
export function stretchesOf(town: Town): readonly TownStretch[] {
  const known = cut.get(town) ?? town.streets.filter(({ covered }) => !covered).flatMap(partsOf)
  cut.set(town, known)
  return known
}

function partsOf(street: TownStreet): TownStretch[] {
  const whole = lengthOf(street.line)
  const count = Math.max(1, Math.ceil(whole / longest - 1e-9))
  return Array.from({ length: count }, (_, k) => {
    const line = between(street.line, (k * whole) / count, ((k + 1) * whole) / count)
    const xs = line.map(([x]) => x)
    const ys = line.map(([, y]) => y)
    return {
      id: `${street.id} ${k + 1}`,
      street,
      line,
      length: whole / count,
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    }
  })
}

/** The part of a line from one distance along it to another. */
function between(line: readonly Corner[], from: number, to: number): Corner[] {
  const part: Corner[] = []
  let before = 0
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1]!
    const [bx, by] = line[i]!
    const length = Math.hypot(bx - ax, by - ay)
    const s = (from - before) / length
    const e = (to - before) / length
    before += length
    if (length === 0 || s >= 1 || e <= 0) continue
    const at = (share: number): Corner => [ax + share * (bx - ax), ay + share * (by - ay)]
    if (part.length === 0) part.push(at(Math.max(0, s)))
    part.push(e >= 1 ? [bx, by] : at(e))
  }
  return part
}

/** Metres from a place to a stretch's middle line. */
export function metresTo({ line }: Pick<TownStretch, 'line'>, x: number, y: number): number {
  let nearest = Infinity
  for (let i = 1; i < line.length; i++) {
    const [u, v] = nearestOn(line[i - 1]!, line[i]!, x, y)
    nearest = Math.min(nearest, Math.hypot(u - x, v - y))
  }
  return nearest
}

const surfaces = new WeakMap<TownStretch, Map<number, SurfacePoints | Refusal>>()

/** Points of a stretch's surface in the open: where it passes under a building none stand. Kept for each step. */
export function surfaceOf(town: Town, stretch: TownStretch, step: number): SurfacePoints | Refusal {
  const bySteps = surfaces.get(stretch) ?? new Map<number, SurfacePoints | Refusal>()
  surfaces.set(stretch, bySteps)
  const known = bySteps.get(step) ?? openSurface(town, stretch, step)
  bySteps.set(step, known)
  return known
}

function openSurface(town: Town, { line, street }: TownStretch, step: number): SurfacePoints | Refusal {
  const points = stretchPoints(line, street.width, step)
  if (isRefusal(points)) return points
  const open = [...points.x.keys()].filter((i) => buildingAt(town, points.x[i]!, points.y[i]!) === null)
  return {
    x: Float64Array.from(open, (i) => points.x[i]!),
    y: Float64Array.from(open, (i) => points.y[i]!),
  }
}
