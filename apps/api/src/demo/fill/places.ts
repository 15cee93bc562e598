import { cut, type Fill, house, lengthwise, type Piece } from './piece.ts'

/** Blocks that are one thing: a school, a shopping centre, a works, a park. */

export function school(fill: Fill): Piece[] {
  const { block } = fill
  const { length, depth, ring, point, near } = lengthwise(block)
  const hall = Math.min(22, depth * 0.28)
  return [
    { theme: 'ground', kind: 'school', name: block.name, shape: ring(0, 0, length, depth) },
    house(ring(8, 8, length * 0.62, 8 + hall * 0.8), 'school', 2, { door: near, name: block.name }),
    house(ring(8, 12 + hall * 0.8, 8 + hall, Math.min(depth - 8, depth * 0.72)), 'school', 2),
    house(ring(length * 0.66, 8, Math.min(length - 6, length * 0.66 + 30), 8 + hall), 'school', 1),
    { theme: 'green', kind: 'pitch', shape: ring(length * 0.5, depth * 0.56, length - 10, depth - 8) },
    {
      theme: 'poi',
      kind: 'school',
      name: block.name,
      props: { rank: 1 },
      shape: [point(length * 0.35, 8 + hall * 0.4)],
    },
  ]
}

export function preschool({ block }: Fill): Piece[] {
  const { length, depth, ring, point, near } = lengthwise(block)
  const name = 'Förskola'
  return [
    { theme: 'ground', kind: 'school', shape: ring(0, 0, length, depth) },
    house(ring(8, 8, Math.min(length - 8, 46), Math.min(depth - 8, 24)), 'kindergarten', 1, {
      door: near,
      name,
    }),
    {
      theme: 'green',
      kind: 'playground',
      shape: ring(8, Math.min(depth * 0.6, 30), length * 0.6, depth - 4),
    },
    {
      theme: 'poi',
      kind: 'kindergarten',
      name,
      shape: [point(Math.min(length / 2, 26), Math.min(depth / 2, 16))],
    },
  ]
}

export function retail({ block, random }: Fill): Piece[] {
  const { length, depth, ring, point, near, far } = lengthwise(block)
  const pieces: Piece[] = [{ theme: 'ground', kind: 'parking', shape: ring(4, 4, length - 4, depth * 0.42) }]
  for (const [a0, a1] of cut(4, length - 4, 55, random))
    pieces.push(
      house(ring(a0, depth * 0.48, a1 - 3, depth - 4), 'retail', 1, {
        door: random.chance(0.5) ? near : far,
      }),
    )
  if (block.name)
    pieces.push({
      theme: 'poi',
      kind: 'mall',
      name: block.name,
      props: { rank: 1 },
      shape: [point(length / 2, depth * 0.7)],
    })
  for (const [i, kind] of ['supermarket', 'pharmacy', 'fast_food'].entries())
    pieces.push({
      theme: 'poi',
      kind,
      name: shopNames[kind]!,
      shape: [point(length * (0.2 + 0.3 * i), depth * 0.5)],
    })
  return pieces
}

const shopNames: Readonly<Record<string, string>> = {
  supermarket: 'Livsmedel',
  pharmacy: 'Apotek',
  fast_food: 'Pizzeria',
}

export function industry({ block, random }: Fill): Piece[] {
  const { length, depth, ring, near } = lengthwise(block)
  return [
    { theme: 'ground', kind: 'industrial', shape: ring(0, 0, length, depth) },
    ...cut(6, length - 6, 70, random).map(([a0, a1]) =>
      house(
        ring(a0, 14, a1 - random.between(8, 18), depth - random.between(12, 40)),
        'industrial',
        random.whole(1, 3),
        { door: near },
      ),
    ),
  ]
}

export function hospital({ block, random }: Fill): Piece[] {
  const { length, depth, ring, near, far } = lengthwise(block)
  const pieces: Piece[] = [
    { theme: 'ground', kind: 'hospital', name: block.name, shape: ring(0, 0, length, depth) },
    { theme: 'green', kind: 'grass', shape: ring(8, depth - 44, length * 0.3, depth - 8) },
    house(ring(20, depth * 0.42, length - 20, depth * 0.42 + 18), 'hospital', 6, { name: block.name }),
  ]
  for (const [i, [a0, a1]] of cut(24, length - 24, 52, random).entries()) {
    pieces.push(
      house(ring(a0 + 4, 14, a0 + 22, depth * 0.42), 'hospital', random.whole(3, 8), { door: near }),
    )
    if (i > 1)
      pieces.push(
        house(
          ring(a0 + 10, depth * 0.42 + 18, Math.min(a1, a0 + 30), depth - 24),
          'hospital',
          random.whole(3, 5),
          { door: far },
        ),
      )
  }
  return pieces
}

export function campus({ block, random }: Fill): Piece[] {
  const { length, depth, ring, point, near, far } = lengthwise(block)
  const pieces: Piece[] = [
    { theme: 'ground', kind: 'university', name: block.name, shape: ring(0, 0, length, depth) },
    { theme: 'green', kind: 'grass', shape: ring(24, 34, length - 24, depth - 34) },
    {
      theme: 'road',
      kind: 'footway',
      props: { lit: true },
      shape: [point(12, depth / 2), point(length - 12, depth / 2)],
    },
  ]
  for (const [a0, a1] of cut(8, length - 8, 84, random))
    for (const [side, c] of [
      [near, 10],
      [far, depth - 28],
    ] as const)
      pieces.push(house(ring(a0 + 4, c, a1 - 4, c + 18), 'university', random.whole(3, 4), { door: side }))
  return pieces
}

export function park({ block, random }: Fill): Piece[] {
  const { length, depth, ring, point } = lengthwise(block)
  const lit = random.chance(0.6)
  const cemetery = block.name?.includes('kyrkogård')
  const pieces: Piece[] = [
    {
      theme: 'green',
      kind: cemetery ? 'cemetery' : 'park',
      name: block.name,
      shape: ring(0, 0, length, depth),
    },
    path([point(2, 2), point(length * 0.45, depth * 0.5), point(length - 2, depth - 2)], lit),
  ]
  if (depth > 40)
    pieces.push(path([point(2, depth - 2), point(length * 0.45, depth * 0.5), point(length - 2, 2)], false))
  if (!cemetery && depth > 60)
    pieces.push({
      theme: 'green',
      kind: 'playground',
      shape: ring(length * 0.6, depth * 0.42, length * 0.6 + 22, depth * 0.42 + 16),
    })
  return pieces
}

export function playground({ block }: Fill): Piece[] {
  const { length, depth, ring, point } = lengthwise(block)
  return [
    { theme: 'green', kind: 'park', name: block.name, shape: ring(0, 0, length, depth) },
    {
      theme: 'green',
      kind: 'playground',
      shape: ring(length * 0.3, depth * 0.25, length * 0.6, depth * 0.7),
    },
    path([point(2, depth * 0.15), point(length - 2, depth * 0.85)], true),
  ]
}

export function pitch({ block }: Fill): Piece[] {
  const { length, depth, ring } = lengthwise(block)
  const wide = Math.min(length - 16, 100)
  return [
    { theme: 'green', kind: 'grass', name: block.name, shape: ring(0, 0, length, depth) },
    { theme: 'green', kind: 'pitch', shape: ring(8, 8, 8 + wide, depth - 8) },
    house(ring(Math.min(length - 6, 14 + wide), 10, length - 2, Math.min(depth - 4, 22)), 'civic', 1),
  ]
}

export function parking({ block }: Fill): Piece[] {
  const { length, depth, ring } = lengthwise(block)
  return [{ theme: 'ground', kind: 'parking', name: block.name, shape: ring(0, 0, length, depth) }]
}

const path = (shape: Piece['shape'], lit: boolean): Piece => ({
  theme: 'road',
  kind: 'footway',
  props: { lit },
  shape,
})
