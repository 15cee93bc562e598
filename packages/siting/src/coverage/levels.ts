import type { ReducedProblem, ShareFloor } from './merge.ts'

/**
 * A gradual problem as plain maximal covering, exactly. The best share among chosen sites is
 * sum over levels l1 < l2 < ... of (l_k - l_(k-1)) * [some chosen site gives at least l_k], so each
 * demand becomes one whole demand per level, and equal ones are merged. With nested site sets this is
 * the canonical form of G. Cornuéjols, G. Nemhauser and L. Wolsey, SIAM J. Algebraic Discrete Methods 1
 * (1980) 261-272: its linear relaxation is as tight as one variable per pair of site and demand.
 */
export interface Levels {
  /** Sites of level k, rising: sites[starts[k]..starts[k + 1]). */
  readonly starts: Int32Array
  readonly sites: Int32Array
  readonly weights: Float64Array
  readonly shareFloors: readonly ShareFloor[]
  /** False where shares were rounded up to `steps` to fit: then values are bounds from above. */
  readonly exact: boolean
}

/** Entries that `toLevels` would make before merging. */
export function levelEntries({ byDemand }: ReducedProblem): number {
  let sum = 0
  for (let row = 0; row + 1 < byDemand.starts.length; row += 1) {
    const own = byDemand.shares.slice(byDemand.starts[row]!, byDemand.starts[row + 1]!).sort()
    for (let at = 0; at < own.length; at += 1) if (at === 0 || own[at] !== own[at - 1]) sum += own.length - at
  }
  return sum
}

/** `steps`: round shares up to this many equal steps, for a bound where the exact levels are too many. */
export function toLevels(problem: ReducedProblem, steps?: number): Levels {
  const { byDemand } = problem
  const columns = [problem.weights, ...problem.shareFloors.map(({ weights }) => weights)]
  const rows = new Map<string, number>()
  const starts = [0]
  const sites: number[] = []
  const weights: number[][] = columns.map(() => [])
  for (let row = 0; row + 1 < byDemand.starts.length; row += 1) {
    const own: { site: number; share: number }[] = []
    for (let at = byDemand.starts[row]!; at < byDemand.starts[row + 1]!; at += 1) {
      const share = byDemand.shares[at]!
      own.push({ site: byDemand.indices[at]!, share: steps ? Math.ceil(share * steps) / steps : share })
    }
    let below = 0
    for (const level of [...new Set(own.map(({ share }) => share))].sort((a, b) => a - b)) {
      const reach = own.filter(({ share }) => share >= level).map(({ site }) => site)
      const key = reach.join()
      let to = rows.get(key)
      if (to === undefined) {
        to = rows.size
        rows.set(key, to)
        for (const site of reach) sites.push(site)
        starts.push(sites.length)
        for (const list of weights) list.push(0)
      }
      weights.forEach((list, at) => {
        list[to]! += columns[at]![row]! * (level - below)
      })
      below = level
    }
  }
  return {
    starts: Int32Array.from(starts),
    sites: Int32Array.from(sites),
    weights: Float64Array.from(weights[0]!),
    shareFloors: problem.shareFloors.map((floor, at) => ({
      ...floor,
      weights: Float64Array.from(weights[at + 1]!),
    })),
    exact: !steps || byDemand.shares.every((share) => Math.ceil(share * steps) / steps === share),
  }
}
