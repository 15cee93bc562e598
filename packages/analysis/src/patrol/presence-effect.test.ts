import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, test } from 'vitest'
import { everyIncident } from '../incidents/filter.ts'
import { weekMinutes } from '../incidents/week.ts'
import { areaOf, rectangle } from '../testing/areas.ts'
import { incidentsAt } from '../testing/incidents.ts'
import { type PresenceEffectQuestion, presenceEffect } from './presence-effect.ts'

const began = 3000 * weekMinutes
const question: PresenceEffectQuestion = {
  zone: areaOf(rectangle(0, 0, 100, 100)),
  study: areaOf(rectangle(-1000, -1000, 1000, 1000)),
  filter: everyIncident,
  began,
  until: began + 8 * weekMinutes + 1000,
  drawnBefore: true,
}
/** So many at a place, one a day from so many weeks after presence began. */
const at = (x: number, y: number, n: number, weeks: number) =>
  Array.from({ length: n }, (_, i) => ({ x, y, from: began + weeks * weekMinutes + i * 100 }))
const told = (rows: Parameters<typeof incidentsAt>[0], more: Partial<PresenceEffectQuestion> = {}) => {
  const answer = presenceEffect(incidentsAt(rows), { ...question, ...more })
  return isRefusal(answer) ? answer.code : answer
}

describe('what presence in a zone did', () => {
  const rows = [
    ...at(50, 50, 40, -8),
    ...at(50, 50, 20, 0),
    ...at(200, 50, 20, -8),
    ...at(200, 50, 24, 0),
    ...at(900, 900, 400, -8),
    ...at(900, 900, 400, 0),
    ...at(50, 50, 30, -16),
    ...at(5000, 0, 99, 0),
  ]

  test('is counted in the zone, about it and in the rest, as many weeks before as after', () => {
    const effect = told(rows)
    expect(effect).toMatchObject({
      weeks: 8,
      zone: { before: 40, after: 20 },
      around: { before: 20, after: 24 },
      rest: { before: 400, after: 400 },
      earlier: [30],
    })
  })

  test('against the rest, scaled to what the zone had: 20 fewer, and 4 more beside it', () => {
    const effect = told(rows)
    if (typeof effect === 'string') throw new Error(effect)
    expect(effect.effect.local.estimate).toBe(-20)
    expect(effect.effect.wdd.estimate).toBe(-16)
    // Four counts of 40, 20, 40 and 40.
    expect(effect.effect.local.error).toBeCloseTo(Math.sqrt(140), 12)
  })

  test('a fall everywhere is none of the zone’s', () => {
    const everywhere = told([
      ...at(50, 50, 40, -8),
      ...at(50, 50, 20, 0),
      ...at(900, 900, 80, -8),
      ...at(900, 900, 40, 0),
    ])
    if (typeof everywhere === 'string') throw new Error(everywhere)
    expect(everywhere.effect.local.estimate).toBe(0)
  })

  test('is refused too soon, and without anything to compare with', () => {
    expect(told(rows, { until: began + 3 * weekMinutes })).toBe('too-soon')
    expect(told(at(50, 50, 10, -8))).toBe('no-control')
  })
})
