import { expect, test } from 'vitest'
import { choiceOf, hoursWithin, stepBy, toggled } from './choose-hours.ts'
import { presetOf, weekPresets } from './week-hours.ts'

test('a rectangle drawn from any corner chooses the hours within', () => {
  const friday = { day: 4, hour: 22 }
  const saturday = { day: 5, hour: 23 }
  expect(hoursWithin(saturday, friday)).toEqual([4 * 24 + 22, 4 * 24 + 23, 5 * 24 + 22, 5 * 24 + 23])
})

test('what is chosen is taken away by choosing it again, and nothing chosen is all', () => {
  const once = toggled(undefined, [7])
  expect(once).toEqual([7])
  expect(toggled(once, [3])).toEqual([3, 7])
  expect(toggled(once, [7])).toBeUndefined()
  expect(choiceOf(Array.from({ length: 168 }, (_, hour) => hour))).toBeUndefined()
})

test('arrow keys stay within the week', () => {
  expect(stepBy('ArrowUp', { day: 0, hour: 5 })).toEqual({ day: 0, hour: 5 })
  expect(stepBy('ArrowRight', { day: 6, hour: 22 })).toEqual({ day: 6, hour: 23 })
  expect(stepBy('a', { day: 6, hour: 22 })).toBeNull()
})

test('evenings and nights of the weekend run over midnight into the mornings after', () => {
  const { id, hours } = weekPresets[0]
  expect(presetOf(hours)).toBe(id)
  // Friday 23, Saturday 05 and 18, Sunday 05; not Friday 05, nor Sunday 06.
  expect([4 * 24 + 23, 5 * 24 + 5, 5 * 24 + 18, 6 * 24 + 5].every((hour) => hours.includes(hour))).toBe(true)
  expect([4 * 24 + 5, 5 * 24 + 6, 6 * 24 + 6].some((hour) => hours.includes(hour))).toBe(false)
  expect(presetOf([1, 2, 3])).toBeNull()
})
