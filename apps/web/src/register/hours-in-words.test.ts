import { expect, test } from 'vitest'
import { formatter } from '../messages/format.ts'
import { hoursInWords } from './hours-in-words.ts'

const swedish = formatter('sv')

test('hours are said as one would say them', () => {
  const say = (weekdays: number[], from: string, to: string) => hoursInWords({ weekdays, from, to }, swedish)
  expect(say([1, 2, 3, 4, 5], '22:00', '04:00')).toBe('mån–fre 22:00–04:00')
  expect(say([5, 6], '20:00', '03:00')).toBe('fre och lör 20:00–03:00')
  expect(say([1, 3, 4, 5, 7], '08:00', '16:00')).toBe('mån, ons–fre och sön 08:00–16:00')
  expect(say([], '18:00', '06:00')).toBe('18:00–06:00')
  expect(say([6, 7], '00:00', '00:00')).toBe('lör och sön')
})

test('around the clock every day is no hours at all', () => {
  expect(hoursInWords(null, swedish)).toBe(null)
  expect(hoursInWords({ weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '00:00' }, swedish)).toBe(null)
})
