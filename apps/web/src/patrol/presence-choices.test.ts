import { describe, expect, test } from 'vitest'
import { presenceChoices } from './presence-choices.ts'
import { clockOf, instantOf, startOfDay, wallMinute } from './swedish-clock.ts'

const nights = { weekdays: [5, 6], from: '21:00', to: '04:00' }
/** A Friday. */
const friday = startOfDay('2026-01-02')
const at = (minutes: number, hours: Parameters<typeof presenceChoices>[0] = nights) =>
  presenceChoices(hours, friday + minutes).map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`)

describe('what “we were here” likely means', () => {
  test('is the last hours up to now, within the zone’s', () => {
    expect(at(23 * 60 + 20)).toEqual(['22:00–23:00', '21:00–23:00'])
    expect(at(26 * 60 + 5)).toEqual(['01:00–02:00', '00:00–02:00', '23:00–02:00'])
  })

  test('is the end of the zone’s latest hours once they are over', () => {
    expect(at(33 * 60)).toEqual(['03:00–04:00', '02:00–04:00', '01:00–04:00'])
    // Friday noon: the Saturday before.
    expect(presenceChoices(nights, friday + 720)[0]).toEqual({
      from: friday - 5 * 1440 + 180,
      to: friday - 5 * 1440 + 240,
    })
  })

  test('is up to now where the zone has no hours', () => {
    expect(at(720, { weekdays: [], from: null, to: null })).toHaveLength(3)
  })
})

test('the wall’s clock goes to an instant and back, in winter, in summer and over the shift', () => {
  for (const iso of [
    '2026-01-02T22:30:00Z',
    '2026-07-02T22:30:00Z',
    '2026-03-29T01:00:00Z',
    '2026-10-25T02:30:00Z',
  ])
    expect(instantOf(wallMinute(new Date(iso))).toISOString()).toBe(new Date(iso).toISOString())
  expect(clockOf(wallMinute(new Date('2026-07-02T22:30:00Z')))).toBe('00:30')
})
