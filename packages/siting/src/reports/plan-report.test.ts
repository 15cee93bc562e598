import { describe, expect, it } from 'vitest'
import type { Demand } from '../ground/demand.ts'
import type { Ground } from '../ground/ground.ts'
import type { CameraMeasure, LightMeasure, PresenceMeasure, SitingMeasure } from '../ground/measure.ts'
import { defaultRisk } from '../risk/settings.ts'
import { at, building, demandOf, groundOf, rectangle, street } from '../testing/grounds.ts'
import { planReport } from './plan-report.ts'

const base = { title: 'Åtgärd', status: 'idea', investment: null, yearly: null }
const camera = (id: string, more: Partial<CameraMeasure> = {}): CameraMeasure => ({
  ...base,
  id,
  layer: 'camera_sites',
  kind: 'camera',
  at: at(0, 0),
  camera: {
    movement: 'fixed',
    height: 4,
    direction: 0,
    tilt: 47,
    fieldOfView: 90,
    across: 1000,
    down: 1000,
    reach: 60,
  },
  masks: [],
  hours: null,
  ...more,
})
const lights = (id: string, y: number, spacing = 12): LightMeasure => ({
  ...base,
  id,
  layer: 'lighting_upgrades',
  kind: 'light',
  geometry: { type: 'LineString', coordinates: [at(-60, y), at(60, y)] },
  light: { height: 4, lumens: 4000, spacing, setback: 0, maintenance: 1 },
})
const guards: PresenceMeasure = {
  ...base,
  id: 'guards',
  layer: 'guard_zones',
  kind: 'presence',
  rings: rectangle(-150, -150, 150, 150),
  hours: null,
}
const house = building('house', [-30, 20, 30, 30], { use: 'home', homes: 12 })
const path = street(
  'path',
  [
    [-60, -40],
    [60, -40],
  ],
  { kind: 'footway', width: 3 },
)
const reports: Demand['reports'] = [
  {
    id: 'report',
    geometry: { type: 'Point', coordinates: at(0, 10) },
    reasons: ['people'],
    receivedOn: '2026-09-01',
    weekdays: [1],
    from: '08:00',
    to: '09:00',
  },
]
const reportsAlone = {
  ...defaultRisk,
  weights: { incidents: 0, reports: 1, survey: 0, darkness: 0, sight: 0 },
}
const report = (
  measures: readonly SitingMeasure[],
  ground: Partial<Ground> = {},
  demand: Partial<Demand> = { reports },
) =>
  planReport({
    measures,
    ground: groundOf(120, ground),
    demand: demandOf(120, demand),
    luminaires: {},
    risk: reportsAlone,
  })

describe('a plan', () => {
  it('adds up its costs, and says what nobody has priced', () => {
    expect(
      report([
        camera('a', { investment: 40_000, yearly: 5000 }),
        camera('b', { investment: 10_000 }),
        { ...guards, yearly: 0 },
        lights('c', -42),
      ]),
    ).toMatchObject({
      investment: 50_000,
      yearly: 5000,
      unpriced: 1,
      count: { camera: 2, light: 1, clearance: 0, presence: 1 },
    })
  })

  it('covers risk at the hours it is there', () => {
    const whole = report([guards])
    expect(whole.covered).toBeCloseTo(100, 1)
    expect(whole.existing).toBe(0)
    expect(whole.addedByPart.reports).toBeCloseTo(100, 1)
    expect(whole.addedByHour[8]).toBeCloseTo(100, 1)
    expect(whole.addedByHour[9]).toBe(0)
    const half = report([{ ...guards, hours: { weekdays: [], from: '08:30', to: '10:00' } }])
    expect(half.covered).toBeCloseTo(50, 1)
    expect(report([{ ...guards, hours: { weekdays: [2], from: '08:00', to: '10:00' } }]).covered).toBe(0)
  })

  it('adds nothing to what stands there already', () => {
    const answer = report([guards], { measures: [{ ...guards, id: 'there' }] })
    expect(answer.covered).toBeCloseTo(100, 1)
    expect(answer.existing).toBeCloseTo(100, 1)
    expect(answer.addedByHour.every((points) => points === 0)).toBe(true)
  })

  it('counts homes and sensitive ground once, however many cameras see them', () => {
    const ground = {
      buildings: [house],
      sensitive: [
        { id: 'play', kind: 'playground', use: 'playground', rings: rectangle(-5, 10, 5, 20) },
      ] as const,
    }
    const one = report([camera('a')], ground)
    expect(one).toMatchObject({ homesInView: 12, peopleWatched: 26, sensitiveInView: 1 })
    expect(report([camera('a'), camera('b')], ground)).toMatchObject({
      homesInView: 12,
      peopleWatched: 26,
      sensitiveInView: 1,
    })
    const masks = [rectangle(-60, 5, 60, 40)]
    expect(report([camera('a', { masks })], ground)).toMatchObject({ homesInView: 0, sensitiveInView: 0 })
  })

  it('brings streets up by all its lamps together', () => {
    const streets = [path]
    expect(report([lights('a', -40)], { streets }).metresBroughtUp).toBeCloseTo(120, 0)
    // Every second lamp is not enough; both rows are.
    const even = lights('a', -40, 40)
    const odd: LightMeasure = {
      ...lights('b', -40, 40),
      geometry: { type: 'LineString', coordinates: [at(-40, -40), at(40, -40)] },
    }
    expect(report([even], { streets }).metresBroughtUp).toBe(0)
    expect(report([odd], { streets }).metresBroughtUp).toBe(0)
    expect(report([even, odd], { streets }).metresBroughtUp).toBeCloseTo(120, 0)
    // What stands already brings nothing up anew, and does not count twice.
    const weak = { ...lights('a', -40), light: { ...lights('a', -40).light, lumens: 400 } }
    expect(report([weak], { streets }).metresBroughtUp).toBe(0)
    expect(report([weak, { ...weak, id: 'b' }], { streets }).metresBroughtUp).toBeGreaterThan(0)
    expect(report([weak], { streets, measures: [weak] }).metresBroughtUp).toBe(0)
  })

  it('leaves out what cannot be reckoned with, says why, and counts the rest', () => {
    const answer = report(
      [
        camera('inside', { at: at(0, 25), investment: 7000 }),
        { ...lights('none', 0), light: { spacing: 0 } },
        camera('a'),
      ],
      { buildings: [house] },
    )
    expect(answer.leftOut.map(({ id }) => id).sort()).toEqual(['inside', 'none'])
    expect(answer.leftOut.find(({ id }) => id === 'inside')!.reason.sv).toContain('inne i en byggnad')
    expect(answer).toMatchObject({ investment: 7000, homesInView: 12 })
  })

  it('stands without any risk to cover, and says so', () => {
    const answer = report([camera('a', { investment: 1000 })], { buildings: [house] }, {})
    expect(answer).toMatchObject({ covered: 0, existing: 0, investment: 1000, homesInView: 12 })
    expect(answer.addedByHour).toHaveLength(168)
    expect(answer.assumptions.length).toBeGreaterThan(0)
  })

  it('is empty where it holds nothing, and the same text each time', () => {
    expect(report([])).toMatchObject({
      investment: 0,
      covered: 0,
      homesInView: 0,
      metresBroughtUp: 0,
      leftOut: [],
    })
    const again = () =>
      report([camera('a'), lights('b', -40), guards], { buildings: [house], streets: [path] })
    expect(JSON.parse(JSON.stringify(again()))).toEqual(again())
  })
})
