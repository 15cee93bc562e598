import { isRefusal } from '@trygghetskartan/geo'
import { expect, test } from 'vitest'
import { everyIncident } from '../incidents/filter.ts'
import { areaOf, rectangle } from '../testing/areas.ts'
import { incidentsAt } from '../testing/incidents.ts'
import { type FieldPresence, fieldCover } from './field-cover.ts'

/** Friday the second of January 2026 at 00:00, in minutes since 1970. */
const friday = Date.UTC(2026, 0, 2) / 60_000
const week = { hours: { from: 18 * 60, until: 0 }, weekdays: [5] }
const square: FieldPresence = {
  area: areaOf(rectangle(0, 0, 100, 100)),
  week,
}
const study = areaOf(rectangle(-2000, -2000, 2000, 2000))

test('what lies in an area at its hours is covered, the rest is told by place and hour', () => {
  const evening = friday + 20 * 60
  const incidents = incidentsAt([
    { x: 50, y: 50, from: evening },
    { x: 50, y: 50, from: evening + 4 * 60 },
    { x: 50, y: 50, from: evening + 1440 },
    { x: 900, y: 900, from: evening },
    { x: 905, y: 900, from: evening + 30 },
    { x: 50, y: 60, from: evening - 60, to: evening + 60 },
    { x: 50, y: 50, from: friday, timePrecision: 'day' },
    { x: 0, y: 0, from: evening, precision: 'county' },
  ])
  const cover = fieldCover(incidents, study, everyIncident, [square])
  if (isRefusal(cover)) throw new Error(cover.code)
  expect([cover.n, cover.covered, cover.leftOut]).toEqual([6, 2, 2])
  const hour = 4 * 24 + 20
  expect([cover.byHour[hour], cover.coveredByHour[hour], cover.byHour[5 * 24]]).toEqual([4, 2, 1])
  expect(cover.places.map(({ n, byHour }) => [n, byHour[20]])).toEqual([
    [2, 1],
    [2, 2],
  ])
})

test('without anybody there nothing is covered', () => {
  const cover = fieldCover(incidentsAt([{ x: 1, y: 1, from: friday }]), study, everyIncident, [])
  expect(cover).toMatchObject({ n: 1, covered: 0, places: [] })
})
