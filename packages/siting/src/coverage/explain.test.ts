import { expect, test } from 'vitest'
import { coverOf } from '../testing/small-problem.ts'
import { compareMeans } from './compare.ts'
import { evaluate } from './evaluate.ts'
import { explainPlacement } from './explain.ts'
import type { CoverageProblem } from './problem.ts'

const square: CoverageProblem = {
  demand: Float64Array.from([10, 6, 4, 3]),
  candidates: [
    { id: 'camera north', kind: 'camera', investment: 60, yearly: 9, watched: 20 },
    { id: 'lamp west', kind: 'lamp', investment: 10, yearly: 1 },
    { id: 'lamp east', kind: 'lamp', investment: 10, yearly: 1 },
    { id: 'camera south', kind: 'camera', investment: 60, yearly: 9, watched: 5 },
  ],
  cover: coverOf([
    [
      [0, 1],
      [1, 1],
      [2, 1],
    ],
    [
      [0, 0.5],
      [3, 1],
    ],
    [
      [1, 0.5],
      [2, 0.5],
    ],
    [
      [0, 1],
      [1, 0.5],
    ],
  ]),
  existing: { ids: ['old lamp'], cover: coverOf([[[2, 0.5]]]) },
  rules: { most: 2 },
}

test('each site tells what it reaches, who covers it otherwise, what it adds at which hours, and the next best', () => {
  const [camera, lamp] = explainPlacement(square, Int32Array.of(0, 1), [
    { name: 'hour', labels: ['evening', 'night'], of: Uint16Array.of(0, 1, 1, 1) },
  ])
  expect(camera).toEqual({
    site: 0,
    id: 'camera north',
    reached: 20,
    byExisting: 2,
    byOthers: 5,
    added: 13,
    addedBy: [{ name: 'hour', byLabel: { evening: 5, night: 8 } }],
    sharedWith: [
      { id: 'lamp west', weight: 5 },
      { id: 'old lamp', weight: 2 },
    ],
    nextBest: { site: 3, id: 'camera south', added: 8 },
  })
  expect(lamp).toMatchObject({ reached: 8, byExisting: 0, byOthers: 5, added: 3, nextBest: null })
  const both = evaluate(square, [0, 1]).covered
  expect(both - evaluate(square, [1]).covered).toBe(camera!.added)
  expect(both - evaluate(square, [0]).covered).toBe(lamp!.added)
})

test('the next best keeps the rules', () => {
  const capped = { ...square, rules: { most: 2, watched: 20, leastOfKind: { lamp: 1 }, excluded: [3] } }
  const [camera] = explainPlacement(capped, Int32Array.of(0, 1))
  expect(camera!.nextBest).toEqual({ site: 2, id: 'lamp east', added: 3 })
})

test('less intrusive means stand beside the rest, each with its own proof', async () => {
  const [lighting, all, clearing] = await compareMeans(square, [
    { id: 'lighting', kinds: ['lamp'] },
    { id: 'all', kinds: ['lamp', 'camera'] },
    { id: 'clearing', kinds: ['shrub'] },
  ])
  expect(lighting!.result).toMatchObject({
    kind: 'optimal',
    gap: 0,
    placement: { covered: 13, investment: 20, watched: 0 },
  })
  expect(all!.result).toMatchObject({
    kind: 'optimal',
    placement: { covered: 23, investment: 70, watched: 20 },
  })
  expect(lighting!.share).toBeCloseTo(13 / 23, 12)
  expect(all!.costPerAdded).toBeCloseTo(70 / 21, 12)
  expect(clearing!.result).toMatchObject({ kind: 'refused', refusals: [{ rule: 'excluded' }] })
})
