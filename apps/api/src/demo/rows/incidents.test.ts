import { beforeAll, describe, expect, it } from 'vitest'
import { demoIncidents } from '../demo-layers.ts'
import { type Plan, readPlan } from '../plan.ts'
import { drawTown, type Town } from '../town.ts'
import { calendarOf, daysBetween, weekdayOf } from './calendar.ts'

const now = new Date('2026-11-22T10:00:00Z')
type Rows = Awaited<ReturnType<typeof demoIncidents>>
let plan: Plan
let town: Town
let rows: Rows
beforeAll(async () => {
  plan = await readPlan()
  town = drawTown(plan)
  rows = await demoIncidents(plan, town, now)
})

/** Day, weekday and hour on the clocks of Sweden. */
function local(instant: unknown): { day: string; weekday: number; hour: number } {
  const text = new Date(String(instant)).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' })
  return { day: text.slice(0, 10), weekday: weekdayOf(text.slice(0, 10)), hour: Number(text.slice(11, 13)) }
}
const share = (some: Rows, which: (row: Rows[number]) => boolean): number =>
  some.filter(which).length / some.length
const ago = (row: Rows[number]): number => daysBetween(local(row.occurred_from).day, calendarOf(now).today)
const perWeek = (some: Rows, from: number, to: number): number =>
  some.filter((row) => ago(row) <= from && ago(row) > to).length / ((from - to) / 7)

describe('the demonstration’s incidents', () => {
  it('are some 6,000 of two years that have ended, the same for the same day', async () => {
    expect(rows.length).toBeGreaterThan(5000)
    expect(rows.length).toBeLessThan(7000)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(rows.every((row) => String(row.occurred_from) <= String(row.occurred_to))).toBe(true)
    expect(rows.every((row) => String(row.occurred_to) < now.toISOString())).toBe(true)
    const later = await demoIncidents(plan, town, new Date('2026-11-22T21:30:00Z'))
    expect(JSON.stringify(later)).toBe(JSON.stringify(rows))
  })

  it('are known to a district or the municipality alone in about one of eight, and then stand in its middle', () => {
    const coarse = rows.filter(({ precision }) => precision === 'locality' || precision === 'municipality')
    expect(coarse.length / rows.length).toBeCloseTo(0.12, 1)
    expect(new Set(coarse.map(({ geom }) => geom)).size).toBeLessThan(40)
  })

  it('hold the planted hotspot: Friday and Saturday nights at the restaurants of Stora torg', () => {
    const square = rows.filter((row) => String(row.place_name).startsWith('Stora torg'))
    expect(square.length).toBeGreaterThan(350)
    const nights = share(square, (row) => {
      const { weekday, hour } = local(row.occurred_from)
      return (
        (hour >= 22 && (weekday === 5 || weekday === 6)) || (hour < 3 && (weekday === 6 || weekday === 7))
      )
    })
    expect(nights).toBeGreaterThan(0.9)
  })

  it('see bicycle theft grow at the station, and damage fade at the school', () => {
    const station = rows.filter(({ place_name }) => place_name === 'Cykelstället vid stationen')
    expect(perWeek(station, 160, 0)).toBeGreaterThan(2 * perWeek(station, 730, 160))
    const school = rows.filter(({ place_name }) => place_name === 'Söderportsskolan')
    expect(perWeek(school, 240, 0)).toBeLessThan(0.3 * perWeek(school, 730, 480))
  })

  it('know burglaries mostly as intervals', () => {
    const burglaries = rows.filter(({ kind }) => kind === 'home_burglary')
    expect(share(burglaries, (row) => row.occurred_from !== row.occurred_to)).toBeGreaterThan(0.6)
  })
})
