import { expect, test } from 'vitest'
import { coverOf } from '../testing/small-problem.ts'
import { proposePlacement } from './heuristic.ts'
import type { CoverageProblem, PlacementRules } from './problem.ts'
import { checkProblem } from './validate.ts'

const with_ = (rules: PlacementRules, more: Partial<CoverageProblem> = {}): CoverageProblem => ({
  demand: Float64Array.from([5, 4, 3]),
  candidates: [
    { id: 'a', kind: 'camera', x: 0, y: 0, investment: 100, yearly: 10, watched: 8 },
    { id: 'b', kind: 'lamp', x: 5, y: 0, investment: 40, yearly: 5, watched: 3 },
  ],
  cover: coverOf([[[0, 1]], [[1, 1]]]),
  rules,
  ...more,
})

test.each<[string, PlacementRules, Partial<CoverageProblem>, (string | undefined)[]]>([
  ['neither a budget nor a number', {}, {}, ['limit', undefined]],
  ['a number of zero', { most: 0 }, {}, ['most', undefined]],
  ['a number that is not whole', { most: 1.5 }, {}, ['most', undefined]],
  ['a budget of zero', { investment: 0 }, {}, ['investment', undefined]],
  ['a budget that buys nothing', { investment: 39 }, {}, ['investment', undefined]],
  ['a budget below zero', { most: 1, yearly: -1 }, {}, ['yearly', undefined]],
  ['a cap on those watched that no site keeps', { most: 1, watched: 2 }, {}, ['watched', undefined]],
  ['more of a kind than there are', { most: 3, leastOfKind: { camera: 2 } }, {}, ['leastOfKind', 'camera']],
  [
    'a share that no choice reaches',
    { most: 2, minimumShares: [{ name: 'skolan', demand: Int32Array.of(0, 2), share: 0.7 }] },
    {},
    ['minimumShares', 'skolan'],
  ],
  ['every site excluded', { most: 1, excluded: [0, 1] }, {}, ['excluded', undefined]],
  [
    'a distance below zero',
    { most: 1, distances: [{ kind: 'lamp', metres: -1 }] },
    {},
    ['distances', 'lamp'],
  ],
  ['no risk', { most: 1 }, { demand: new Float64Array(3) }, ['demand', undefined]],
  ['a weight that is no number', { most: 1 }, { demand: Float64Array.of(1, NaN, 1) }, ['demand', undefined]],
  ['no sites', { most: 1 }, { candidates: [], cover: coverOf([]) }, ['candidates', undefined]],
])('%s is refused, and the refusal names the rule', async (_, rules, more, expected) => {
  const problem = with_(rules, more)
  const refusals = checkProblem(problem)
  expect(refusals.map(({ rule, of }) => [rule, of])).toEqual([expected])
  expect(refusals[0]!.sv).not.toBe(refusals[0]!.en)
  expect(await proposePlacement(problem)).toEqual({ kind: 'refused', refusals })
})

test('a sound problem is not refused', () => {
  expect(checkProblem(with_({ investment: 40, watched: 3, leastOfKind: { lamp: 1 } }))).toEqual([])
})

test('arrays that do not fit each other are a fault of the caller', () => {
  const short = { ...coverOf([[[0, 1]], [[1, 1]]]), starts: Int32Array.of(0, 1) }
  expect(() => checkProblem(with_({ most: 1 }, { cover: short }))).toThrow(RangeError)
  expect(() => checkProblem(with_({ most: 1 }, { cover: coverOf([[[7, 1]], []]) }))).toThrow('below 3')
  expect(() => checkProblem(with_({ most: 1 }, { cover: coverOf([[[0, 1.2]], []]) }))).toThrow('1.2')
})
