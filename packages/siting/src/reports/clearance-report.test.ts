import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import type { Demand } from '../ground/demand.ts'
import type { Ground } from '../ground/ground.ts'
import type { ClearanceMeasure, SitingMeasure } from '../ground/measure.ts'
import { at, demandOf, groundOf, rectangle, street } from '../testing/grounds.ts'
import { clearanceReport } from './clearance-report.ts'

const clearing = (more: Partial<ClearanceMeasure> = {}): ClearanceMeasure => ({
  id: 'own',
  layer: 'shrub_clearances',
  title: 'Buskaget',
  status: 'idea',
  investment: null,
  yearly: null,
  kind: 'clearance',
  rings: rectangle(-10, 4, 10, 8),
  ...more,
})
const path = street(
  'path',
  [
    [-30, 0],
    [30, 0],
  ],
  { kind: 'footway', width: 3, name: 'Gången' },
)
/** A hedge north of the path, and a park behind it. */
const hedge = { id: 'hedge', kind: 'scrub', rings: rectangle(-10, 4, 10, 8) }
const report = (
  ground: Partial<Ground>,
  clearance = clearing(),
  demand: Partial<Demand> = {},
  others: readonly SitingMeasure[] = [],
) =>
  clearanceReport({
    clearance,
    ground: groundOf(150, { streets: [path], ...ground }),
    demand: demandOf(150, demand),
    others,
  })
const given = (answer: ReturnType<typeof report>) => {
  if (isRefusal(answer)) throw new Error((answer as Refusal).text.en)
  return answer
}

describe('a clearance', () => {
  it('opens the view from the path over the ground behind it', () => {
    const answer = given(report({ greenery: [hedge] }))
    expect(answer.cleared).toBe(80)
    expect(answer.viewpoints).toHaveLength(6)
    expect(answer.viewpoints.every(({ path, before, after }) => path === 'Gången' && after > before)).toBe(
      true,
    )
    // Without the hedge each place sees all within 60 m.
    for (const { after } of answer.viewpoints) expect(Math.abs(after - Math.PI * 3600)).toBeLessThan(10)
    expect(answer.after).toBeGreaterThan(answer.before)
    expect(answer.opened.length).toBeGreaterThan(0)
  })

  it('draws the sight lines it opens: straight through to the end of sight', () => {
    const { sightLines } = given(report({ greenery: [hedge] }))
    expect(sightLines).toHaveLength(6)
    for (const { from, to, metres } of sightLines) {
      expect(metres).toBeCloseTo(60, 1)
      expect(to[1]).toBeGreaterThan(from[1])
    }
  })

  it('opens nothing where what is left is higher than 0.7 m', () => {
    const answer = given(report({ greenery: [hedge] }, clearing({ heightAfter: 0.8 })))
    expect(answer).toMatchObject({ opened: [], sightLines: [] })
    expect(answer.after).toBe(answer.before)
    const low = given(report({ greenery: [hedge] }, clearing({ heightAfter: 0.7 })))
    expect(low.after).toBeGreaterThan(low.before)
  })

  it('takes the area for shrubs where no map has them, and says so', () => {
    const known = given(report({ greenery: [hedge] }))
    const unknown = given(report({}))
    expect(unknown.before).toBe(known.before)
    expect(unknown.after).toBe(known.after)
    expect(unknown.assumptions.some(({ en }) => en.includes('does not know these shrubs'))).toBe(true)
    expect(known.assumptions.some(({ en }) => en.includes('does not know these shrubs'))).toBe(false)
  })

  it('of a part of the shrubs opens that part alone', () => {
    const long = { ...hedge, rings: rectangle(-40, 4, 40, 8) }
    const whole = given(report({ greenery: [long] }, clearing({ rings: rectangle(-45, 3, 45, 9) })))
    const part = given(report({ greenery: [long] }, clearing({ rings: rectangle(-5, 3, 5, 9) })))
    expect(part.cleared).toBeCloseTo(40, -1)
    expect(part.after).toBeGreaterThan(part.before)
    expect(part.after).toBeLessThan(0.8 * whole.after)
    expect(part.before).toBeLessThan(whole.after)
  })

  it('widens the view along a path through a wood', () => {
    const wood = { id: 'wood', kind: 'wood', rings: rectangle(-50, -50, 50, 50) }
    const answer = given(report({ greenery: [wood] }, clearing({ rings: rectangle(-30, -6, 30, 6) })))
    // Before: the path and its verge, 4 m wide and no longer than a verge past its ends; after: the strip.
    const [first] = answer.viewpoints
    expect(Math.abs(first!.before - 4 * 64)).toBeLessThan(20)
    expect(Math.abs(first!.after - (12 * 60 + 4 * 4))).toBeLessThan(40)
  })

  it('counts what others have cleared already as open before', () => {
    const twin = clearing({ id: 'twin' })
    const answer = given(report({ greenery: [hedge] }, clearing(), {}, [twin]))
    expect(answer.after).toBe(answer.before)
    const there = given(report({ greenery: [hedge], measures: [twin] }))
    expect(there.opened).toEqual([])
    const self = given(report({ greenery: [hedge], measures: [clearing()] }))
    expect(self.after).toBeGreaterThan(self.before)
  })

  it('touches reports in it and on the ground it opens', () => {
    const of = (id: string, x: number, y: number) => ({
      id,
      geometry: { type: 'Point' as const, coordinates: at(x, y) },
      reasons: ['blocked_view'],
      receivedOn: '2026-09-01',
      weekdays: null,
      from: null,
      to: null,
    })
    const reports = [of('in', 0, 6), of('behind', 0, 8.5), of('path', 0, 1), of('far', 100, 100)]
    expect(given(report({ greenery: [hedge] }, clearing(), { reports })).reports).toEqual({
      n: 2,
      ids: ['in', 'behind'],
    })
  })

  it('says where there is no path to look from', () => {
    const answer = given(report({ greenery: [hedge], streets: [] }))
    expect(answer).toMatchObject({ viewpoints: [], before: 0, after: 0, opened: [] })
    expect(answer.assumptions.some(({ sv }) => sv.includes('Ingen gata eller gångväg'))).toBe(true)
  })

  it('is refused where it crosses itself', () => {
    const bow = [[at(-9, 4), at(9, 8), at(9, 4), at(-9, 8), at(-9, 4)]]
    const answer = report({}, clearing({ rings: bow }))
    expect(isRefusal(answer) && answer.code).toBe('broken-area')
  })

  it('is the same text each time', () => {
    const again = () => report({ greenery: [hedge] })
    expect(JSON.parse(JSON.stringify(again()))).toEqual(again())
  })
})
