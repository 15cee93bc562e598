import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { readEulumdat } from '../eulumdat.ts'
import type { Ground } from '../ground/ground.ts'
import type { KnownLight, LightMeasure } from '../ground/measure.ts'
import { at, building, demandOf, groundOf, street } from '../testing/grounds.ts'
import { isotropic } from '../testing/luminaires.ts'
import { type LightReportInputs, lightReport } from './light-report.ts'

/** A hundred candela in every direction below the horizon: 4 m up it gives 100 / 16 = 6.25 lx straight under it. */
const files = { even: { format: 'ldt', text: isotropic(100) } } as const
const known: KnownLight = { height: 4, luminaire: 'even', maintenance: 1, direction: 0 }
const single = (light: KnownLight = known, place: readonly [number, number] = [0, 0]): LightMeasure => ({
  ...base,
  geometry: { type: 'Point', coordinates: at(...place) },
  light,
})
const base = {
  id: 'own',
  layer: 'lighting_upgrades',
  title: 'Gången',
  status: 'idea',
  investment: null,
  yearly: null,
  kind: 'light',
} as const
const row = (light: KnownLight): LightMeasure => ({
  ...base,
  geometry: { type: 'LineString', coordinates: [at(-60, 0), at(60, 0)] },
  light,
})
const path = street(
  'path',
  [
    [-60, 0],
    [60, 0],
  ],
  { kind: 'footway', width: 3, name: 'Gången' },
)
const report = (light: LightMeasure, ground: Partial<Ground> = {}, more: Partial<LightReportInputs> = {}) =>
  lightReport({
    light,
    ground: groundOf(200, ground),
    demand: demandOf(200),
    others: [],
    luminaires: files,
    ...more,
  })
const given = <T>(answer: T | Refusal): T => {
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : null)
/** Lux of the picture at a place in metres about the middle. */
const luxAt = ({ raster }: ReturnType<typeof lightReport> & { raster: unknown }, x: number, y: number) => {
  const { west, south, east, north, columns, rows, lux } = raster as Exclude<
    ReturnType<typeof lightReport>,
    Refusal
  >['raster']
  const [lon, lat] = at(x, y)
  const column = Math.floor(((lon - west) / (east - west)) * columns)
  const rowAt = Math.floor(((lat - south) / (north - south)) * rows)
  return lux[rowAt * columns + column]!
}

describe('what new lamps give', () => {
  it('is I / h² under a lamp and I h / (h² + r²)^1.5 beside it', () => {
    const answer = given(report(single()))
    // Squares of a metre: their middles lie half a metre off.
    const by = (x: number, y: number) => (100 * 4) / (16 + x * x + y * y) ** 1.5
    expect(luxAt(answer, 0.4, 0.4)).toBeCloseTo(by(0.5, 0.5), 1)
    expect(luxAt(answer, 3.5, 0.5)).toBeCloseTo(by(3.5, 0.5), 1)
    expect(answer.lamps).toEqual([
      {
        at: at(0, 0).map((d) => Number(d.toFixed(7))),
        direction: 0,
        height: 4,
        lumens: expect.closeTo(628, -1),
      },
    ])
  })

  it('draws a line where the light is a lux', () => {
    const { isoLines } = given(report(single()))
    // 1 lx where (16 + r²)^1.5 = 400: r = 6.19 m.
    const lines = isoLines.filter(({ lux }) => lux === 1)
    expect(lines).toHaveLength(1)
    const [lon, lat] = at(6.19, 6.19)
    const [lon0, lat0] = at(0, 0)
    for (const [u, v] of lines[0]!.line) {
      const metres = Math.hypot(((u - lon0) / (lon - lon0)) * 6.19, ((v - lat0) / (lat - lat0)) * 6.19)
      expect(metres).toBeGreaterThan(5.9)
      expect(metres).toBeLessThan(6.5)
    }
  })

  it('falls behind a building no light', () => {
    const answer = given(report(single(), { buildings: [building('house', [2, -5, 4, 5])] }))
    expect(luxAt(answer, 6.5, 0.5)).toBe(0)
    expect(luxAt(answer, 3.5, 0.5)).toBe(0)
    expect(luxAt(answer, -6.5, 0.5)).toBeGreaterThan(0.5)
  })

  it('brings a dark path up to its class', () => {
    const light = row({
      height: 4,
      lumens: 4000,
      spacing: 12,
      arrangement: 'right',
      setback: 2,
      maintenance: 1,
    })
    const answer = given(report(light, { streets: [path] }))
    expect(answer.stretches.map(({ id, length, wanted }) => [id, Math.round(length), wanted])).toEqual([
      ['path 1', 40, 'P4'],
      ['path 2', 40, 'P4'],
      ['path 3', 40, 'P4'],
    ])
    for (const { before, after } of answer.stretches) {
      expect(before).toMatchObject({ mean: 0, minimum: 0, reached: null, fails: ['mean', 'minimum'] })
      expect(after.fails).toEqual([])
    }
    expect(answer.metresBroughtUp).toBeCloseTo(120, 0)
    expect(answer.metresFailing).toBe(0)
  })

  it('adds to what stands: the mean after is before and the new light together', () => {
    const lamps = [{ id: 'old', at: at(0, 2), height: 4 }]
    const alone = given(report(single(), { streets: [path] }))
    const both = given(report(single(), { streets: [path], lamps }))
    expect(both.stretches[0]!.before.mean).toBeGreaterThan(1)
    expect(both.stretches[0]!.after.mean).toBeCloseTo(
      both.stretches[0]!.before.mean + alone.stretches[0]!.after.mean,
      1,
    )
    expect(both.assumptions.some(({ sv }) => sv.includes('antagna'))).toBe(true)
  })

  it('counts lights of the plan and of measures that stand once, and never itself twice', () => {
    const twin = { ...single(), id: 'twin' }
    const before = (ground: Partial<Ground>, others: LightMeasure[]) =>
      given(report(single(), { streets: [path], ...ground }, { others })).stretches[0]!.before.mean
    const once = before({ measures: [twin] }, [])
    expect(once).toBeGreaterThan(0.5)
    expect(before({ measures: [twin] }, [twin])).toBe(once)
    expect(before({ measures: [single()] }, [single()])).toBe(0)
  })

  it('holds streets to the class asked for, or to their kind', () => {
    const streets = [
      path,
      street(
        'road',
        [
          [-60, 9],
          [60, 9],
        ],
        { kind: 'tertiary', width: 8 },
      ),
      street(
        'far',
        [
          [-60, 35],
          [60, 35],
        ],
        { kind: 'residential', width: 6 },
      ),
    ]
    const light: KnownLight = { height: 6, lumens: 8000, spacing: 20 }
    const wantedOf = (more: KnownLight) =>
      Object.fromEntries(
        given(report(row({ ...light, ...more }), { streets })).stretches.map(({ id, wanted }) => [
          id.split(' ')[0],
          wanted,
        ]),
      )
    expect(wantedOf({})).toEqual({ path: 'P4', road: 'C4', far: 'P4' })
    expect(wantedOf({ wanted: 'P2' })).toEqual({ path: 'P2', road: 'P2', far: 'P4' })
  })

  it('knows not what a street has before that is lit by lamps no map has', () => {
    const light = row({ height: 4, lumens: 4000, spacing: 12, setback: 2, maintenance: 1 })
    const answer = given(report(light, { streets: [{ ...path, lit: true }] }))
    expect(answer.stretches.every(({ unknownBefore }) => unknownBefore)).toBe(true)
    expect(answer.metresBroughtUp).toBe(0)
    expect(answer.assumptions.some(({ en }) => en.includes('knows none of their lamps'))).toBe(true)
  })

  it('judges no street under ground and no part of one inside a building', () => {
    const under = { ...path, covered: true }
    expect(given(report(single(), { streets: [under] })).stretches).toEqual([])
    const through = building('gate', [20, -10, 60, 10])
    const light = row({ height: 4, lumens: 3000, spacing: 20 })
    const answer = given(report(light, { streets: [path], buildings: [through] }))
    expect(answer.stretches.map(({ id }) => id)).toEqual(['path 1', 'path 2'])
  })

  it('tells a stretch without width, and judges the others', () => {
    const thin = street(
      'thin',
      [
        [-20, 3],
        [20, 3],
      ],
      { width: 0, name: 'Stigen' },
    )
    const { stretches, leftOut } = given(report(single(), { streets: [path, thin] }))
    expect(stretches.length).toBeGreaterThan(0)
    expect(leftOut).toEqual([
      {
        id: 'thin 1',
        name: 'Stigen',
        reason: expect.objectContaining({ sv: expect.stringContaining('ingen bredd') }),
      },
    ])
  })

  it('is the same coarsely and finely, within a few per cent, and the same text each time', () => {
    const light = row({ height: 5, lumens: 4000, spacing: 25 })
    const fine = given(report(light, { streets: [path] }, { step: 0.5 }))
    const coarse = given(report(light, { streets: [path] }, { step: 2 }))
    expect(coarse.stretches[1]!.after.mean / fine.stretches[1]!.after.mean).toBeCloseTo(1, 1)
    expect(coarse.raster.lux.length).toBeLessThan(fine.raster.lux.length / 10)
    const saved = JSON.parse(JSON.stringify(fine))
    expect(saved).toEqual(given(report(light, { streets: [path] }, { step: 0.5 })))
  })

  it('lights towards the street where a single lamp’s direction is not known', () => {
    const { lamps } = given(report(single({ height: 4, lumens: 3000 }, [0, 6]), { streets: [path] }))
    expect(lamps[0]!.direction).toBe(180)
    const tunnel = street(
      'tunnel',
      [
        [-60, 8],
        [60, 8],
      ],
      { covered: true },
    )
    const beside = given(report(single({ height: 4, lumens: 3000 }, [0, 6]), { streets: [path, tunnel] }))
    expect(beside.lamps[0]!.direction).toBe(180)
  })
})

describe('lamps that cannot be', () => {
  it('are refused by what is wrong', () => {
    expect(code(report(row({ spacing: 0 })))).toBe('spacing')
    expect(code(report(single({ height: 0 })))).toBe('height')
    expect(code(report(single({ ...known, wanted: 'P9' })))).toBe('wanted-class')
    expect(code(report(single(), {}, { step: 0 }))).toBe('step')
    expect(code(report(single({ ...known, luminaire: 'gone' })))).toBe('unknown-luminaire')
  })

  it('are refused where their file is truncated, or gives more light than its lamps', () => {
    const text = isotropic(100)
    const cut = text.split('\n').slice(0, 30).join('\n')
    expect(isRefusal(readEulumdat(text))).toBe(false)
    const answer = report(single(), {}, { luminaires: { even: { format: 'ldt', text: cut } } })
    expect(isRefusal(answer) && answer.text.sv).toContain('filen tar slut')
    const bright = report(single(), {}, { luminaires: { even: { format: 'ldt', text: isotropic(500) } } })
    expect(code(bright)).toBe('more-light-than-lamps')
  })

  it('are refused inside a building; in a row those that stand outside still light', () => {
    const house = building('house', [-100, -10, 10, 10])
    expect(code(report(single(), { buildings: [house] }))).toBe('lamps-inside')
    const answer = given(report(row({ ...known, spacing: 20 }), { buildings: [house] }))
    expect(answer.assumptions.some(({ en }) => en.includes('fall inside buildings'))).toBe(true)
  })
})
