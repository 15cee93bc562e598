import { coveredShares, existingShares } from './evaluate.ts'
import { keepsRules } from './keeps-rules.ts'
import type { CoverageProblem, CoverMatrix } from './problem.ts'

/** A way to divide demand for telling: hour, kind of risk, area. Weights need not add up to the demand's. */
export interface DemandTags {
  /** 'hour', 'kind', ... */
  readonly name: string
  readonly labels: readonly string[]
  /** Label of each demand point, as an index of `labels`. */
  readonly of: Uint16Array
}

/** Demand weight by label of one division. */
export interface TaggedWeight {
  readonly name: string
  readonly byLabel: Readonly<Record<string, number>>
}

export interface SiteReason {
  readonly site: number
  readonly id: string
  /** Weight within reach of the site. */
  readonly reached: number
  /** Of it: what existing assets cover, what the other proposed sites cover beyond them, and the rest. */
  readonly byExisting: number
  readonly byOthers: number
  /** What the site alone adds: the plan loses it without the site. */
  readonly added: number
  readonly addedBy: readonly TaggedWeight[]
  /** Existing assets and proposed sites that cover a part of it too, most first. */
  readonly sharedWith: readonly { readonly id: string; readonly weight: number }[]
  /** The best site to take its place with the others kept, and what it would add instead; null where none keeps the rules. */
  readonly nextBest: { readonly site: number; readonly id: string; readonly added: number } | null
}

/** Why each chosen site is proposed, in the order of `chosen`. */
export function explainPlacement(
  problem: CoverageProblem,
  chosen: Int32Array,
  tags: readonly DemandTags[] = [],
): SiteReason[] {
  return Array.from(chosen, (site) => {
    const others = chosen.filter((other) => other !== site)
    const existing = existingShares(problem)
    const without = coveredShares(problem, others)
    let reached = 0
    let byExisting = 0
    let byOthers = 0
    const more = new Map<number, number>()
    eachEntry(problem.cover, site, (point, share) => {
      const weight = problem.demand[point]!
      const known = Math.min(share, existing[point]!)
      const shared = Math.min(share, without[point]!)
      reached += weight * share
      byExisting += weight * known
      byOthers += weight * (shared - known)
      if (share > shared) more.set(point, weight * (share - shared))
    })
    let added = 0
    for (const weight of more.values()) added += weight
    return {
      site,
      id: problem.candidates[site]!.id,
      reached,
      byExisting,
      byOthers,
      added,
      addedBy: tags.map((tag) => byTag(tag, more)),
      sharedWith: sharers(problem, site, others),
      nextBest: nextBest(problem, site, others, without),
    }
  })
}

function eachEntry(cover: CoverMatrix, row: number, visit: (point: number, share: number) => void): void {
  for (let at = cover.starts[row]!; at < cover.starts[row + 1]!; at += 1)
    visit(cover.indices[at]!, cover.shares[at]!)
}

function byTag({ name, labels, of }: DemandTags, weights: ReadonlyMap<number, number>): TaggedWeight {
  const byLabel: Record<string, number> = {}
  for (const [point, weight] of weights) {
    const label = labels[of[point]!]
    if (label === undefined)
      throw new RangeError(`${name}: demand point ${point} has a label outside the list`)
    byLabel[label] = (byLabel[label] ?? 0) + weight
  }
  return { name, byLabel }
}

function sharers(
  problem: CoverageProblem,
  site: number,
  others: Int32Array,
): { id: string; weight: number }[] {
  const own = new Map<number, number>()
  eachEntry(problem.cover, site, (point, share) => own.set(point, share))
  const overlap = (cover: CoverMatrix, row: number): number => {
    let sum = 0
    eachEntry(cover, row, (point, share) => {
      sum += problem.demand[point]! * Math.min(share, own.get(point) ?? 0)
    })
    return sum
  }
  const { existing } = problem
  return [
    ...(existing?.ids ?? []).map((id, row) => ({ id, weight: overlap(existing!.cover, row) })),
    ...Array.from(others, (row) => ({
      id: problem.candidates[row]!.id,
      weight: overlap(problem.cover, row),
    })),
  ]
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
}

function nextBest(
  problem: CoverageProblem,
  site: number,
  others: Int32Array,
  without: Float64Array,
): SiteReason['nextBest'] {
  const taken = new Set([...others, site])
  const gains: { site: number; added: number }[] = []
  for (let row = 0; row < problem.candidates.length; row += 1) {
    if (taken.has(row)) continue
    let added = 0
    eachEntry(problem.cover, row, (point, share) => {
      added += problem.demand[point]! * Math.max(0, share - without[point]!)
    })
    if (added > 0) gains.push({ site: row, added })
  }
  gains.sort((a, b) => b.added - a.added || a.site - b.site)
  const found = gains.find((gain) => keepsRules(problem, Int32Array.from([...others, gain.site]).sort()))
  return found ? { ...found, id: problem.candidates[found.site]!.id } : null
}
