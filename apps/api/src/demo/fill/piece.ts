import type { Block, Side } from '../blocks.ts'
import type { Random } from '../random.ts'
import { type Ring, rectangle } from '../shapes.ts'

/** Something that stands or lies in a block, in its quarter's axes. */
export interface Piece {
  readonly theme: 'building' | 'green' | 'ground' | 'road' | 'poi'
  readonly kind: string
  readonly name?: string | null
  readonly props?: Readonly<Record<string, string | number | boolean>>
  /** A ring for surfaces and houses, a line for paths, one point for the rest. */
  readonly shape: Ring
  /** A house with a street number: the side of the block its door is on. */
  readonly door?: Side
}

export interface Fill {
  readonly block: Block
  /** Storeys, lowest and highest. */
  readonly levels: readonly [number, number]
  readonly random: Random
}

/** Metres a storey is high, with its floor. */
const storey = 3.2

export function house(
  shape: Ring,
  kind: string,
  levels: number,
  rest: Pick<Piece, 'door' | 'name'> = {},
): Piece {
  const height = Math.round((levels * storey + 1.5) * 10) / 10
  return { theme: 'building', kind, props: { levels, height }, shape, ...rest }
}

export const box = (u: number, v: number, width: number, depth: number): Ring =>
  rectangle(u, v, u + width, v + depth)

/** Cuts a length into parts of about the given size. */
export function cut(from: number, to: number, size: number, random: Random): [number, number][] {
  const parts = Math.max(1, Math.round((to - from) / size))
  const at = Array.from({ length: parts + 1 }, (_, i) => {
    const even = from + ((to - from) * i) / parts
    return i === 0 || i === parts ? even : even + random.between(-0.18, 0.18) * size
  })
  return at.slice(1).map((end, i) => [at[i]!, end])
}

/** Sees a block so that its longer side always runs along the first axis. */
export function lengthwise(block: Block): {
  length: number
  depth: number
  /** From along and across to the quarter's axes. */
  ring: (a0: number, c0: number, a1: number, c1: number) => Ring
  point: (a: number, c: number) => readonly [number, number]
  /** Sides at the start and at the far end of the crossing axis. */
  near: Side
  far: Side
} {
  const { u0, v0, u1, v1 } = block
  const flat = u1 - u0 >= v1 - v0
  const point = (a: number, c: number): readonly [number, number] =>
    flat ? [u0 + a, v0 + c] : [u0 + c, v0 + a]
  return {
    length: flat ? u1 - u0 : v1 - v0,
    depth: flat ? v1 - v0 : u1 - u0,
    ring: (a0, c0, a1, c1) => {
      const [a, b] = [point(a0, c0), point(a1, c1)]
      return rectangle(a[0], a[1], b[0], b[1])
    },
    point,
    near: flat ? 'south' : 'west',
    far: flat ? 'north' : 'east',
  }
}
