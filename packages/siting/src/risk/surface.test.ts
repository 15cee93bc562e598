import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, test } from 'vitest'
import type { Demand, DemandReport, IncidentCell } from '../ground/demand.ts'
import type { Ground } from '../ground/ground.ts'
import { townFrom } from '../ground/town.ts'
import { at, building, demandOf, groundOf, rectangle, street } from '../testing/grounds.ts'
import { defaultRisk, type RiskSettings } from './settings.ts'
import { type RiskSurface, riskByHour, riskParts, riskSurface } from './surface.ts'

const surfaceOf = (ground: Ground, demand: Demand, settings: Partial<RiskSettings> = {}): RiskSurface => {
  const surface = riskSurface(townFrom(ground), demand, { ...defaultRisk, ...settings })
  if (isRefusal(surface)) throw new Error(surface.text.en)
  return surface
}

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((all, one) => all + one, 0)

/** What of the surface lies in a rectangle. */
const within = (surface: RiskSurface, [w, s, e, n]: readonly [number, number, number, number]): number =>
  sum(
    surface.total.map((risk, i) =>
      surface.x[i]! > w && surface.x[i]! < e && surface.y[i]! > s && surface.y[i]! < n ? risk : 0,
    ),
  )

const square = (
  id: string,
  [w, s]: readonly [number, number],
  more: Partial<IncidentCell> = {},
): IncidentCell => ({
  id,
  ring: rectangle(w, s, w + 50, s + 50)[0]!,
  n: 10,
  kinds: { theft: 10 },
  blocks: [],
  quarters: [10],
  ...more,
})

const report = (
  id: string,
  [x, y]: readonly [number, number],
  more: Partial<DemandReport> = {},
): DemandReport => ({
  id,
  geometry: { type: 'Point', coordinates: at(x, y) },
  reasons: ['darkness'],
  receivedOn: '2026-10-01',
  weekdays: null,
  from: null,
  to: null,
  ...more,
})

describe('one surface of risk', () => {
  const ground = groundOf(100, {
    buildings: [building('block', [-60, 20, -20, 60])],
    streets: [
      street(
        'main',
        [
          [-100, 0],
          [100, 0],
        ],
        { lit: false },
      ),
    ],
  })
  const demand = demandOf(100, {
    incidents: [square('a', [0, 0])],
    reports: [report('r', [-50, -50])],
    surveys: [
      {
        id: 's',
        title: 'Centrum',
        year: 2025,
        shareUnsafe: 30,
        respondents: 200,
        rings: rectangle(-100, -100, 100, 100),
      },
    ],
  })

  test('is 100 points, divided between the parts by their weights', () => {
    const surface = surfaceOf(ground, demand)
    expect(sum(surface.total)).toBeCloseTo(100, 9)
    expect(riskParts.map((part) => sum(surface.parts[part]!))).toEqual(
      [40, 30, 10, 10, 10].map((points) => expect.closeTo(points, 9)),
    )
    expect(surface.told.map(({ n }) => n)).toEqual([1 * 10, 1, 1, expect.any(Number), expect.any(Number)])
  })

  test('adds up over the hours of the week', () => {
    const surface = surfaceOf(ground, demand)
    expect(
      sum(
        riskByHour(
          surface,
          surface.total.map(() => 1),
        ),
      ),
    ).toBeCloseTo(100, 9)
  })

  test('lies on open ground in the study area alone', () => {
    const surface = surfaceOf(ground, demand)
    expect(within(surface, [-60, 20, -20, 60])).toBe(0)
    const part = riskSurface(townFrom(ground), demand, defaultRisk, { area: rectangle(0, -100, 100, 100) })
    if (isRefusal(part)) throw new Error(part.text.en)
    expect(Math.min(...part.x)).toBeGreaterThan(0)
    expect(sum(part.total)).toBeCloseTo(100, 9)
  })

  test('lets the other parts share the points where nothing has happened, and says so', () => {
    const surface = surfaceOf(ground, { ...demand, incidents: [], reports: [] })
    expect(sum(surface.total)).toBeCloseTo(100, 9)
    expect(surface.parts.incidents).toBeNull()
    expect(sum(surface.parts.survey!)).toBeCloseTo(100 / 3, 9)
    expect(surface.told[0]!.remarks[0]!.sv).toContain('delar på de 100 poängen')
  })

  test('is refused where there is nothing at all, and where the settings cannot be', () => {
    const nothing = riskSurface(townFrom(groundOf(50)), demandOf(50), defaultRisk)
    expect(nothing).toMatchObject({ refused: true, code: 'no-risk' })
    const weights = { incidents: 0, reports: 0, survey: 0, darkness: 0, sight: 0 }
    expect(riskSurface(townFrom(ground), demand, { ...defaultRisk, weights })).toMatchObject({
      code: 'weights',
    })
    expect(riskSurface(townFrom(ground), demand, { ...defaultRisk, step: 0 })).toMatchObject({ code: 'step' })
    const hours = { weekdays: [], from: '25:00', to: '02:00' }
    expect(riskSurface(townFrom(ground), demand, { ...defaultRisk, hours })).toMatchObject({ code: 'hours' })
    const bow = [[at(0, 0), at(10, 10), at(10, 0), at(0, 10), at(0, 0)]]
    expect(riskSurface(townFrom(ground), demand, defaultRisk, { area: bow })).toMatchObject({
      code: 'study-area',
    })
  })

  test('says where the area reaches beyond the ground that was read', () => {
    const told = (area: ReturnType<typeof rectangle>) => {
      const surface = riskSurface(townFrom(ground), demand, defaultRisk, { area })
      if (isRefusal(surface)) throw new Error(surface.text.en)
      return surface.assumptions.some(({ sv }) => sv.startsWith('Området når utanför'))
    }
    expect(told(rectangle(-100, -100, 100, 100))).toBe(false)
    expect(told(rectangle(-100, -100, 150, 100))).toBe(true)
  })

  test('tells how many events were too imprecise', () => {
    const surface = surfaceOf(ground, { ...demand, leftOut: { imprecise: 7, suppressed: 3 } })
    expect(surface.assumptions.some(({ sv }) => sv.includes('7 händelser') && sv.includes('3 ligger'))).toBe(
      true,
    )
  })
})

describe('incidents', () => {
  const only = { weights: { incidents: 1, reports: 0, survey: 0, darkness: 0, sight: 0 } }

  test('are spread evenly over the open ground of their square', () => {
    const open = surfaceOf(groundOf(100), demandOf(100, { incidents: [square('a', [0, 0])] }), only)
    expect(open.total.filter((risk) => risk > 0)).toHaveLength(25)
    expect(Math.max(...open.total)).toBeCloseTo(4, 9)
    const built = groundOf(100, { buildings: [building('b', [0, 0, 50, 25])] })
    const half = surfaceOf(built, demandOf(100, { incidents: [square('a', [0, 0])] }), only)
    expect(within(half, [0, 25, 50, 50])).toBeCloseTo(100, 6)
  })

  test('weigh by kind, age and number', () => {
    const two = (a: Partial<IncidentCell>, b: Partial<IncidentCell>) => {
      const incidents = [square('a', [-50, -50], a), square('b', [0, 0], b)]
      const surface = surfaceOf(groundOf(100), demandOf(100, { incidents }), only)
      return within(surface, [-50, -50, 0, 0]) / within(surface, [0, 0, 50, 50])
    }
    expect(two({}, {})).toBeCloseTo(1, 9)
    expect(two({ kinds: { violence: 10 } }, { kinds: { theft: 10 } })).toBeCloseTo(3, 9)
    expect(two({ n: 20, kinds: { theft: 20 }, quarters: [20] }, {})).toBeCloseTo(2, 9)
    // Four quarters are 365.25 days, the half-life 365.
    expect(two({ quarters: [10] }, { quarters: [0, 0, 0, 0, 10] })).toBeCloseTo(2 ** (365.25 / 365), 9)
  })

  test('count only in the hours asked for; those without an hour are spread over the week', () => {
    const friday = new Array<number>(56).fill(0)
    friday[4 * 8 + 7] = 8
    const incidents = [square('a', [-50, -50], { blocks: friday }), square('b', [0, 0])]
    const hours = { weekdays: [5], from: '21:00', to: '00:00' }
    const surface = surfaceOf(groundOf(100), demandOf(100, { incidents }), { ...only, hours })
    // 8 of 10 on Friday night and 2 anywhere in 168 hours, against 10 anywhere.
    expect(within(surface, [-50, -50, 0, 0]) / within(surface, [0, 0, 50, 50])).toBeCloseTo(
      (8 + (2 * 3) / 168) / ((10 * 3) / 168),
      6,
    )
    const week = riskByHour(
      surface,
      surface.total.map(() => 1),
    )
    expect(sum(week.slice(4 * 24 + 21, 4 * 24 + 24))).toBeCloseTo(100, 9)
  })

  test('of a square that reaches out of the study area stay outside with their share', () => {
    const incidents = [square('a', [-25, -25]), square('b', [-100, -100])]
    const surface = riskSurface(
      townFrom(groundOf(100)),
      demandOf(100, { incidents }),
      { ...defaultRisk, ...only, step: 5 },
      { area: rectangle(-100, -100, 0, 100) },
    )
    if (isRefusal(surface)) throw new Error(surface.text.en)
    expect(within(surface, [-25, -25, 0, 25])).toBeCloseTo(100 / 3, 6)
  })

  test('under one roof are left out and told', () => {
    const roofed = groundOf(100, { buildings: [building('b', [-60, -60, 10, 10])] })
    const incidents = [square('a', [-50, -50]), square('b', [40, 40])]
    const surface = surfaceOf(roofed, demandOf(100, { incidents }), only)
    expect(surface.told[0]!.remarks[0]!.sv).toContain('10 händelser')
  })
})

describe('reports', () => {
  const only = { weights: { incidents: 0, reports: 1, survey: 0, darkness: 0, sight: 0 } }

  test('are spread by a quartic kernel', () => {
    const surface = surfaceOf(groundOf(100), demandOf(100, { reports: [report('r', [5, 5])] }), only)
    const near = (x: number, y: number) =>
      surface.total[surface.x.findIndex((east, i) => Math.hypot(east - x, surface.y[i]! - y) < 2)]!
    expect(near(15, 5) / near(5, 5)).toBeCloseTo((1 - (10 / 25) ** 2) ** 2, 6)
    expect(near(5, 35)).toBe(0)
    expect(sum(surface.total)).toBeCloseTo(100, 9)
  })

  test('lose nothing to walls', () => {
    const reports = [report('open', [-60, -60]), report('by the wall', [58, 45])]
    const built = groundOf(100, { buildings: [building('b', [20, 20, 55, 80])] })
    const surface = surfaceOf(built, demandOf(100, { reports }), only)
    expect(within(surface, [0, 0, 100, 100])).toBeCloseTo(50, 6)
  })

  test('are spread over their interval of hours', () => {
    const night = report('r', [0, 0], { weekdays: [5], from: '22:00', to: '02:00' })
    const surface = surfaceOf(groundOf(100), demandOf(100, { reports: [night] }), only)
    const week = riskByHour(
      surface,
      surface.total.map(() => 1),
    )
    expect(Array.from(week.slice(4 * 24 + 22, 4 * 24 + 26))).toEqual(new Array(4).fill(expect.closeTo(25, 9)))
  })

  test('that fall half in the hours asked for weigh half', () => {
    const reports = [
      report('half', [-50, -50], { from: '20:00', to: '00:00' }),
      report('whole', [50, 50], { from: '22:00', to: '00:00' }),
    ]
    const surface = surfaceOf(groundOf(100), demandOf(100, { reports }), {
      ...only,
      hours: { weekdays: [], from: '22:00', to: '06:00' },
    })
    expect(within(surface, [-100, -100, 0, 0])).toBeCloseTo(100 / 3, 6)
  })

  test('of lines and areas lie along and over them', () => {
    const line = report('line', [0, 0], {
      geometry: { type: 'LineString', coordinates: [at(-80, -80), at(-20, -80)] },
    })
    const area = report('area', [0, 0], {
      geometry: { type: 'Polygon', coordinates: rectangle(20, 20, 60, 60) },
    })
    const surface = surfaceOf(groundOf(100), demandOf(100, { reports: [line, area] }), only)
    expect(within(surface, [20, 20, 60, 60])).toBeCloseTo(50, 6)
    expect(within(surface, [-100, -100, 0, -50])).toBeGreaterThan(49)
  })
})

describe('survey, darkness and sight', () => {
  const one = (part: string) => ({
    weights: { incidents: 0, reports: 0, survey: 0, darkness: 0, sight: 0, [part]: 1 },
  })
  const row = street(
    'row',
    [
      [-100, 5],
      [100, 5],
    ],
    { lit: false },
  )

  test('survey answers lie on the streets of their area, by the share who feel unsafe, the latest year first', () => {
    const survey = (id: string, year: number, shareUnsafe: number, w: number, e: number) => ({
      id,
      title: id,
      year,
      shareUnsafe,
      respondents: 100,
      rings: rectangle(w, -100, e, 100),
    })
    const surveys = [
      survey('west', 2025, 40, -100, 0),
      survey('west before', 2022, 90, -100, 0),
      survey('east', 2025, 20, 0, 100),
    ]
    const surface = surfaceOf(groundOf(100, { streets: [row] }), demandOf(100, { surveys }), one('survey'))
    expect(within(surface, [-100, -100, 0, 100])).toBeCloseTo(200 / 3, 6)
    expect(within(surface, [-100, 20, 100, 100])).toBe(0)
  })

  test('darkness lies where lamps leave a street below the limit, in dark hours', () => {
    const lamps = [{ id: 'l', at: at(-50, 10), height: 6 }]
    const surface = surfaceOf(groundOf(100, { streets: [row], lamps }), demandOf(100), {
      ...one('darkness'),
      darkBelow: 2,
    })
    expect(within(surface, [0, -100, 100, 100])).toBeGreaterThan(52)
    const under = surface.x.findIndex((x, i) => Math.hypot(x + 45, surface.y[i]! - 5) < 3)
    expect(surface.lux[under]).toBeGreaterThan(2)
    expect(surface.total[under]! / Math.max(...surface.total)).toBeLessThan(0.1)
    const week = riskByHour(
      surface,
      surface.total.map(() => 1),
    )
    expect(week[12]).toBe(0)
    expect(week[1]).toBeGreaterThan(1)
  })

  test('nothing is called dark where the map knows no lamps', () => {
    const lit = street(
      'lit',
      [
        [-100, 5],
        [100, 5],
      ],
      { lit: true },
    )
    const unknown = street('unknown', [
      [-100, 5],
      [100, 5],
    ])
    for (const one_ of [lit, unknown])
      expect(
        riskSurface(townFrom(groundOf(100, { streets: [one_] })), demandOf(100), {
          ...defaultRisk,
          ...one('darkness'),
        }),
      ).toMatchObject({ code: 'no-risk' })
  })

  test('sight is the hidden share of the circle about a place on a street', () => {
    const open = riskSurface(townFrom(groundOf(100, { streets: [row] })), demandOf(100), {
      ...defaultRisk,
      ...one('sight'),
    })
    expect(open).toMatchObject({ code: 'no-risk' })
    // A wall right beside the street hides nearly half; far from it nothing is hidden.
    const walls = [{ id: 'w', line: [at(-100, 12), at(-40, 12)] }]
    const surface = surfaceOf(groundOf(100, { streets: [row], walls }), demandOf(100), one('sight'))
    expect(within(surface, [-100, -100, -10, 100])).toBeCloseTo(100, 6)
    const greenery = [{ id: 'g', kind: 'scrub', rings: rectangle(20, -20, 40, 30) }]
    const grown = surfaceOf(groundOf(100, { streets: [row], greenery }), demandOf(100), one('sight'))
    expect(within(grown, [20, 0, 40, 10])).toBeGreaterThan(within(grown, [50, 0, 70, 10]))
  })
})
