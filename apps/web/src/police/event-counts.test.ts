import type { Item } from '@trygghetskartan/api/contract'
import { describe, expect, test } from 'vitest'
import { countEvents, peakOf, swedishHour } from './event-counts.ts'

const event = (occurred_at: string | null, kind_group = 'theft', precision = 'street'): Item => ({
  type: 'Feature',
  id: '0',
  geometry: { type: 'Point', coordinates: [14, 56] },
  properties: { occurred_at, kind_group, precision },
})
const fields = { kind: 'kind_group', time: 'occurred_at' }

describe('the hour of an event', () => {
  test('is Swedish civil time in winter and in summer', () => {
    expect(swedishHour('2026-01-05T22:30:00Z')).toEqual([0, 23])
    expect(swedishHour('2026-07-06T22:30:00Z')).toEqual([1, 0])
  })

  test('is read with its own offset', () => {
    expect(swedishHour('2026-01-10T00:15:00+01:00')).toEqual([5, 0])
  })

  test('is unknown where nothing is said', () => {
    expect(swedishHour('')).toBeNull()
    expect(swedishHour('i natt')).toBeNull()
  })
})

describe('events are counted', () => {
  const counts = countEvents(
    [
      event('2026-01-10T01:00:00+01:00'),
      event('2026-01-17T01:20:00+01:00', 'violence', 'municipality'),
      event(null, 'theft', 'county'),
    ],
    fields,
  )

  test('by kind and by precision', () => {
    expect([...counts.byKind]).toEqual([
      ['theft', 2],
      ['violence', 1],
    ])
    expect([...counts.byPrecision]).toEqual([
      ['street', 1],
      ['municipality', 1],
      ['county', 1],
    ])
  })

  test('by hour of the week, and those without a time are told apart', () => {
    expect(counts.byHour[5]![1]).toBe(2)
    expect(counts.byHour.flat().reduce((sum, n) => sum + n)).toBe(2)
    expect(counts.withoutTime).toBe(1)
  })

  test('with the hour that has most', () => {
    expect(peakOf(counts.byHour)).toEqual({ weekday: 5, hour: 1, n: 2 })
    expect(peakOf(countEvents([], fields).byHour)).toBeNull()
  })
})
