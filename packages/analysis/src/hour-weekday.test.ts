import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HourWeekday, hourWeekday } from './hour-weekday.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import { madeIncidents } from './testing/made-incidents.ts'
import { hasSharedData, york } from './testing/shared-data.ts'

const week = 7 * 1440
/** Minutes of a Monday at 00:00 that is not the first. */
const monday = 4 * 1440 + 2900 * week
const read = (incidents: IncidentColumns, rows?: Uint32Array): HourWeekday => {
  const result = hourWeekday(incidents, rows)
  if (isRefusal(result)) throw new Error(result.text.en)
  return result
}
const times = (...list: readonly (readonly [from: number, to: number])[]) =>
  madeIncidents({ x: list.map(() => 0), from: list.map(([from]) => from), to: list.map(([, to]) => to) })

describe('incidents by hour and weekday', () => {
  it('stand in their hour, also before 1970, and in parts where the time is an interval', () => {
    const { weights, n, spread } = read(
      times(
        [monday, monday],
        [monday - week * 5000 + 61, monday - week * 5000 + 61],
        [monday + 6 * 1440 + 23 * 60 + 30, monday + 7 * 1440 + 90],
      ),
    )
    expect([n, spread]).toEqual([3, 1])
    expect(weights[0]).toBeCloseTo(1 + 60 / 120, 12)
    expect(weights[1]).toBeCloseTo(1 + 30 / 120, 12)
    expect(weights[167]).toBeCloseTo(30 / 120, 12)
  })

  const interval = fc.tuple(fc.integer({ min: -1e7, max: 3e7 }), fc.nat(40_000))
  it('sum to the incidents, move with the clock and do not mind the order of rows', () =>
    fc.assert(
      fc.property(fc.array(interval, { minLength: 1, maxLength: 30 }), fc.nat(167), (list, hours) => {
        const made = (shift: number, all = list) =>
          read(times(...all.map(([from, lasting]) => [from + shift, from + lasting + shift] as const)))
        const { n, weights } = made(0)
        expect(weights.reduce((a, b) => a + b)).toBeCloseTo(n, 9)
        const later = made(hours * 60).weights
        weights.forEach((weight, hour) => {
          expect(later[(hour + hours) % 168]).toBeCloseTo(weight, 9)
        })
        made(0, list.toReversed()).weights.forEach((weight, hour) => {
          expect(weight).toBeCloseTo(weights[hour]!, 9)
        })
      }),
    ))

  it('leave out what has no time of day, and count it', () => {
    const some = madeIncidents({ x: [0, 0, 0, 0], timePrecision: [0, 1, 1, 2] })
    expect(read(some)).toMatchObject({
      n: 1,
      leftOut: [
        { reason: 'hour', count: 2 },
        { reason: 'month', count: 1 },
      ],
    })
    expect(read(some, Uint32Array.of(0)).leftOut).toEqual([])
  })

  it.skipIf(!hasSharedData)('refuse none, and York, whose times are months', () => {
    expect(hourWeekday(madeIncidents({}))).toMatchObject({ code: 'hours-unknown' })
    expect(hourWeekday(york())).toMatchObject({ code: 'hours-unknown' })
  })
})
