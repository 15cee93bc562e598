import { expect, test } from 'vitest'
import { bestOf, hoursOfDay, peakHours } from './best.ts'

test('the best of a row is the lowest or the highest, and all that share it', () => {
  expect([...bestOf([3, 1, 2], 'low')]).toEqual([1])
  expect([...bestOf([3, 1, 3], 'high')]).toEqual([0, 2])
})

test('there is no best where all are alike or only one is known', () => {
  expect(bestOf([2, 2], 'low').size).toBe(0)
  expect(bestOf([2, null], 'low').size).toBe(0)
  expect([...bestOf([2, null, 5], 'low')]).toEqual([0])
})

test('the hours of a week are laid on top of each other by the hour of the day', () => {
  const week = Array(168).fill(0)
  week[20] = 1
  week[6 * 24 + 20] = 2
  const day = hoursOfDay(week)
  expect(day[20]).toBe(3)
  expect(day.reduce((sum, value) => sum + value, 0)).toBe(3)
})

test('the peak may stand over midnight', () => {
  const day = Array(24).fill(0)
  day[23] = 2
  day[0] = 2
  day[1] = 1
  expect(peakHours(day)).toEqual({ from: 23, to: 2 })
  expect(peakHours(Array(24).fill(0))).toBeNull()
})
