import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { foldsUntil } from '../back-test.ts'
import { defaultDensity, defaultMoran } from '../hotspot-question.ts'
import type { IncidentColumns } from '../incidents/columns.ts'
import { everyIncident } from '../incidents/filter.ts'
import { packIncidents } from '../incidents/pack.ts'
import { takeRows } from '../incidents/take-rows.ts'
import { unpackIncidents } from '../incidents/unpack.ts'
import { defaultKnox } from '../knox.ts'
import { seeded } from '../random.ts'
import { areaOf, rectangle } from '../testing/areas.ts'
import { madeIncidents } from '../testing/made-incidents.ts'
import { hasSharedData, york } from '../testing/shared-data.ts'
import { defaultTrend } from '../trend.ts'
import { answerTo } from './answer.ts'
import { geojsonOf } from './geojson-of.ts'
import { rowsToName, withNames } from './named-rows.ts'
import { neededRows } from './needed-rows.ts'
import { type AnalysisKind, type AnalysisQuestion, analysisKinds, analysisMethods } from './question.ts'
import { forSaving, reproduceAnalysis, type SavedAnalysis } from './reproduce.ts'
import { tableOf } from './table-of.ts'

const day = 1440
const [east, north] = [447_000, 6_209_000]
const area = areaOf(rectangle(east, north, east + 2000, north + 2000))
const filter = everyIncident
const until = 20_000 * day

/** A year in a town of 2 × 2 km, more and more of it about one place. */
function town(n = 900): IncidentColumns {
  const random = seeded(17)
  const from = Array.from({ length: n }, () => until - random.below(364 * day))
  const near = from.map((minute) => random.next() < 0.6 - (until - minute) / (800 * day))
  const at = (hot: boolean) => (hot ? 1000 + 120 * (random.next() - random.next()) : random.next() * 2000)
  return madeIncidents({
    x: near.map((hot) => east + Math.round(100 * at(hot)) / 100),
    y: near.map((hot) => north + Math.round(100 * at(hot)) / 100),
    from,
    to: from.map((minute, i) => (i % 10 === 0 ? minute + 180 : minute)),
    precision: from.map((_, i) => (i % 50 === 0 ? 3 : 0)),
    kind: from.map((_, i) => i % 3),
    kinds: ['theft', 'fight', 'graffiti'],
  })
}
const cells = { kind: 'square', size: 200 } as const
const method = { name: 'gi', cells, neighbours: 'adjacent', runs: null } as const

const questions: { readonly [K in AnalysisKind]: Extract<AnalysisQuestion, { kind: K }> } = {
  hotspots: { kind: 'hotspots', area, filter, method, seed: 1 },
  prediction: {
    ...{ kind: 'prediction', area, filter, method, seed: 1 },
    ...{ folds: foldsUntil(until, 3, 28, 200), shares: [0.01, 0.05, 0.1] },
  },
  knox: { kind: 'knox', area, filter, seed: 3, parameters: { ...defaultKnox, runs: 49 } },
  clusters: { kind: 'clusters', area: null, filter, parameters: { distance: 60, days: 30, least: 4 } },
  trend: {
    ...{ kind: 'trend', area, filter, cells, parameters: defaultTrend },
    periods: { until, count: 13, days: 28 },
  },
  change: {
    ...{ kind: 'change', area, filter, cells, alpha: 0.05 },
    before: { from: until - 364 * day, until: until - 182 * day },
    after: { from: until - 182 * day, until },
  },
  hours: { kind: 'hours', area, filter },
  places: { kind: 'places', area, filter, parameters: { tolerance: 25, possible: null } },
  effect: {
    ...{ kind: 'effect', treated: { before: 50, after: 30 }, control: { before: 60, after: 55 } },
    ...{ buffer: null, bufferControl: null, earlier: [45, 52], drawnBefore: true },
  },
}

async function save(question: AnalysisQuestion, incidents: IncidentColumns): Promise<SavedAnalysis> {
  const answer = await answerTo(question, { incidents })
  if (isRefusal(answer)) throw new Error(`${question.kind}: ${answer.text.en}`)
  const saved = { methods: analysisMethods, question, result: forSaving(question.kind, answer) }
  return JSON.parse(JSON.stringify(saved)) as SavedAnalysis
}

/** As they are kept: only those that matter, packed. */
async function kept(incidents: IncidentColumns, question: AnalysisQuestion): Promise<IncidentColumns> {
  const parts: Uint8Array[] = []
  const some = takeRows(incidents, neededRows(incidents, question))
  for await (const part of packIncidents([some], incidents.srid)) parts.push(part)
  const read = unpackIncidents(new Uint8Array(Buffer.concat(parts)))
  if (isRefusal(read)) throw new Error(read.text.en)
  return read
}

describe('a saved analysis', () => {
  it.each(analysisKinds)(
    'of %s comes out the same again, to every figure, in another order of rows',
    async (kind) => {
      const incidents = town()
      const question = questions[kind]
      const saved = await save(question, incidents)
      const backwards = takeRows(
        incidents,
        Array.from({ length: incidents.length }, (_, i) => incidents.length - 1 - i),
      )
      const data = { incidents: await kept(backwards, question) }
      expect(await reproduceAnalysis(saved, data)).toMatchObject({ same: true, differences: [] })
      // Many numbers, each of which is looked at.
      const text = JSON.stringify(saved.result)
      const other = JSON.parse(text.replace(/(\d\.\d{3,})/, '9$1')) as SavedAnalysis['result']
      if (JSON.stringify(other) === text) throw new Error('nothing was changed')
      const changed = await reproduceAnalysis({ ...saved, result: other }, data)
      expect(changed.same).toBe(false)
      expect(changed.differences.length).toBe(1)
    },
  )

  it('of density and local Moran does too', async () => {
    const incidents = town()
    for (const one of [defaultDensity, { ...defaultMoran, cells, runs: 99 }]) {
      const question = { ...questions.hotspots, method: one }
      const saved = await save(question, incidents)
      expect((await reproduceAnalysis(saved, { incidents })).differences).toEqual([])
      const table = tableOf(question, saved.result)
      expect(!isRefusal(table) && table.rows.length).toBeGreaterThan(50)
      const ahead = { ...questions.prediction, method: one }
      expect((await reproduceAnalysis(await save(ahead, incidents), { incidents })).same).toBe(true)
    }
  })

  it('keeps only incidents that matter, and tells one more incident and other methods', async () => {
    const incidents = town()
    const narrow = {
      ...questions.hours,
      filter: { ...filter, from: until - 90 * day, until, kinds: ['fight'] },
    }
    const rows = neededRows(incidents, narrow)
    expect(rows.length).toBeLessThan(incidents.length / 3)
    expect(neededRows(incidents, questions.effect)).toHaveLength(0)
    const saved = await save(narrow, incidents)
    expect((await reproduceAnalysis(saved, { incidents: await kept(incidents, narrow) })).same).toBe(true)
    const fewer = takeRows(incidents, rows.subarray(1))
    const told = await reproduceAnalysis(saved, { incidents: fewer })
    expect(told.differences.map(({ path }) => path)).toContain('n')
    const older = await reproduceAnalysis({ ...saved, methods: 99 }, { incidents })
    expect(older).toMatchObject({ same: false, result: null, differences: [{ path: 'methods' }] })
    const gone = await reproduceAnalysis(saved, { incidents: takeRows(incidents, []) })
    expect(gone.differences).toMatchObject([{ path: 'refusal' }])
  })

  it('is a table, and a map where its rows are places', async () => {
    const incidents = town()
    for (const kind of analysisKinds) {
      const saved = await save(questions[kind], incidents)
      const table = tableOf(saved.question, saved.result)
      if (isRefusal(table)) throw new Error(table.text.en)
      expect(table.rows.length).toBeGreaterThan(0)
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length)
      const map = geojsonOf(table, 3006, { kind })
      const hasPlaces = ['hotspots', 'clusters', 'trend', 'change', 'places'].includes(kind)
      expect(isRefusal(map)).toBe(!hasPlaces)
      if (isRefusal(map)) continue
      expect(map.features).toHaveLength(table.rows.length)
      expect(JSON.stringify(map)).toMatch(/\[14\.\d+,5[56]\.\d+\]/)
    }
  })

  it('names the places of its rows that are told from chance, those with most first', async () => {
    const saved = await save(questions.hotspots, town())
    const table = tableOf(saved.question, saved.result)
    if (isRefusal(table)) throw new Error(table.text.en)
    const [byClass, incidents] = ['class', 'incidents'].map((name) => table.columns.indexOf(name)) as [
      number,
      number,
    ]
    const told = table.rows.filter((row) => row[byClass] !== 0)
    const places = rowsToName(table, 3006, 1000)
    expect(places).toHaveLength(told.length)
    expect(places.length).toBeGreaterThan(0)
    expect(table.rows[places[0]!.row]![incidents]).toBe(
      Math.max(...told.map((row) => Number(row[incidents]))),
    )
    for (const { at } of places) expect(at[1]).toBeCloseTo(56.02, 1)
    const named = withNames(table, new Map([[places[0]!.row, 'Stora torg']]))
    expect(named.columns.at(-1)).toBe('where')
    expect(named.rows[places[0]!.row]!.at(-1)).toBe('Stora torg')
    expect(named.rows.filter((row) => row.at(-1) === null)).toHaveLength(table.rows.length - 1)
    expect(rowsToName({ columns: ['per_km2'], rows: [[1]], shapes: table.shapes }, 3006, 9)).toEqual([])
  })

  it('of a forecast ranks the place where it grows, by a method that has seen nothing of what came', async () => {
    const answer = await answerTo(questions.prediction, { incidents: town() })
    if (isRefusal(answer)) throw new Error(answer.text.en)
    expect(answer.judged).toBe(3)
    expect(answer.accuracy[1]!.pai.mean).toBeGreaterThan(5)
    expect(answer.accuracy.every(({ pei }) => pei.most <= 1 + 1e-9)).toBe(true)
  })

  it.skipIf(!hasSharedData)('of York is refused, warned about or told, kind by kind', async () => {
    const crimes = york()
    const box = { srid: crimes.srid, polygons: [[rectangle(450_000, 440_000, 470_000, 465_000)]] }
    const codes: Record<string, string> = {}
    for (const kind of analysisKinds) {
      if (kind === 'effect') continue
      const question = { ...questions[kind], area: box } as AnalysisQuestion
      const answer = await answerTo(
        'cells' in question ? { ...question, cells: { kind: 'square', size: 500 } } : question,
        { incidents: { ...crimes, srid: crimes.srid } },
      )
      const remarks = !isRefusal(answer) && 'remarks' in answer ? answer.remarks : []
      codes[kind] = isRefusal(answer) ? answer.code : remarks.map(({ code }) => code).join()
    }
    expect(codes).toMatchObject({
      hotspots: 'snapped',
      knox: 'month-precision',
      clusters: 'month-precision',
      hours: 'hours-unknown',
      places: 'snapped',
    })
    // Nothing of York lies in the time that was asked about.
    for (const kind of ['prediction', 'trend', 'change']) expect(codes[kind]).toMatch(/none/)
  })

  it('refuses periods that are none, and an area that is none', async () => {
    const codeOf = async (question: AnalysisQuestion) => {
      const answer = await answerTo(question, { incidents: town(50) })
      return isRefusal(answer) ? answer.code : 'result'
    }
    expect(await codeOf({ ...questions.trend, periods: { until, count: 0, days: 7 } })).toBe('periods')
    expect(await codeOf({ ...questions.trend, area: { srid: 3006, polygons: [] } })).toBe('area-empty')
    expect(await codeOf({ ...questions.prediction, area: { srid: 3006, polygons: [] } })).toBe('area-empty')
    expect(await codeOf({ ...questions.hours, filter: { ...filter, kinds: [] } })).toBe('nothing-chosen')
    const abort = new AbortController()
    abort.abort()
    const ended = await answerTo(questions.knox, { incidents: town() }, { signal: abort.signal })
    expect(ended).toMatchObject({ code: 'cancelled' })
  })
})
