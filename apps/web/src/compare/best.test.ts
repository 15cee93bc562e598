import { expect, test } from 'vitest'
import { bestOf } from './best.ts'

test('the best of a row is the lowest or the highest, and all that share it', () => {
  expect([...bestOf([3, 1, 2], 'low')]).toEqual([1])
  expect([...bestOf([3, 1, 3], 'high')]).toEqual([0, 2])
})

test('there is no best where all are alike or only one is known', () => {
  expect(bestOf([2, 2], 'low').size).toBe(0)
  expect(bestOf([2, null], 'low').size).toBe(0)
  expect([...bestOf([2, null, 5], 'low')]).toEqual([0])
})
