import type { Side } from '../blocks.ts'
import { cut, type Fill, house, lengthwise, type Piece } from './piece.ts'

/** Houses of the old town stand in the street line and leave a courtyard; behind the long ones a wing reaches into it. */
export function perimeter({ block, levels, random }: Fill): Piece[] {
  const { length, depth, ring, near, far } = lengthwise(block)
  const deep = Math.min(12, depth * 0.34)
  const pieces: Piece[] = []
  const row = (side: Side, c0: number, c1: number, inward: number): void => {
    for (const [a0, a1] of cut(0, length, 19, random)) {
      if (random.chance(0.05)) continue
      const storeys = random.whole(...levels)
      const shy = random.between(0, 1.2)
      const [c, d] = inward > 0 ? [c0, c1 - shy] : [c0 + shy, c1]
      pieces.push(
        house(ring(a0, c, a1, d), random.chance(0.22) ? 'commercial' : 'apartments', storeys, { door: side }),
      )
      const court = depth - 2 * deep
      const corner = a0 < deep + 3 || a1 > length - deep - 3
      if (court > 16 && a1 - a0 > 13 && !corner && random.chance(0.5)) {
        const reach = Math.min(court * 0.42, random.between(8, 20))
        const wing = inward > 0 ? ring(a1 - 5.5, d, a1, d + reach) : ring(a1 - 5.5, c - reach, a1, c)
        pieces.push(house(wing, 'yes', Math.max(1, storeys - random.whole(1, 2))))
      }
    }
  }
  row(near, 0, deep, 1)
  row(far, depth - deep, depth, -1)
  if (depth - 2 * deep > 14)
    for (const [side, a0, a1] of [
      [near === 'south' ? 'west' : 'south', 0, deep],
      [near === 'south' ? 'east' : 'north', length - deep, length],
    ] as const)
      for (const [c0, c1] of cut(deep + 1.5, depth - deep - 1.5, 18, random))
        if (random.chance(0.9))
          pieces.push(house(ring(a0, c0, a1, c1), 'apartments', random.whole(...levels), { door: side }))
  return pieces
}

export function square({ block, random }: Fill): Piece[] {
  const { u0, v0, u1, v1 } = block
  const ground: Piece = {
    theme: 'ground',
    kind: 'pedestrian',
    name: block.name,
    shape: [
      [u0 - 2, v0 - 2],
      [u1 + 2, v0 - 2],
      [u1 + 2, v1 + 2],
      [u0 - 2, v1 + 2],
    ],
  }
  const fountain: Piece = {
    theme: 'poi',
    kind: random.chance(0.5) ? 'fountain' : 'artwork',
    shape: [[(u0 + u1) / 2, (v0 + v1) / 2]],
  }
  return [ground, fountain]
}

/** Ground that is left as it is: what stands there is drawn by hand. */
export function open({ block }: Fill): Piece[] {
  if (!block.name) return []
  const { u0, v0, u1, v1 } = block
  return [
    {
      theme: 'ground',
      kind: 'pedestrian',
      name: block.name,
      shape: [
        [u0, v0],
        [u1, v0],
        [u1, v1],
        [u0, v1],
      ],
    },
  ]
}
