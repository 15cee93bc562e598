import { expect, test } from 'vitest'
import { hoursInShift, writeSpans } from './shifts.ts'

const nights = { weekdays: [5, 6], from: '21:00', to: '04:00' }
/** A Friday. */
const friday = '2026-01-02'
const at = (date: string, shift: Parameters<typeof hoursInShift>[2], hours = nights) =>
  writeSpans(hoursInShift(hours, date, shift))

test('a zone is visited in the part of its hours that lies in the shift', () => {
  expect(at(friday, 'night')).toBe('22.00–04.00')
  expect(at(friday, 'evening')).toBe('21.00–23.00')
  expect(at(friday, 'day')).toBe('')
  expect(at('2026-01-01', 'night')).toBe('')
})

test('a night belongs to the evening it begins on, and hours of the evening before still go on', () => {
  expect(at('2026-01-03', 'night')).toBe('22.00–04.00')
  expect(at('2026-01-04', 'night')).toBe('')
  expect(at(friday, 'day', { weekdays: [4], from: '20:00', to: '09:00' })).toBe('07.00–09.00')
})

test('no hours are all hours, no weekdays all days', () => {
  expect(writeSpans(hoursInShift({ weekdays: null, from: null, to: null }, friday, 'night'))).toBe(
    '22.00–07.00',
  )
  expect(at(friday, 'day', { weekdays: [], from: '06:00', to: '06:00' })).toBe('07.00–15.00')
})
