import { isRefusal, type Position } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StudyArea } from './area/study-area.ts'
import { cellAt } from './grids/cell-at.ts'
import type { Grid } from './grids/grid.ts'
import { hotspots } from './hotspot.ts'
import {
  defaultDensity,
  defaultHotspots,
  defaultMoran,
  defaultStreets,
  type HotspotMethod,
  type HotspotQuestion,
} from './hotspot-question.ts'
import type { CellFigures, HotspotResult } from './hotspot-result.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import { everyIncident } from './incidents/filter.ts'
import { seeded } from './random.ts'
import { areaOf, rectangle, shifted } from './testing/areas.ts'
import { incidentsAt } from './testing/incidents.ts'
import { policeFeed } from './testing/police-feed.ts'
import { hasSharedData, york } from './testing/shared-data.ts'

const town = areaOf(rectangle(0, 0, 3000, 3000))
const gi = defaultHotspots.method as Extract<HotspotMethod, { name: 'gi' }>
const methods: HotspotMethod[] = [gi, { ...gi, runs: 199 }, { ...defaultMoran, runs: 199 }, defaultDensity]
const ask = async (
  incidents: IncidentColumns,
  question: Partial<HotspotQuestion> = {},
  streets?: Position[][],
): Promise<HotspotResult> => {
  const answer = await hotspots(
    { incidents, ...(streets && { streets }) },
    { area: town, ...defaultHotspots, ...question },
  )
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}
const codeOf = async (
  incidents: IncidentColumns,
  question: Partial<HotspotQuestion> = {},
): Promise<string> => {
  const answer = await hotspots({ incidents }, { area: town, ...defaultHotspots, ...question })
  return isRefusal(answer) ? answer.code : 'answered'
}
const cellsIn = ({ figures }: HotspotResult): CellFigures => {
  if (figures.kind !== 'cells') throw new Error('No cells')
  return figures
}
/** Some everywhere and many about one place. */
const clustered = (east = 0, north = 0): { x: number; y: number }[] => {
  const random = seeded(8)
  return Array.from({ length: 400 }, (_, i) =>
    i < 300
      ? { x: east + Math.floor(random.next() * 3000), y: north + Math.floor(random.next() * 3000) }
      : {
          x: east + 1500 + Math.floor(random.next() * 150),
          y: north + 900 + Math.floor(random.next() * 150),
        },
  )
}
/** Weights and densities to the digits that an order of summing leaves. */
const rounded = (values: ArrayLike<number>) => Array.from(values, (value) => Math.round(value * 1e6))
const essence = ({ figures }: HotspotResult) =>
  figures.kind === 'cells'
    ? [[...figures.counts], rounded(figures.statistic), rounded(figures.p), [...figures.classes]]
    : [rounded(figures.density.values), figures.density.bandwidth]

describe('hotspots', () => {
  it('are where most happens, and say what they rest on', async () => {
    const result = await ask(incidentsAt([...clustered(), { x: 9000, y: 0 }]))
    const { cells, classes, counts, q } = cellsIn(result)
    const middle = cellAt(cells as Grid, 1570, 970)
    expect(classes[middle]).toBe(3)
    expect(q[middle]).toBeLessThan(0.01)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(result.n)
    expect(result).toMatchObject({
      leftOut: [],
      spread: 0,
      srid: 3006,
      seed: defaultHotspots.seed,
      version: 1,
    })
    expect(result.n + result.outside).toBe(401)
    expect(result.atEdge).toBe(result.outside - 1)
    expect([...classes].filter((level) => level > 0).length).toBeLessThan(20)
  })

  it.each(
    methods.map(
      (method) => [`${method.name}${'runs' in method && method.runs ? ', permuted' : ''}`, method] as const,
    ),
  )('by %s follow the points and not their order, and come again from the same seed', async (_, method) => {
    const first = essence(await ask(incidentsAt(clustered()), { method }))
    expect(essence(await ask(incidentsAt(clustered().toReversed()), { method }))).toEqual(first)
    const [east, north] = [447_000, 6_209_000]
    const moved = method.name === 'density' ? method : movedCells(method, east, north)
    const there = { method: moved, area: shifted(town, east, north) }
    expect(essence(await ask(incidentsAt(clustered(east, north)), there))).toEqual(first)
  })

  it('keep z where every incident is told twice', async () => {
    const once = cellsIn(await ask(incidentsAt(clustered())))
    const twice = cellsIn(await ask(incidentsAt([...clustered(), ...clustered()])))
    expect(twice.counts).toEqual(once.counts.map((count) => 2 * count))
    expect(twice.statistic).toEqual(once.statistic)
  })

  it('are not made of a handful of incidents in a wide area', () =>
    fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const random = seeded(seed)
        const few = Array.from({ length: 12 }, () => ({ x: 3000 * random.next(), y: 3000 * random.next() }))
        const method = { ...gi, cells: { kind: 'square' as const, size: 25 } }
        const result = await ask(incidentsAt(few), { method })
        // Of 14,400 cells nine about each incident have a z of ten and more.
        expect(Math.max(...cellsIn(result).statistic)).toBeGreaterThan(9)
        expect([...cellsIn(result).classes].filter((level) => level === 3).length).toBeLessThan(10)
        expect(result.remarks.map(({ code }) => code)).toContain('few-incidents')
      }),
      { numRuns: 10 },
    ))

  it('lie on streets where those are asked for', async () => {
    const streets: Position[][] = [0, 1, 2, 3, 4, 5].flatMap((k): Position[][] => [
      [0, 1, 2, 3, 4, 5].map((m): Position => [500 * m + 100, 500 * k + 100]),
      [0, 1, 2, 3, 4, 5].map((m): Position => [500 * k + 100, 500 * m + 100]),
    ])
    const along = Array.from({ length: 60 }, (_, i) => ({ x: 1110 + 3 * i, y: 605 }))
    const result = await ask(
      incidentsAt([...along, ...clustered()]),
      { method: { ...gi, cells: defaultStreets } },
      streets,
    )
    const { cells, classes, values, counts } = cellsIn(result)
    const most = values.indexOf(Math.max(...values))
    if (!('metres' in cells)) throw new Error('No streets')
    expect(values[most]).toBeCloseTo((100 * counts[most]!) / cells.metres[most]!, 9)
    expect(classes[most]).toBe(3)
    expect(result.outside).toBeGreaterThan(200)
  })

  it('are refused for one incident, none, one point, an area elsewhere, and runs that are none', async () => {
    expect(await codeOf(incidentsAt([]))).toBe('none')
    expect(await codeOf(incidentsAt([{ x: 5, y: 5 }]))).toBe('too-few')
    expect(await codeOf(incidentsAt(Array.from({ length: 50 }, () => ({ x: 5, y: 5 }))))).toBe('one-place')
    expect(await codeOf(incidentsAt(Array.from({ length: 50 }, () => ({ x: Number.NaN, y: 5 }))))).toBe(
      'all-left-out',
    )
    expect(await codeOf(incidentsAt(clustered(50_000)))).toBe('area-misses-incidents')
    expect(await codeOf(incidentsAt(clustered()), { method: { ...gi, runs: 0 } })).toBe('runs')
    expect(await codeOf(incidentsAt(clustered()), { method: { ...gi, cells: defaultStreets } })).toBe(
      'no-streets',
    )
    await expect(codeOf({ ...incidentsAt(clustered()), srid: 3008 })).rejects.toThrow(/EPSG:3008/)
  })

  it.skipIf(!hasSharedData)('are never made of the 561 events of the police feed', async () => {
    const feed = policeFeed()
    expect(feed.length).toBe(561)
    const area = areaOf(rectangle(430_000, 6_170_000, 470_000, 6_230_000))
    for (const method of methods) {
      const answer = await hotspots({ incidents: feed }, { ...defaultHotspots, area, method })
      expect(answer).toMatchObject({ code: 'all-left-out' })
      expect(isRefusal(answer) && answer.text.sv).toContain('561')
    }
    const place = { x: 447_000, y: 6_209_000 }
    const known = incidentsAt([place, { ...place, x: 447_900 }])
    const both = await ask(joined(known, feed), { area })
    expect(both).toMatchObject({ n: 2, leftOut: [{ reason: 'position', count: 561 }] })
  })
})

describe.skipIf(!hasSharedData)('the 1,814 crimes of York', () => {
  const crimes = hasSharedData ? york() : incidentsAt([])
  const area = around(crimes)

  it('are hot in the centre by every method, with a warning of points they were moved to', async () => {
    for (const method of methods) {
      const result = await ask(crimes, { area, method })
      expect(result.n + result.outside).toBe(1814)
      expect(result.outside).toBeLessThan(20)
      expect(result.remarks.map(({ code }) => code)).toContain('snapped')
      if (result.figures.kind === 'density') {
        const { density } = result.figures
        const top = density.values.indexOf(density.most)
        expect(density.most / density.mean).toBeGreaterThan(50)
        expect(
          nearCentre(
            density.west + (top % density.columns) * 50,
            density.south + Math.floor(top / density.columns) * 50,
          ),
        ).toBe(true)
      } else {
        const { cells, classes, statistic } = cellsIn(result)
        const top = statistic.indexOf(Math.max(...statistic)) as number
        const { x, y } = cells as Grid
        expect(nearCentre(x[top]!, y[top]!)).toBe(true)
        if (!('runs' in method && method.runs)) expect(classes[top]).toBe(3)
        else expect(result.remarks.map(({ code }) => code)).toContain('coarse-p')
      }
    }
  })

  it('are left out of a night with their reason: no hour nor weekday is known', async () => {
    const filter = { ...everyIncident, hours: { from: 22 * 60, until: 3 * 60 }, weekdays: [5] }
    expect(await codeOf(crimes, { area, filter })).toBe('all-left-out')
    const september = { ...everyIncident, from: crimes.from[0]!, until: crimes.from[0]! + 30 * 1440 }
    expect(await ask(crimes, { area, filter: september })).toMatchObject({ leftOut: [], spread: 0 })
    // Half of September is half of each.
    const half = { ...september, until: crimes.from[0]! + 15 * 1440 }
    const result = await ask(crimes, { area, filter: half })
    expect(result.total / result.n).toBeCloseTo(0.5, 6)
    expect(result.spread).toBe(1814)
  })
})

const movedCells = <T extends Exclude<HotspotMethod, { name: 'density' }>>(
  method: T,
  east: number,
  north: number,
): T => ({
  ...method,
  cells: { ...method.cells, origin: [east, north] },
})

/** York Minster lies at about 53.962 N 1.082 W; the centre within a kilometre and a half. */
const nearCentre = (x: number, y: number): boolean => Math.hypot(x - 459_870, y - 452_222) < 1500

function around({ x, y, srid }: IncidentColumns): StudyArea {
  const [west, east] = [Math.min(...x, Infinity) - 100, Math.max(...x, -Infinity) + 100]
  const [south, north] = [Math.min(...y, Infinity) - 100, Math.max(...y, -Infinity) + 100]
  const area = { ...areaOf(rectangle(west, south, east, north)), srid }
  return area
}

function joined(a: IncidentColumns, b: IncidentColumns): IncidentColumns {
  const both = (one: ArrayLike<number>, other: ArrayLike<number>, shift = 0) => [
    ...Array.from(one),
    ...Array.from(other, (value) => value + shift),
  ]
  return {
    length: a.length + b.length,
    srid: a.srid,
    x: Float64Array.from(both(a.x, b.x)),
    y: Float64Array.from(both(a.y, b.y)),
    from: Int32Array.from(both(a.from, b.from)),
    to: Int32Array.from(both(a.to, b.to)),
    timePrecision: Uint8Array.from(both(a.timePrecision, b.timePrecision)),
    kind: Uint16Array.from(both(a.kind, b.kind, a.kinds.length)),
    kinds: [...a.kinds, ...b.kinds],
    precision: Uint8Array.from(both(a.precision, b.precision)),
    source: Uint8Array.from(both(a.source, b.source, a.sources.length)),
    sources: [...a.sources, ...b.sources],
  }
}
