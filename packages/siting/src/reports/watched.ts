import type { SensitiveUse } from '../ground/ground.ts'
import { isWithin } from '../ground/plane-area.ts'
import type { Town } from '../ground/town.ts'
import type { PlacedCamera } from './placed-camera.ts'

/** Façades are looked at in parts of so many metres. */
const part = 0.5
/** Metres in from a façade at which a mask drawn over the building hides it, however exactly it was drawn. */
const behind = 0.25
/** Metres of façade, and m² of ground, that are too little to watch anybody by. Choices of this project. */
export const leastFacade = 0.5
const leastGround = 1

/** Metres of façade of each building that a camera sees and no mask hides, by the building's number. */
export function facadesSeen({ scene }: Town, { coverage, masks }: PlacedCamera): Map<number, number> {
  const metres = new Map<number, number>()
  const { x: cx, y: cy } = coverage.camera
  for (const { edge, metres: length, start, end } of coverage.frontage) {
    const parts = Math.max(1, Math.ceil(length / part))
    let seen = 0
    for (let k = 0; k < parts; k++) {
      const along = (k + 0.5) / parts
      const x = start[0] + along * (end[0] - start[0])
      const y = start[1] + along * (end[1] - start[1])
      const away = Math.hypot(x - cx, y - cy) || 1
      const u = x + (behind * (x - cx)) / away
      const v = y + (behind * (y - cy)) / away
      if (!masks.some((mask) => isWithin(mask, x, y) || isWithin(mask, u, v))) seen += length / parts
    }
    const of = scene.building[edge]!
    if (seen > 0) metres.set(of, (metres.get(of) ?? 0) + seen)
  }
  for (const [of, seen] of metres) if (seen < leastFacade) metres.delete(of)
  return metres
}

export interface WatchedGround {
  readonly id: string
  readonly use: SensitiveUse
  readonly name: string
  /** m² of ground in view, and metres of façade. */
  readonly area: number
  readonly facade: number
}

/**
 * Sensitive ground and buildings in view, the most first. `areaSeen` gives the m² in view of a polygon of the town's plane.
 */
export function sensitiveSeen(
  { sensitive, buildings }: Town,
  facades: ReadonlyMap<number, number>,
  areaSeen: (one: Town['sensitive'][number]) => number,
): WatchedGround[] {
  const watched: WatchedGround[] = []
  for (const one of sensitive) {
    const area = areaSeen(one)
    if (area >= leastGround) watched.push({ id: one.id, use: one.use, name: one.name ?? '', area, facade: 0 })
  }
  for (const [of, facade] of facades) {
    const { id, use, name = '' } = buildings[of]!
    if (use !== 'other') watched.push({ id, use, name, area: 0, facade })
  }
  return watched.sort((a, b) => b.area + b.facade - a.area - a.facade || (a.id < b.id ? -1 : 1))
}
