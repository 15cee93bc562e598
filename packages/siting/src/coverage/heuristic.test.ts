import { expect, test } from 'vitest'
import { coverOf } from '../testing/small-problem.ts'
import { townProblem } from '../testing/town-problem.ts'
import { evaluate } from './evaluate.ts'
import { greedyPlacement } from './greedy.ts'
import { proposePlacement } from './heuristic.ts'
import { keepsRules } from './keeps-rules.ts'
import { toLevels } from './levels.ts'
import { reduceProblem } from './merge.ts'
import type { CoverageProblem } from './problem.ts'
import { provePlacement } from './prove.ts'

const effort = 1_500_000

const placed = async (
  problem: CoverageProblem,
  options: Parameters<typeof proposePlacement>[1] = { effort },
) => {
  const result = await proposePlacement(problem, options)
  if (result.kind === 'refused') throw new Error(result.refusals[0]!.en)
  return result
}

test('the same seed gives the same choice, and the search beats plain greedy where greedy is not the best', async () => {
  const problem = townProblem({ points: 2000, sites: 300, most: 30, seed: 11 })
  const [first, again, other] = [
    await placed(problem),
    await placed(problem),
    await placed(problem, { effort, seed: 2 }),
  ]
  expect(again.placement).toEqual(first.placement)
  expect(keepsRules(problem, other.placement.chosen)).toBe(true)
  const proof = await provePlacement(problem, { start: first.placement })
  if (proof.kind === 'refused') throw new Error('the town is possible')
  expect(proof.kind).toBe('optimal')
  expect(greedyPlacement(problem).covered).toBeLessThan(first.placement.covered)
  expect(first.placement.covered).toBeGreaterThanOrEqual(0.98 * proof.bound)
})

test('progress only rises, and a stop keeps what was reached', async () => {
  const problem = townProblem({ points: 2000, sites: 300, most: 30, seed: 12 })
  const seen: number[] = []
  const stop = new AbortController()
  const result = await placed(problem, {
    effort: 50_000_000,
    signal: stop.signal,
    onProgress: ({ covered }) => {
      seen.push(covered)
      if (seen.length === 2) stop.abort()
    },
  })
  expect(result.stopped).toBe(true)
  expect(seen).toHaveLength(2)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(result.placement.covered).toBe(seen[1])
  const late = await placed(problem, { effort: 1e12, timeLimit: 30 })
  expect(late.stopped).toBe(true)
  expect(keepsRules(problem, late.placement.chosen)).toBe(true)
})

test('a stop from outside reaches the search while it runs', async () => {
  const stop = new AbortController()
  setTimeout(() => stop.abort(), 10)
  const result = await placed(townProblem({ points: 500, sites: 100, most: 10, seed: 1 }), {
    effort: 1e12,
    signal: stop.signal,
  })
  expect(result.stopped).toBe(true)
})

test('a budget buys two cheap sites rather than one dear site that alone adds more', async () => {
  const problem: CoverageProblem = {
    demand: Float64Array.from([4, 3, 3]),
    candidates: [90, 50, 50].map((investment, at) => ({ id: `${at}`, kind: 'lamp', investment, yearly: 0 })),
    cover: coverOf([
      [
        [0, 1],
        [1, 0.5],
      ],
      [[1, 1]],
      [[2, 1]],
    ]),
    rules: { investment: 100 },
  }
  expect(greedyPlacement(problem).covered).toBe(5.5)
  expect((await placed(problem)).placement).toMatchObject({
    chosen: Int32Array.of(1, 2),
    covered: 6,
    investment: 100,
  })
})

test('a swap mends what greedy took first', async () => {
  const problem: CoverageProblem = {
    demand: Float64Array.from([3, 2, 2, 3]),
    candidates: ['middle', 'left', 'right'].map((id) => ({ id, kind: 'camera', investment: 1, yearly: 0 })),
    cover: coverOf([
      [
        [0, 0.7],
        [1, 1],
        [2, 1],
        [3, 0.7],
      ],
      [
        [0, 1],
        [1, 1],
      ],
      [
        [2, 1],
        [3, 1],
      ],
    ]),
    rules: { most: 2 },
  }
  expect([...greedyPlacement(problem).chosen]).toContain(0)
  // Effort for one look at swaps and for no disturbance after it.
  expect((await placed(problem, { effort: 200 })).placement).toMatchObject({
    chosen: Int32Array.of(1, 2),
    covered: 10,
  })
})

test('two sites take the place of one where both greedy ways and every swap fail', async () => {
  const costs = [10, 3, 5, 2.5, 2.5]
  const problem: CoverageProblem = {
    demand: Float64Array.from([7, 3, 4.6, 2.25, 2.25]),
    candidates: costs.map((investment, at) => ({ id: `${at}`, kind: 'lamp', investment, yearly: 0 })),
    cover: coverOf(costs.map((_, at) => [[at, 1]])),
    rules: { investment: 10 },
  }
  expect(greedyPlacement(problem).covered).toBe(7)
  expect(greedyPlacement(problem, 'gain per burden').covered).toBeCloseTo(7.6, 9)
  expect((await placed(problem, { effort: 200 })).placement.chosen).toEqual(Int32Array.of(2, 3, 4))
})

test('a demand point counts by the best of the sites that reach it, and beyond what stands already', () => {
  const problem: CoverageProblem = {
    demand: Float64Array.from([10, 10, 10]),
    candidates: ['a', 'b', 'c'].map((id) => ({ id, kind: 'camera', investment: 1, yearly: 0 })),
    cover: coverOf([
      [
        [0, 0.3],
        [1, 0.8],
      ],
      [[0, 0.7]],
      [[2, 0.5]],
    ]),
    existing: {
      ids: ['old'],
      cover: coverOf([
        [
          [2, 0.5],
          [1, 0.2],
        ],
      ]),
    },
    rules: { most: 3 },
  }
  expect(evaluate(problem, []).covered).toBeCloseTo(7, 9)
  expect(evaluate(problem, [0, 1]).covered).toBeCloseTo(20, 9)
  const reduced = reduceProblem(problem)
  // c adds nothing to what stands; point 1 has one candidate and becomes whole cover of weight 6.
  expect([...reduced.candidates]).toEqual([0, 1])
  expect(reduced.existing).toBeCloseTo(7, 9)
  const levels = toLevels(reduced)
  const sets = [...levels.weights].map((weight, level) => [
    [...levels.sites.subarray(levels.starts[level]!, levels.starts[level + 1]!)].join(),
    Math.round(weight * 1e9) / 1e9,
  ])
  expect(Object.fromEntries(sets)).toEqual({ '0': 6, '0,1': 3, '1': 4 })
})

test('points that the same sites cover alike are one, and their weights are added', () => {
  const problem: CoverageProblem = {
    demand: Float64Array.from([1, 2, 3, 4]),
    candidates: ['a', 'b'].map((id) => ({ id, kind: 'camera', investment: 1, yearly: 0 })),
    cover: coverOf([
      [
        [0, 1],
        [1, 1],
        [2, 0.5],
      ],
      [
        [2, 1],
        [0, 1],
        [1, 1],
      ],
    ]),
    rules: { most: 1 },
  }
  // Point 3 is out of reach.
  expect([...reduceProblem(problem).weights]).toEqual([3, 3])
})
