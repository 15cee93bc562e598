import { type BBox, bboxesTouch, type Position } from './bbox.ts'
import { type Edges, someTouchingPair } from './edge-pairs.ts'
import { placeInRing } from './point-in-ring.ts'
import { type Contact, contactOf, same, side } from './segment-contact.ts'
import type { GeometryProblem } from './validate-geometry.ts'

interface Ring {
  readonly positions: readonly Position[]
  readonly box: BBox
  /** Which polygon of the multipolygon. */
  readonly part: number
  readonly isHole: boolean
  /** Index of its first edge among all edges; it has positions.length - 1. */
  readonly firstEdge: number
}

/**
 * What is wrong with the rings of one or more polygons, or null. Rings are closed, have no repeated neighbours and at least
 * three different corners. Rules (OGC 06-103r4 §6.1.11, as GEOS reads them): a ring is simple; rings of one polygon meet at
 * most in points that do not cut its inside in two; holes lie in the shell and not in each other; parts share no ground.
 */
export function areaProblem(polygons: readonly (readonly Position[][])[]): GeometryProblem | null {
  const rings = ringsOf(polygons)
  return contactProblem(rings) ?? nestingProblem(rings)
}

function ringsOf(polygons: readonly (readonly Position[][])[]): Ring[] {
  let firstEdge = 0
  return polygons.flatMap((part, index) =>
    part.map((positions, i) => {
      const ring = { positions, box: boxOf(positions), part: index, isHole: i > 0, firstEdge }
      firstEdge += positions.length - 1
      return ring
    }),
  )
}

function contactProblem(rings: readonly Ring[]): GeometryProblem | null {
  const edges = edgesOf(rings)
  const ringOf = new Uint32Array(edges.length)
  rings.forEach((ring, r) => {
    ringOf.fill(r, ring.firstEdge, ring.firstEdge + ring.positions.length - 1)
  })
  const joins = new Joins()
  let problem: GeometryProblem | null = null
  someTouchingPair(edges, (i, j) => {
    const contact = contactOf(start(edges, i), end(edges, i), start(edges, j), end(edges, j))
    const found = contact && judge(contact, i, j, rings[ringOf[i]!]!, rings[ringOf[j]!]!, joins)
    if (found) problem = found
    // Rings that run along each other also touch in several points: look on for the plainer fault.
    return found !== null && found.code !== 'interior-split'
  })
  return problem
}

function judge(
  contact: Contact,
  i: number,
  j: number,
  a: Ring,
  b: Ring,
  joins: Joins,
): GeometryProblem | null {
  const { at } = contact
  if (a === b) {
    return contact.kind === 'touch' && areNeighbours(i, j, a) ? null : { code: 'self-intersection', at }
  }
  if (contact.kind !== 'touch' || passThrough(a, i, b, j, at)) {
    return { code: a.part === b.part ? 'self-intersection' : 'parts-overlap', at }
  }
  return a.part === b.part && !joins.add(a, b, at) ? { code: 'interior-split', at } : null
}

function areNeighbours(i: number, j: number, ring: Ring): boolean {
  const apart = Math.abs(i - j)
  return apart === 1 || apart === ring.positions.length - 2
}

/** True where ring b, at a point it shares with ring a, goes from one side of a to the other. */
function passThrough(a: Ring, edgeA: number, b: Ring, edgeB: number, at: Position): boolean {
  const [before, after] = beside(a, edgeA, at)
  const [from, to] = beside(b, edgeB, at)
  return between(before, after, at, from) !== between(before, after, at, to)
}

/** The positions before and after `at` along a ring, `at` lying on the given edge. */
function beside(ring: Ring, edge: number, at: Position): [Position, Position] {
  const { positions } = ring
  const k = edge - ring.firstEdge
  const last = positions.length - 1
  if (same(at, positions[k]!)) return [positions[k === 0 ? last - 1 : k - 1]!, positions[k + 1]!]
  if (same(at, positions[k + 1]!)) return [positions[k]!, positions[k + 1 === last ? 1 : k + 2]!]
  return [positions[k]!, positions[k + 1]!]
}

/** True where the direction at->p lies in the counter-clockwise sweep from at->a to at->b. */
function between(a: Position, b: Position, at: Position, p: Position): boolean {
  const convex = side(at, a, b) >= 0
  return convex ? side(at, a, p) > 0 && side(at, p, b) > 0 : side(at, a, p) > 0 || side(at, p, b) > 0
}

/** Rings and the points where they touch, as a graph: a loop in it cuts the inside of the polygon in two. */
class Joins {
  #parent = new Map<Ring | string, Ring | string>()
  #seen = new Map<string, Set<Ring>>()

  /** False where the touch closes a loop. */
  add(a: Ring, b: Ring, at: Position): boolean {
    const point = `${a.part} ${at[0]} ${at[1]}`
    return this.#join(a, point) && this.#join(b, point)
  }

  #join(ring: Ring, point: string): boolean {
    const at = this.#seen.get(point) ?? new Set()
    if (at.has(ring)) return true
    this.#seen.set(point, at.add(ring))
    const root = this.#root(ring)
    const pointRoot = this.#root(point)
    this.#parent.set(root, pointRoot)
    return root !== pointRoot
  }

  #root(node: Ring | string): Ring | string {
    let root = node
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root))
      root = up
    this.#parent.set(node, root)
    return root
  }
}

/** With no two rings crossing, one point of a ring tells where all of it lies. */
function nestingProblem(rings: readonly Ring[]): GeometryProblem | null {
  for (const ring of rings) {
    for (const other of rings) {
      if (ring === other || !bboxesTouch(ring.box, other.box)) continue
      const problem = pairProblem(ring, other, rings)
      if (problem) return problem
    }
    const shell = rings.find((other) => other.part === ring.part)!
    if (ring.isHole && !bboxesTouch(ring.box, shell.box))
      return { code: 'hole-outside', at: ring.positions[0]! }
  }
  return null
}

function pairProblem(ring: Ring, other: Ring, rings: readonly Ring[]): GeometryProblem | null {
  const at = ring.positions[0]!
  if (ring.part === other.part) {
    if (!ring.isHole) return null
    const inside = isInside(ring, other)
    if (other.isHole) return inside ? { code: 'nested-holes', at } : null
    return inside ? null : { code: 'hole-outside', at }
  }
  if (ring.isHole || other.isHole || !isInside(ring, other)) return null
  const inHole = rings.some((hole) => hole.part === other.part && hole.isHole && isInside(ring, hole))
  return inHole ? null : { code: 'parts-overlap', at }
}

function isInside(ring: Ring, outer: Ring): boolean {
  for (const position of witnesses(ring.positions)) {
    const place = placeInRing(position, outer.positions)
    if (place !== 'boundary') return place === 'inside'
  }
  return false
}

/** Corners first: they are exact. Middles of edges serve a ring whose every corner lies on the other. */
function* witnesses(positions: readonly Position[]): Generator<Position> {
  yield* positions
  for (let i = 1; i < positions.length; i++) {
    const a = positions[i - 1]!
    const b = positions[i]!
    yield [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
  }
}

function edgesOf(rings: readonly Ring[]): Edges {
  const length = rings.reduce((sum, ring) => sum + ring.positions.length - 1, 0)
  const [x0, y0, x1, y1] = [0, 1, 2, 3].map(() => new Float64Array(length)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  for (const { positions, firstEdge } of rings) {
    for (let i = 1; i < positions.length; i++) {
      const edge = firstEdge + i - 1
      ;[x0[edge], y0[edge]] = positions[i - 1]!
      ;[x1[edge], y1[edge]] = positions[i]!
    }
  }
  return { length, x0, y0, x1, y1 }
}

const start = (edges: Edges, i: number): Position => [edges.x0[i]!, edges.y0[i]!]
const end = (edges: Edges, i: number): Position => [edges.x1[i]!, edges.y1[i]!]

function boxOf(positions: readonly Position[]): BBox {
  const box: BBox = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of positions) {
    box[0] = Math.min(box[0], x)
    box[1] = Math.min(box[1], y)
    box[2] = Math.max(box[2], x)
    box[3] = Math.max(box[3], y)
  }
  return box
}
