import fc from 'fast-check'
import type { CandidateSite, CoverageProblem, CoverMatrix } from '../coverage/problem.ts'

/** A cover matrix from rows of [demand point, share]. */
export function coverOf(rows: readonly (readonly (readonly [number, number])[])[]): CoverMatrix {
  const flat = rows.flat()
  let at = 0
  return {
    starts: Int32Array.from([0, ...rows.map((row) => (at += row.length))]),
    indices: Int32Array.from(flat, ([point]) => point),
    shares: Float64Array.from(flat, ([, share]) => share),
  }
}

const sparseRow = (points: number) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(points - 1), fc.constantFrom(0.25, 0.5, 1, 1)), {
      selector: ([point]) => point,
      maxLength: points,
    })
    .map((row) => row.map(([point, share]) => [point, share] as const))

/** Small problems with every kind of rule, some of them impossible. */
export const smallProblem: fc.Arbitrary<CoverageProblem> = fc
  .record({ points: fc.integer({ min: 1, max: 9 }), sites: fc.integer({ min: 1, max: 8 }) })
  .chain(({ points, sites }) =>
    fc.record({
      demand: fc
        .array(fc.constantFrom(0, 1, 2, 5, 2.5), { minLength: points, maxLength: points })
        .map((weights) => Float64Array.from(weights)),
      candidates: fc.array(
        fc.record({
          kind: fc.constantFrom('camera', 'lamp'),
          x: fc.integer({ min: 0, max: 40 }),
          y: fc.integer({ min: 0, max: 40 }),
          investment: fc.integer({ min: 0, max: 9 }),
          yearly: fc.integer({ min: 0, max: 9 }),
          watched: fc.integer({ min: 0, max: 9 }),
        }),
        { minLength: sites, maxLength: sites },
      ),
      rows: fc.array(sparseRow(points), { minLength: sites, maxLength: sites }),
      old: fc.array(sparseRow(points), { maxLength: 2 }),
      most: fc.integer({ min: 1, max: sites }),
      investment: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
      watched: fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined }),
      metres: fc.option(fc.integer({ min: 0, max: 30 }), { nil: undefined }),
      lamps: fc.option(fc.integer({ min: 0, max: 2 }), { nil: undefined }),
      cameras: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
      share: fc.option(fc.constantFrom(0.2, 0.5, 0.8), { nil: undefined }),
      grouped: fc.boolean(),
    }),
  )
  .map((drawn) => ({
    demand: drawn.demand,
    candidates: drawn.candidates.map(
      (site, at): CandidateSite => ({
        id: `s${at}`,
        ...site,
        ...(drawn.grouped && at < 3 ? { group: 'pole' } : {}),
      }),
    ),
    cover: coverOf(drawn.rows),
    existing: { ids: drawn.old.map((_, at) => `old${at}`), cover: coverOf(drawn.old) },
    rules: {
      most: drawn.most,
      ...(drawn.investment === undefined ? {} : { investment: drawn.investment }),
      ...(drawn.watched === undefined ? {} : { watched: drawn.watched }),
      ...(drawn.metres === undefined ? {} : { distances: [{ kind: 'camera', metres: drawn.metres }] }),
      ...(drawn.lamps === undefined ? {} : { leastOfKind: { lamp: drawn.lamps } }),
      ...(drawn.cameras === undefined ? {} : { mostOfKind: { camera: drawn.cameras } }),
      ...(drawn.share === undefined
        ? {}
        : {
            minimumShares: [
              {
                name: 'first half',
                demand: Int32Array.from({ length: Math.ceil(drawn.demand.length / 2) }, (_, at) => at),
                share: drawn.share,
              },
            ],
          }),
    },
  }))

/** The rules as a reader would write them, apart from the code under test. */
function allowed(
  { candidates, rules, demand }: CoverageProblem,
  chosen: readonly number[],
  best: Float64Array,
): boolean {
  const sites = chosen.map((at) => candidates[at]!)
  const sum = (of: 'investment' | 'yearly' | 'watched') =>
    sites.reduce((total, site) => total + (site[of] ?? 0), 0)
  const ofKind = (kind: string) => sites.filter((site) => site.kind === kind)
  for (const { kind, metres } of rules.distances ?? [])
    for (const a of ofKind(kind))
      for (const b of ofKind(kind)) if (a !== b && Math.hypot(a.x! - b.x!, a.y! - b.y!) < metres) return false
  const groups = sites.flatMap(({ group }) => group ?? [])
  if (new Set(groups).size < groups.length) return false
  for (const { demand: points, share } of rules.minimumShares ?? []) {
    let all = 0
    let within = 0
    for (const point of points) {
      all += demand[point]!
      within += demand[point]! * best[point]!
    }
    if (within < share * all - 1e-9) return false
  }
  return (
    sites.length <= (rules.most ?? Infinity) &&
    sum('investment') <= (rules.investment ?? Infinity) &&
    sum('yearly') <= (rules.yearly ?? Infinity) &&
    sum('watched') <= (rules.watched ?? Infinity) &&
    Object.entries(rules.mostOfKind ?? {}).every(([kind, most]) => ofKind(kind).length <= most) &&
    Object.entries(rules.leastOfKind ?? {}).every(([kind, least]) => ofKind(kind).length >= least) &&
    !chosen.some((at) => rules.excluded?.includes(at))
  )
}

/** The best value by trying every choice, or null where no choice keeps the rules. */
export function bruteForce(problem: CoverageProblem): number | null {
  const { candidates, cover, demand, existing } = problem
  let most: number | null = null
  for (let bits = 0; bits < 2 ** candidates.length; bits += 1) {
    const chosen = [...candidates.keys()].filter((at) => bits & (1 << at))
    const best = new Float64Array(demand.length)
    const raise = (matrix: CoverMatrix, row: number) => {
      for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at += 1)
        best[matrix.indices[at]!] = Math.max(best[matrix.indices[at]!]!, matrix.shares[at]!)
    }
    existing?.ids.forEach((_, row) => {
      raise(existing.cover, row)
    })
    for (const row of chosen) raise(cover, row)
    if (!allowed(problem, chosen, best)) continue
    const value = best.reduce((sum, share, at) => sum + share * demand[at]!, 0)
    if (most === null || value > most) most = value
  }
  return most
}
