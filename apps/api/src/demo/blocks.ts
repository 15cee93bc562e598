import { type BlockUse, type Quarter, widthOf } from './plan.ts'

/** A rectangle of ground between streets, drawn back from them, in its quarter's axes. */
export interface Block {
  readonly u0: number
  readonly v0: number
  readonly u1: number
  readonly v1: number
  readonly use: BlockUse
  readonly name: string | null
  /** The name of the street on each side, null where it has none. */
  readonly street: Readonly<Record<Side, string | null>>
}

export type Side = 'north' | 'east' | 'south' | 'west'
type Street = Quarter['columns'][number]

/** Metres from the kerb to the walls. */
const pavement = 3

/**
 * The blocks a quarter's streets enclose. The streets cut the quarter into cells; cells with no street between them are one
 * block, and what is open towards the outside is none.
 *
 * @throws RangeError when streets enclose something that is not a rectangle, or a block with a use of its own is not there
 */
export function blocksOf(quarter: Quarter): Block[] {
  const us = cuts(quarter.columns, quarter.rows)
  const vs = cuts(quarter.rows, quarter.columns)
  const at = (i: number, j: number): number => (i + 1) * (vs.length + 1) + j + 1
  const parent = Array.from({ length: (us.length + 1) * (vs.length + 1) }, (_, i) => i)
  const root = (i: number): number => (parent[i] === i ? i : root(parent[i]!))
  const join = (a: number, b: number): void => {
    parent[root(a)] = root(b)
  }
  for (let i = -1; i < us.length; i++)
    for (let j = -1; j < vs.length; j++) {
      const [u, v] = [middle(us, i), middle(vs, j)]
      if (i + 1 < us.length && !covers(quarter.columns, us[i + 1]!, v)) join(at(i, j), at(i + 1, j))
      if (j + 1 < vs.length && !covers(quarter.rows, vs[j + 1]!, u)) join(at(i, j), at(i, j + 1))
    }
  const outside = root(at(-1, -1))
  const found = new Map<number, { i0: number; j0: number; i1: number; j1: number; cells: number }>()
  for (let i = 0; i < us.length - 1; i++)
    for (let j = 0; j < vs.length - 1; j++) {
      const key = root(at(i, j))
      if (key === outside) continue
      const f = found.get(key) ?? { i0: i, j0: j, i1: i, j1: j, cells: 0 }
      found.set(key, {
        i0: Math.min(f.i0, i),
        j0: Math.min(f.j0, j),
        i1: Math.max(f.i1, i),
        j1: Math.max(f.j1, j),
        cells: f.cells + 1,
      })
    }
  const named = new Set<Quarter['blocks'][number]>()
  const blocks = [...found.values()].map(({ i0, j0, i1, j1, cells }): Block => {
    if (cells !== (i1 - i0 + 1) * (j1 - j0 + 1))
      throw new RangeError(`${quarter.name}: the block at ${us[i0]}, ${vs[j0]} is not a rectangle`)
    const [u0, v0, u1, v1] = [us[i0]!, vs[j0]!, us[i1 + 1]!, vs[j1 + 1]!]
    const own = quarter.blocks.find(([, , u, v]) => u > u0 && u < u1 && v > v0 && v < v1)
    if (own) named.add(own)
    const side = (streets: readonly Street[], at: number, from: number, to: number): Street =>
      streets.reduce(
        (best, s) => (s[1] === at && overlap(s, from, to) > overlap(best, from, to) ? s : best),
        [null, at, 0, 0, 'edge'] as Street,
      )
    const [west, east] = [side(quarter.columns, u0, v0, v1), side(quarter.columns, u1, v0, v1)]
    const [south, north] = [side(quarter.rows, v0, u0, u1), side(quarter.rows, v1, u0, u1)]
    return {
      u0: u0 + setback(west),
      v0: v0 + setback(south),
      u1: u1 - setback(east),
      v1: v1 - setback(north),
      use: own?.[0] ?? quarter.use,
      name: own?.[1] ?? null,
      street: { north: north[0], east: east[0], south: south[0], west: west[0] },
    }
  })
  const lost = quarter.blocks.find((own) => !named.has(own))
  if (lost) throw new RangeError(`${quarter.name}: no block at ${lost[2]}, ${lost[3]}`)
  return blocks
}

const setback = (street: Street): number => widthOf[street[4]] / 2 + pavement

const overlap = (s: Street, from: number, to: number): number => Math.min(s[3], to) - Math.max(s[2], from)

function cuts(across: readonly Street[], lengthwise: readonly Street[]): number[] {
  const all = [...across.map((s) => s[1]), ...lengthwise.flatMap((s) => [s[2], s[3]])]
  return [...new Set(all)].sort((a, b) => a - b)
}

function middle(cuts: readonly number[], i: number): number {
  if (i < 0) return cuts[0]! - 1
  if (i + 1 >= cuts.length) return cuts.at(-1)! + 1
  return (cuts[i]! + cuts[i + 1]!) / 2
}

const covers = (streets: readonly Street[], at: number, point: number): boolean =>
  streets.some((s) => s[1] === at && s[2] < point && s[3] > point)
