import { expect, test } from 'vitest'
import { budgetStand } from './budget.ts'

test('a sum within its budget leaves the rest', () => {
  expect(budgetStand(300, 400)).toEqual({ sum: 300, budget: 400, left: 100, filled: 0.75, mark: 1 })
})

test('a sum past its budget fills the bar, and the mark stands where the budget ends', () => {
  expect(budgetStand(500, 400)).toEqual({ sum: 500, budget: 400, left: -100, filled: 1, mark: 0.8 })
})

test('a budget of zero is passed by any cost, and kept by none', () => {
  expect(budgetStand(1, 0)).toMatchObject({ left: -1, filled: 1, mark: 0 })
  expect(budgetStand(0, 0)).toMatchObject({ left: 0, filled: 0 })
})

test('without a budget there is nothing to stay within', () => {
  expect(budgetStand(1, null)).toMatchObject({ budget: null, left: null })
})
