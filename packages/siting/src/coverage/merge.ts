import { conflictPairs } from './conflicts.ts'
import { existingShares, weigh } from './evaluate.ts'
import type { CoverageProblem, CoverMatrix, RuleName } from './problem.ts'

/** A sum over chosen candidates that may not exceed a number. */
export interface Knapsack {
  readonly rule: RuleName
  readonly of?: string
  /** Per candidate of the reduced problem, at least 0. */
  readonly weights: Float64Array
  readonly most: number
}

/** A number of chosen candidates of a kind that may not be undercut. */
export interface KindFloor {
  readonly kind: string
  /** 1 where the candidate is of the kind. */
  readonly of: Uint8Array
  readonly least: number
}

/** Weight that must be covered beyond what existing assets cover. */
export interface ShareFloor {
  readonly name: string
  /** Per demand of the reduced problem. */
  readonly weights: Float64Array
  readonly need: number
}

/** The same problem, smaller: every choice has the same value in both. */
export interface ReducedProblem {
  /** Candidates of the original problem that are left, rising. */
  readonly candidates: Int32Array
  /** Weight of each merged demand. */
  readonly weights: Float64Array
  /** Cover beyond existing assets: candidates by demand, and demand by candidates. */
  readonly byCandidate: CoverMatrix
  readonly byDemand: CoverMatrix
  readonly knapsacks: readonly Knapsack[]
  readonly kindFloors: readonly KindFloor[]
  readonly shareFloors: readonly ShareFloor[]
  /** Candidates that exclude candidate i: others[starts[i]..starts[i + 1]), rising. */
  readonly conflicts: { readonly starts: Int32Array; readonly others: Int32Array }
  /** Weight that existing assets cover, to be added to every value of the reduced problem. */
  readonly existing: number
}

/** The transposed matrix, its rows' entries rising. */
export function transpose({ starts, indices, shares }: CoverMatrix, columns: number): CoverMatrix {
  const at = new Int32Array(columns + 1)
  for (const column of indices) at[column + 1]! += 1
  for (let column = 0; column < columns; column += 1) at[column + 1]! += at[column]!
  const turned = {
    starts: at.slice(),
    indices: new Int32Array(indices.length),
    shares: new Float64Array(shares.length),
  }
  for (let row = 0; row + 1 < starts.length; row += 1)
    for (let entry = starts[row]!; entry < starts[row + 1]!; entry += 1) {
      const to = at[indices[entry]!]!
      at[indices[entry]!] = to + 1
      turned.indices[to] = row
      turned.shares[to] = shares[entry]!
    }
  return turned
}

/**
 * Takes away what existing assets cover, candidates that are excluded, too dear for a rule by
 * themselves or have nothing to add, and merges demand points that the same candidates cover by the
 * same shares. Exact: no choice that follows the rules loses or gains value.
 */
export function reduceProblem(problem: CoverageProblem): ReducedProblem {
  const { candidates, demand, rules } = problem
  const existing = existingShares(problem)
  const sums = knapsacksOf(problem)
  const excluded = new Set(rules.excluded ?? [])
  const isOpen = (at: number): boolean =>
    !excluded.has(at) && sums.every(({ weights, most }) => weights[at]! <= most)
  const left: number[] = []
  const entries: number[] = []
  const shares: number[] = []
  const starts = [0]
  for (let at = 0; at < candidates.length; at += 1) {
    if (!isOpen(at)) continue
    for (let entry = problem.cover.starts[at]!; entry < problem.cover.starts[at + 1]!; entry += 1) {
      const point = problem.cover.indices[entry]!
      const more = problem.cover.shares[entry]! - existing[point]!
      if (more <= 0 || demand[point]! <= 0) continue
      entries.push(point)
      shares.push(more)
    }
    if (entries.length === starts.at(-1) && !rules.leastOfKind?.[candidates[at]!.kind]) continue
    left.push(at)
    starts.push(entries.length)
  }
  const cut = {
    starts: Int32Array.from(starts),
    indices: Int32Array.from(entries),
    shares: Float64Array.from(shares),
  }
  const floors = (rules.minimumShares ?? []).map(({ name, demand: points, share }) => {
    const members = new Float64Array(demand.length)
    for (const point of points) members[point] = demand[point]!
    const all = members.reduce((sum, weight) => sum + weight, 0)
    return { name, weights: members, need: share * all - weigh(members, existing) }
  })
  const merged = mergeDemand(transpose(cut, demand.length), [demand, ...floors.map(({ weights }) => weights)])
  return {
    candidates: Int32Array.from(left),
    weights: merged.weights[0]!,
    byCandidate: transpose(merged.byDemand, left.length),
    byDemand: merged.byDemand,
    knapsacks: sums.map((sum) => ({ ...sum, weights: Float64Array.from(left, (at) => sum.weights[at]!) })),
    kindFloors: Object.entries(rules.leastOfKind ?? {}).map(([kind, least]) => ({
      kind,
      of: Uint8Array.from(left, (at) => Number(candidates[at]!.kind === kind)),
      least,
    })),
    shareFloors: floors
      .map(({ name, need }, at) => ({ name, weights: merged.weights[at + 1]!, need }))
      .filter(({ need }) => need > 0),
    conflicts: conflictLists(problem, left),
    existing: weigh(demand, existing),
  }
}

function knapsacksOf({ candidates, rules }: CoverageProblem): Knapsack[] {
  const sums: Knapsack[] = []
  const sum = (
    rule: RuleName,
    most: number | undefined,
    weight: (at: number) => number,
    of?: string,
  ): void => {
    if (most !== undefined)
      sums.push({
        rule,
        ...(of ? { of } : {}),
        weights: Float64Array.from(candidates, (_, at) => weight(at)),
        most,
      })
  }
  sum('most', rules.most, () => 1)
  for (const [kind, most] of Object.entries(rules.mostOfKind ?? {}))
    sum('mostOfKind', most, (at) => Number(candidates[at]!.kind === kind), kind)
  sum('investment', rules.investment, (at) => candidates[at]!.investment)
  sum('yearly', rules.yearly, (at) => candidates[at]!.yearly)
  sum('watched', rules.watched, (at) => candidates[at]!.watched ?? 0)
  return sums
}

/** Rows with equal columns become one; a row of one single share becomes whole cover of a part of its weight. */
function mergeDemand(
  byDemand: CoverMatrix,
  columns: readonly Float64Array[],
): { byDemand: CoverMatrix; weights: Float64Array[] } {
  const rows = new Map<string, number>()
  const starts = [0]
  const indices: number[] = []
  const shares: number[] = []
  const weights: number[][] = columns.map(() => [])
  for (let point = 0; point + 1 < byDemand.starts.length; point += 1) {
    const from = byDemand.starts[point]!
    const to = byDemand.starts[point + 1]!
    if (from === to) continue
    const own = byDemand.shares.subarray(from, to)
    const level = own.every((share) => share === own[0]) ? own[0]! : 1
    const key =
      byDemand.indices.subarray(from, to).join() +
      (own.some((share) => share !== level) ? `:${own.join()}` : '')
    let row = rows.get(key)
    if (row === undefined) {
      row = rows.size
      rows.set(key, row)
      for (let at = from; at < to; at += 1) {
        indices.push(byDemand.indices[at]!)
        shares.push(byDemand.shares[at]! / level)
      }
      starts.push(indices.length)
      for (const list of weights) list.push(0)
    }
    weights.forEach((list, at) => {
      list[row]! += columns[at]![point]! * level
    })
  }
  return {
    byDemand: {
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      shares: Float64Array.from(shares),
    },
    weights: weights.map((list) => Float64Array.from(list)),
  }
}

function conflictLists(problem: CoverageProblem, left: readonly number[]): ReducedProblem['conflicts'] {
  const place = new Map(left.map((at, now) => [at, now]))
  const lists: number[][] = left.map(() => [])
  const pairs = conflictPairs(problem)
  for (let at = 0; at < pairs.length; at += 2) {
    const a = place.get(pairs[at]!)
    const b = place.get(pairs[at + 1]!)
    if (a === undefined || b === undefined) continue
    lists[a]!.push(b)
    lists[b]!.push(a)
  }
  const starts = new Int32Array(left.length + 1)
  lists.forEach((list, at) => {
    starts[at + 1] = starts[at]! + list.length
  })
  return { starts, others: Int32Array.from(lists.flatMap((list) => list.sort((a, b) => a - b))) }
}
