import type { Side } from './blocks.ts'
import type { Frame, Point } from './frame.ts'
import type { Ring } from './shapes.ts'

/** A street number at a door, in metres from the origin. */
export interface Address {
  readonly street: string
  readonly number: number
  readonly quarter: string
  readonly at: Point
}

/** A house and the side of it that faces its street, in its quarter's axes. */
export interface Door {
  readonly street: string
  readonly side: Side
  readonly house: Ring
  readonly quarter: string
  readonly place: Frame
}

/** Numbers the doors of each street in order: odd on one side, even on the other. */
export function addressesOf(doors: readonly Door[]): Address[] {
  const streets = Map.groupBy(
    doors,
    (door) => `${door.street}\n${door.side === 'east' || door.side === 'north' ? 1 : 2}`,
  )
  return [...streets].flatMap(([key, list]) => {
    const first = Number(key.split('\n')[1])
    const quarters = [...new Set(list.map((door) => door.quarter))]
    const ordered = list
      .map((door) => ({ door, front: frontOf(door) }))
      .sort((a, b) => quarters.indexOf(a.door.quarter) - quarters.indexOf(b.door.quarter) || way(a) - way(b))
    return ordered.map(
      ({ door, front }, i): Address => ({
        street: door.street,
        number: first + 2 * i,
        quarter: door.quarter,
        at: door.place(front[0], front[1]),
      }),
    )
  })
}

const way = ({ door, front }: { door: Door; front: Point }): number =>
  door.side === 'east' || door.side === 'west' ? -front[1] : front[0]

/** The middle of the wall the door is in, one metre inside. */
function frontOf({ house, side }: Door): Point {
  const [us, vs] = [house.map((p) => p[0]), house.map((p) => p[1])]
  const [u0, u1, v0, v1] = [Math.min(...us), Math.max(...us), Math.min(...vs), Math.max(...vs)]
  if (side === 'north') return [(u0 + u1) / 2, v1 - 1]
  if (side === 'south') return [(u0 + u1) / 2, v0 + 1]
  return side === 'east' ? [u1 - 1, (v0 + v1) / 2] : [u0 + 1, (v0 + v1) / 2]
}
