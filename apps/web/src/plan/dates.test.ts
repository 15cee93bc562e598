import { expect, it } from 'vitest'
import { parseDate, parseTime } from './dates.ts'

it.each([
  '2026-05-01',
  '20260501',
  '2026/05/01',
  '1/5 2026',
  '1/5-2026',
  '01.05.2026',
  '1 maj 2026',
  '1 May 2026',
])('reads the day in "%s"', (text) => {
  expect(parseDate(text)).toBe('2026-05-01')
})

it.each(['', '2026-02-30', '31/4 2026', '5/13 2026', '1 mej 2026', '1/5', 'i morgon', '0026-05-01'])(
  'finds no day in "%s"',
  (text) => {
    expect(parseDate(text)).toBeNull()
  },
)

it.each([
  ['18:30', '18:30'],
  ['18.30', '18:30'],
  ['1830', '18:30'],
  ['7', '07:00'],
  ['kl 18', '18:00'],
  ['0:05', '00:05'],
])('reads the time in "%s"', (text, time) => {
  expect(parseTime(text)).toBe(time)
})

it.each(['', '24:00', '18:60', '183', 'kväll'])('finds no time in "%s"', (text) => {
  expect(parseTime(text)).toBeNull()
})
