import { cut, type Fill, house, lengthwise, type Piece } from './piece.ts'

/** Houses in gardens, two rows back to back, with a garage or a shed each. */
export function villas({ block, levels, random }: Fill): Piece[] {
  const { length, depth, ring, near, far } = lengthwise(block)
  const rows = depth > 40 ? [near, far] : [near]
  return rows.flatMap((side) =>
    cut(1, length - 1, 23, random).flatMap(([a0, a1]): Piece[] => {
      if (random.chance(0.04)) return []
      const wide = Math.min(a1 - a0 - 6, random.between(9, 13))
      const deep = random.between(8, 10.5)
      const back = random.between(4, 7)
      const start = a0 + 2 + random.between(0, Math.max(0, a1 - a0 - wide - 6))
      const from = (c: number): number => (side === near ? c : depth - c)
      const main = ring(
        start,
        Math.min(from(back), from(back + deep)),
        start + wide,
        Math.max(from(back), from(back + deep)),
      )
      const pieces = [house(main, 'house', Math.min(2, random.whole(...levels)), { door: side })]
      if (random.chance(0.75) && a1 - start - wide > 5) {
        const shed = back + random.between(3, 9)
        const end = Math.min(a1 - 0.8, start + wide + 1 + random.between(3, 4))
        pieces.push(
          house(
            ring(
              start + wide + 1,
              Math.min(from(shed), from(shed + 6)),
              end,
              Math.max(from(shed), from(shed + 6)),
            ),
            'garage',
            1,
          ),
        )
      }
      return pieces
    }),
  )
}

/** Terraces of five to seven, each house seven metres wide, in as many lines as the block has room for. */
export function rows({ block, random }: Fill): Piece[] {
  const { length, depth, ring, near, far } = lengthwise(block)
  const lines = depth > 44 ? Math.max(2, Math.floor((depth - 4) / 32)) : 1
  const step = lines > 1 ? (depth - 24) / (lines - 1) : 0
  const pieces: Piece[] = []
  for (let line = 0; line < lines; line++) {
    const side = line * 2 < lines ? near : far
    for (let a = 4; a + 35 < length; ) {
      const houses = Math.min(random.whole(5, 7), Math.floor((length - 4 - a) / 7))
      for (let i = 0; i < houses; i++) {
        const c = 7 + line * step + (i % 2)
        pieces.push(house(ring(a + 7 * i, c, a + 7 * (i + 1), c + 9), 'terrace', 2, { door: side }))
      }
      a += houses * 7 + random.between(8, 14)
    }
  }
  return pieces
}

/** Slabs in parallel with lawns between them, a car park at one end and a path through. */
export function slabs({ block, levels, random }: Fill): Piece[] {
  const { length, depth, ring, point, near, far } = lengthwise(block)
  const pieces: Piece[] = [{ theme: 'green', kind: 'grass', shape: ring(2, 2, length - 2, depth - 2) }]
  const storeys = random.whole(...levels)
  const parking = length > 110 ? 26 : 0
  if (parking)
    pieces.push({
      theme: 'ground',
      kind: 'parking',
      shape: ring(length - parking + 4, 6, length - 4, depth - 6),
    })
  const across = depth > 62
  if (across) {
    const count = Math.max(2, Math.floor((length - parking) / 36))
    const step = (length - parking) / count
    for (let i = 0; i < count; i++) {
      const long = Math.min(depth - 20, random.between(48, 78))
      const c = 9 + random.between(0, Math.max(0, depth - 18 - long))
      const a = step * (i + 0.5) - 6
      pieces.push(house(ring(a, c, a + 12, c + long), 'apartments', storeys, { door: i % 2 ? near : far }))
    }
    pieces.push(path([point(2, depth - 5), point(length - parking, depth - 5)], random.chance(0.7)))
  } else {
    const count = Math.max(1, Math.round((length - parking) / 62))
    const step = (length - parking) / count
    for (let i = 0; i < count; i++)
      pieces.push(house(ring(step * i + 5, 6, step * (i + 1) - 5, 18), 'apartments', storeys, { door: near }))
    if (depth > 48)
      for (let i = 0; i < count; i++)
        pieces.push(
          house(ring(step * i + 9, depth - 18, step * (i + 1) - 1 - 4, depth - 6), 'apartments', storeys, {
            door: far,
          }),
        )
  }
  return pieces
}

/** Point houses in a park. */
export function towers({ block, random }: Fill): Piece[] {
  const { length, depth, ring, point, near, far } = lengthwise(block)
  const pieces: Piece[] = [
    { theme: 'green', kind: 'grass', shape: ring(2, 2, length - 2, depth - 2) },
    {
      theme: 'ground',
      kind: 'parking',
      shape: ring(6, depth / 2 - 9, Math.min(50, length * 0.3), depth / 2 + 9),
    },
  ]
  const count = Math.max(2, Math.floor(length / 55))
  for (let i = 0; i < count; i++)
    for (const [side, c] of depth > 90
      ? ([
          [near, 12],
          [far, depth - 34],
        ] as const)
      : ([[near, depth / 2 - 11]] as const)) {
      const a = (length / count) * (i + 0.5) - 11
      if (depth <= 90 && a < length * 0.3) continue
      pieces.push(house(ring(a, c, a + 22, c + 22), 'apartments', random.whole(8, 10), { door: side }))
    }
  pieces.push(
    path(
      [point(Math.min(54, length * 0.3 + 4), depth / 2), point(length - 2, depth / 2)],
      random.chance(0.6),
    ),
  )
  return pieces
}

const path = (shape: Piece['shape'], lit: boolean): Piece => ({
  theme: 'road',
  kind: 'footway',
  props: { lit },
  shape,
})
