import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyIncident } from '../incidents/filter.ts'
import { areaOf, rectangle, shifted } from '../testing/areas.ts'
import { incidentsAt } from '../testing/incidents.ts'
import { type ZoneShare, type ZoneShareQuestion, zoneShare } from './zone-share.ts'

const told = (answer: ReturnType<typeof zoneShare>): ZoneShare => {
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}

/** Friday the second of January 2026 at 00:00, in minutes since 1970. */
const friday = Date.UTC(2026, 0, 2) / 60_000
const night = friday + 23 * 60
const noon = friday + 12 * 60
const nights = { ...everyIncident, weekdays: [5, 6], hours: { from: 22 * 60, until: 3 * 60 } }
const question: ZoneShareQuestion = {
  zone: areaOf(rectangle(0, 0, 100, 100)),
  study: areaOf(rectangle(0, 0, 1000, 1000)),
  filter: nights,
}

describe('what a zone holds', () => {
  const rows = [
    { x: 50, y: 50, from: night },
    { x: 60, y: 50, from: night + 60 },
    { x: 99, y: 99, from: night },
    { x: 500, y: 500, from: night },
    { x: 50, y: 50, from: noon },
    // Known only to have happened between 20 and 24: half of it lies in the hours.
    { x: 50, y: 60, from: friday + 20 * 60, to: friday + 24 * 60 },
    { x: 50, y: 50, from: night, precision: 'municipality' as const },
    { x: 50, y: 50, from: friday, timePrecision: 'day' as const },
    { x: 5000, y: 50, from: night },
  ]

  test('in its hours, of all that happens in the same hours, and what was left out', () => {
    const share = told(zoneShare(incidentsAt(rows), question))
    expect(share.n).toBe(3.5)
    expect(share.of).toBe(4.5)
    expect(share.held.share).toBeCloseTo(3.5 / 4.5, 12)
    // The one known to the day counts there.
    expect(share.heldOfAllHours).toBeCloseTo(3.5 / 7, 12)
    expect(share.outside).toBe(1)
    expect(share.leftOut).toEqual([
      { reason: 'position', count: 1 },
      { reason: 'hour', count: 1 },
    ])
  })

  test('beside its share of the ground: PAI', () => {
    const share = told(zoneShare(incidentsAt(rows), question))
    expect([share.area, share.studyArea]).toEqual([10_000, 1_000_000])
    expect(share.pai.share).toBeCloseTo((3.5 / 4.5) * 100, 9)
    expect(share.pai.low).toBeLessThan(share.pai.share)
  })

  test('around the clock the day is enough', () => {
    const share = told(zoneShare(incidentsAt(rows), { ...question, filter: everyIncident }))
    expect([share.n, share.of, share.leftOut.length]).toEqual([6, 7, 1])
  })

  test('with Wilson’s interval: 8 of 20 is 21.9 to 61.3 %', () => {
    const many = Array.from({ length: 20 }, (_, i) => ({ x: i < 8 ? 50 : 500, y: 50, from: night }))
    const { held } = told(zoneShare(incidentsAt(many), question))
    expect([held.share, held.low, held.high].map((p) => Math.round(p * 1000))).toEqual([400, 219, 613])
  })

  test('by the weights of kinds', () => {
    const two = incidentsAt([
      { x: 50, y: 50, from: night, kind: 'bråk' },
      { x: 500, y: 50, from: night, kind: 'stöld' },
    ])
    expect(told(zoneShare(two, { ...question, weights: [3, 1] })).held.share).toBe(0.75)
    expect(told(zoneShare(two, { ...question, weights: [1, 0] })).held.share).toBe(1)
  })

  test('in a period', () => {
    const filter = { ...nights, from: friday + 2 * 1440, until: friday + 9 * 1440 }
    const share = told(zoneShare(incidentsAt(rows), { ...question, filter }))
    expect([share.n, share.held.low, share.held.high]).toEqual([0, 0, 1])
  })

  test('a zone that is a line is refused', () => {
    expect(
      isRefusal(zoneShare(incidentsAt([]), { ...question, zone: areaOf(rectangle(0, 0, 0, 100)) })),
    ).toBe(true)
  })
})

const anyIncident = fc.record({
  x: fc.integer({ min: -50, max: 1050 }),
  y: fc.integer({ min: -50, max: 1050 }),
  from: fc.integer({ min: friday, max: friday + 20_160 }),
})

test('the order of incidents does not matter, and a shift of everything changes nothing', () => {
  fc.assert(
    fc.property(
      fc.array(anyIncident, { maxLength: 40 }),
      fc.integer({ min: -5000, max: 5000 }),
      (rows, by) => {
        const plain = told(zoneShare(incidentsAt(rows), question))
        expect(told(zoneShare(incidentsAt(rows.toReversed()), question))).toEqual(plain)
        const moved = rows.map((row) => ({ ...row, x: row.x + by, y: row.y - by, from: row.from + 10_080 }))
        const there = {
          ...question,
          zone: shifted(question.zone, by, -by),
          study: shifted(question.study, by, -by),
        }
        expect(told(zoneShare(incidentsAt(moved), there))).toEqual(plain)
      },
    ),
    { numRuns: 60 },
  )
})
