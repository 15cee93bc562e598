import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bruteForce, coverOf, smallProblem } from '../testing/small-problem.ts'
import { townProblem } from '../testing/town-problem.ts'
import { lagrangianBound, linearBound } from './bound.ts'
import { evaluate } from './evaluate.ts'
import { proposePlacement } from './heuristic.ts'
import { loadSolver } from './highs.ts'
import { keepsRules } from './keeps-rules.ts'
import { toLevels } from './levels.ts'
import { reduceProblem } from './merge.ts'
import type { CoverageProblem } from './problem.ts'
import { provePlacement } from './prove.ts'

const near = (a: number, b: number) => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))

test('the proof, the search and the bounds agree with trying every choice, under every kind of rule', async () => {
  let possible = 0
  let impossible = 0
  await fc.assert(
    fc.asyncProperty(smallProblem, async (problem) => {
      const best = bruteForce(problem)
      const proof = await provePlacement(problem, { effort: 20_000 })
      const search = await proposePlacement(problem, { effort: 20_000 })
      // A refusal before the solver runs may come where only doing nothing keeps the rules.
      if (proof.kind === 'refused') {
        impossible += 1
        const nothing = evaluate(problem, []).covered
        return proof.refusals.length > 0 && (best === null || near(best, nothing))
      }
      possible += 1
      if (best === null || search.kind === 'refused' || proof.placement === null) return false
      const reduced = reduceProblem(problem)
      const levels = toLevels(reduced)
      const linear = await linearBound(reduced, levels)
      return (
        proof.kind === 'optimal' &&
        near(proof.placement.covered, best) &&
        near(proof.bound, best) &&
        keepsRules(problem, proof.placement.chosen) &&
        (search.unmet.length > 0 ||
          (search.placement.covered <= best + 1e-6 && keepsRules(problem, search.placement.chosen))) &&
        lagrangianBound(reduced, levels, search.placement.covered).value >= best - 1e-6 &&
        linear !== null &&
        linear.value >= best - 1e-6
      )
    }),
    { numRuns: 250, seed: 4 },
  )
  expect(possible).toBeGreaterThan(80)
  expect(impossible).toBeGreaterThan(10)
})

const simple = (rules: CoverageProblem['rules']): CoverageProblem => ({
  demand: Float64Array.from([5, 4, 3, 2]),
  candidates: ['camera', 'camera', 'lamp', 'lamp'].map((kind, at) => ({
    id: `${kind} ${at}`,
    kind,
    x: at * 10,
    y: 0,
    investment: [40, 40, 10, 10][at]!,
    yearly: 1,
  })),
  cover: coverOf([
    [
      [0, 1],
      [1, 1],
    ],
    [
      [1, 1],
      [2, 1],
    ],
    [[2, 1]],
    [
      [0, 0.5],
      [3, 1],
    ],
  ]),
  rules,
})

test('rules that fail only together are named, and no other rule', async () => {
  const result = await provePlacement(
    simple({
      most: 3,
      yearly: 100,
      investment: 45,
      minimumShares: [{ name: 'torget', demand: Int32Array.of(0, 1, 2), share: 1 }],
    }),
  )
  expect(result.kind).toBe('refused')
  if (result.kind !== 'refused') return
  expect(result.refusals.map(({ rule, of }) => [rule, of])).toEqual([
    ['investment', undefined],
    ['minimumShares', 'torget'],
  ])
  expect(result.refusals[0]?.sv).toContain('investering högst 45 kr, minst 100 % av torget')
})

test('cameras that a budget has priced out are the budget’s fault, also where they are required', async () => {
  const result = await provePlacement(simple({ investment: 20, leastOfKind: { camera: 1 } }))
  expect(result.kind === 'refused' && result.refusals.map(({ rule }) => rule)).toEqual([
    'investment',
    'leastOfKind',
  ])
})

test('two that are required and stand too near each other are refused by the distance', async () => {
  const result = await provePlacement(
    simple({ most: 4, leastOfKind: { camera: 2 }, distances: [{ kind: 'camera', metres: 10.5 }] }),
  )
  expect(result.kind === 'refused' && result.refusals.map(({ rule }) => rule)).toEqual([
    'distances',
    'leastOfKind',
  ])
  const apart = await provePlacement(
    simple({ most: 4, leastOfKind: { camera: 2 }, distances: [{ kind: 'camera', metres: 10 }] }),
  )
  expect(apart.kind).toBe('optimal')
})

test('a start that breaks a rule is not believed', async () => {
  const problem = simple({ most: 1 })
  const result = await provePlacement(problem, { start: evaluate(problem, [0, 1, 2, 3]) })
  expect(result.kind === 'optimal' && result.placement?.chosen).toEqual(Int32Array.of(0))
})

test('a cancelled proof keeps the best so far and a bound that holds', async () => {
  const problem = townProblem({ points: 1500, sites: 300, most: 25, seed: 3 })
  const stop = new AbortController()
  let told = 0
  const stopped = await provePlacement(problem, {
    effort: 50_000,
    signal: stop.signal,
    onProgress: () => {
      told += 1
      stop.abort()
    },
  })
  const whole = await provePlacement(problem, { effort: 50_000 })
  expect(told).toBe(1)
  expect(stopped.kind).toBe('best-so-far')
  expect(whole.kind).toBe('optimal')
  if (stopped.kind === 'refused' || whole.kind === 'refused') return
  expect(keepsRules(problem, stopped.placement!.chosen)).toBe(true)
  expect(stopped.bound).toBeGreaterThanOrEqual(whole.placement!.covered)
  expect(stopped.gap).toBeGreaterThan(0)
  // First asked before the solver starts, then by the solver as it runs.
  let asked = 0
  const flagged = await provePlacement(problem, { effort: 50_000, isCancelled: () => ++asked > 1 })
  if (flagged.kind === 'refused') throw new Error('the town is possible')
  expect(asked).toBe(2)
  expect(flagged.kind).toBe('best-so-far')
  expect(keepsRules(problem, flagged.placement!.chosen)).toBe(true)
  expect(flagged.bound).toBeGreaterThanOrEqual(whole.placement!.covered)
})

test('a problem too large for the solver gets its bound only, rounded upwards', async () => {
  const problem = townProblem({ points: 800, sites: 120, most: 12, seed: 5, gradual: true })
  const proof = await provePlacement(problem, { effort: 50_000 })
  const bounded = await provePlacement(problem, { effort: 50_000, memory: 1e6 })
  expect(bounded.kind).toBe('bound-only')
  if (bounded.kind === 'refused' || proof.kind === 'refused') return
  expect(bounded.boundBy).toBe('Lagrangian relaxation')
  expect(bounded.bound).toBeGreaterThanOrEqual(proof.placement!.covered)
  expect(bounded.gap).toBeLessThan(0.1)
})

test('more budget never covers less', async () => {
  const problem = townProblem({ points: 300, sites: 40, most: 1, seed: 6, gradual: true })
  let before = 0
  for (const investment of [20_000, 60_000, 90_000, 150_000, 400_000]) {
    const proof = await provePlacement({ ...problem, rules: { investment } }, { effort: 20_000 })
    if (proof.kind !== 'optimal') throw new Error(`a proof was expected, not ${proof.kind}`)
    expect(proof.placement!.covered).toBeGreaterThanOrEqual(before)
    before = proof.placement!.covered
  }
})

test('the solver takes its bytes from where it is told to, and says so when they are not there', async () => {
  const file = createRequire(import.meta.url).resolve('highs/runtime')
  await expect(loadSolver({ wasmUrl: `${file}.not-there` })).rejects.toThrow()
  const problem = townProblem({ points: 300, sites: 40, most: 6, seed: 9, gradual: true })
  const results = [
    await provePlacement(problem, { effort: 5000 }),
    await provePlacement(problem, { effort: 5000, solver: { wasmUrl: file } }),
    await provePlacement(problem, { effort: 5000, solver: { wasmBinary: readFileSync(file) } }),
  ]
  for (const result of results) expect(result).toEqual(results[0])
  expect(results[0]?.kind).toBe('optimal')
})
