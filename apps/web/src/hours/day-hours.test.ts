import { expect, test } from 'vitest'
import { busiestHours, hoursOfDay } from './day-hours.ts'

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
  expect(busiestHours(day, 3)).toEqual({ from: 23, to: 2, held: 5 })
  expect(busiestHours(Array(24).fill(0), 3)).toBeNull()
})
