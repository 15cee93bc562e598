import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incidentsAt } from '../testing/incidents.ts'
import { everyIncident, type IncidentFilter, selectIncidents } from './filter.ts'
import type { IncidentRow } from './rows.ts'

/** Minutes on the wall of a moment written as if in UTC. */
const at = (moment: string): number => Date.parse(`${moment}Z`) / 60_000
const select = (rows: readonly Partial<IncidentRow>[], filter: Partial<IncidentFilter>) => {
  const selection = selectIncidents(incidentsAt(rows.map((row) => ({ x: 0, y: 0, ...row }))), {
    ...everyIncident,
    ...filter,
  })
  if (isRefusal(selection)) throw new Error(selection.code)
  return selection
}
const fridayNight: Partial<IncidentFilter> = { hours: { from: 22 * 60, until: 3 * 60 }, weekdays: [5] }

describe('the filter of incidents', () => {
  it('takes the small hours of Saturday for Friday night, and those of Friday for Thursday night', () => {
    const rows = [
      '2026-09-04T21:59',
      '2026-09-04T22:00',
      '2026-09-05T02:59',
      '2026-09-05T03:00',
      '2026-09-04T02:00',
    ]
    expect([
      ...select(
        rows.map((moment) => ({ from: at(moment) })),
        fridayNight,
      ).rows,
    ]).toEqual([1, 2])
  })

  it('takes a period from its first minute up to the one after its last', () => {
    const rows = [10, 11, 19, 20].map((from) => ({ from }))
    expect([...select(rows, { from: 11, until: 20 }).rows]).toEqual([1, 2])
  })

  it('weighs an interval by its share of chosen minutes', () => {
    // 20 to 24 on a Friday: half of it from 22 on; in a period that ends at 23 a quarter.
    const rows = [{ from: at('2026-09-04T20:00'), to: at('2026-09-05T00:00') }]
    expect(select(rows, fridayNight)).toMatchObject({ n: 1, total: 0.5, spread: 1 })
    expect(select(rows, { ...fridayNight, until: at('2026-09-04T23:00') }).total).toBe(0.25)
    // Three weeks hold three Friday nights.
    const weeks = [{ from: at('2026-09-01T00:00'), to: at('2026-09-22T00:00') }]
    expect(select(weeks, fridayNight).total).toBeCloseTo((3 * 5) / (3 * 168), 6)
  })

  it('chooses single hours of the week as the clock has them', () => {
    const rows = ['2026-08-31T00:30', '2026-09-05T01:00', '2026-09-05T02:00'].map((m) => ({ from: at(m) }))
    expect([...select(rows, { hoursOfWeek: [0, 5 * 24 + 1] }).rows]).toEqual([0, 1])
  })

  it('says what it cannot use of what it was asked for, and nothing of the rest', () => {
    const from = at('2026-09-04T23:00')
    const rows: Partial<IncidentRow>[] = [
      { from },
      { from, precision: 'municipality' },
      { from, x: Number.NaN },
      { from, timePrecision: 'day' },
      { from, timePrecision: 'month' },
      { from, timePrecision: 'month', precision: 'county' },
      // Sure not to be meant.
      { from: from - 600, precision: 'county' },
      { from, kind: 'Stöld', precision: 'county' },
      { from: at('2027-01-01T00:00'), timePrecision: 'month' },
    ]
    const answer = select(rows, { ...fridayNight, kinds: ['Skadegörelse'], until: at('2026-12-01T00:00') })
    expect([...answer.rows]).toEqual([0])
    expect(new Map(answer.leftOut.map(({ reason, count }) => [reason, count]))).toEqual(
      new Map([
        ['position', 3],
        ['hour', 1],
        ['month', 1],
      ]),
    )
    // Without hours a day is enough, without weekdays a month is.
    expect(select(rows.slice(3, 5), { weekdays: [5] })).toMatchObject({
      n: 1,
      leftOut: [{ reason: 'month', count: 1 }],
    })
    expect(select(rows.slice(3, 5), { from, until: from + 1 }).total).toBeCloseTo(1 / 1440 + 1 / 43_200, 5)
  })

  it('sums to the same whatever the order, and agrees with counting minutes one by one', () =>
    fc.assert(
      fc.property(
        fc.array(fc.record({ from: fc.integer({ min: -30_000, max: 30_000 }), lasting: fc.nat(15_000) }), {
          minLength: 1,
          maxLength: 8,
        }),
        fc.record({ from: fc.nat(1439), until: fc.nat(1440) }).filter(({ from, until }) => from !== until),
        fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
        (intervals, hours, weekdays) => {
          const rows = intervals.map(({ from, lasting }) => ({ from, to: from + lasting }))
          const { total } = select(rows, { hours, weekdays })
          expect(select(rows.toReversed(), { hours, weekdays }).total).toBe(total)
          let byHand = 0
          for (const { from, to } of rows) {
            let chosen = 0
            for (let minute = from; minute < Math.max(to, from + 1); minute++) {
              const day = Math.floor(minute / 1440)
              const clock = minute - day * 1440
              const wraps = hours.until <= hours.from
              const evening = clock >= hours.from && (wraps || clock < hours.until)
              const weekdayOf = (of: number) => ((((of + 3) % 7) + 7) % 7) + 1
              if (evening && weekdays.includes(weekdayOf(day))) chosen++
              else if (wraps && clock < hours.until && weekdays.includes(weekdayOf(day - 1))) chosen++
            }
            byHand += chosen / Math.max(1, to - from)
          }
          expect(total).toBeCloseTo(byHand, 4)
        },
      ),
      { numRuns: 100 },
    ))

  it('refuses what cannot be', () => {
    const codeOf = (filter: Partial<IncidentFilter>) => {
      const answer = selectIncidents(incidentsAt([]), { ...everyIncident, ...filter })
      return isRefusal(answer) ? answer.code : 'taken'
    }
    expect(codeOf({})).toBe('taken')
    expect(codeOf({ from: 5, until: 5 })).toBe('period')
    expect(codeOf({ from: Number.NaN })).toBe('period')
    expect(codeOf({ hours: { from: 60, until: 60 } })).toBe('hours')
    expect(codeOf({ weekdays: [0] })).toBe('weekdays')
    expect(codeOf({ hoursOfWeek: [168] })).toBe('hours-of-week')
    expect(codeOf({ kinds: [] })).toBe('nothing-chosen')
  })
})
