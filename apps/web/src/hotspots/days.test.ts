import { expect, test } from 'vitest'
import { comparedWith, dateOf, dayOf, mondayOf, stepsBetween } from './days.ts'

test('days are told by number and back', () => {
  expect(dayOf('1970-01-01')).toBe(0)
  expect(dateOf(dayOf('2026-02-28') + 1)).toBe('2026-03-01')
  expect(dateOf(mondayOf(dayOf('2026-11-22')))).toBe('2026-11-16')
  expect(dateOf(mondayOf(dayOf('2026-11-16')))).toBe('2026-11-16')
})

test('weeks begin on Mondays, months on the first, and both cover what is asked', () => {
  expect(stepsBetween(dayOf('2026-01-01'), dayOf('2026-01-12'), 'week')).toEqual([
    { from: '2025-12-29', to: '2026-01-04' },
    { from: '2026-01-05', to: '2026-01-11' },
    { from: '2026-01-12', to: '2026-01-18' },
  ])
  expect(stepsBetween(dayOf('2027-12-31'), dayOf('2028-02-29'), 'month').at(-1)).toEqual({
    from: '2028-02-01',
    to: '2028-02-29',
  })
})

test('a period is compared with as many days before it, or with the same days last year', () => {
  const period = { from: '2026-03-01', to: '2026-03-31' }
  expect(comparedWith(period, 'before')).toEqual({ from: '2026-01-29', to: '2026-02-28' })
  expect(comparedWith(period, 'year')).toEqual({ from: '2025-03-01', to: '2025-03-31' })
  expect(comparedWith({ from: '2028-02-29', to: '2028-02-29' }, 'year').from).toBe('2027-02-28')
})
