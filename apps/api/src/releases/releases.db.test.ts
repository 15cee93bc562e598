import { fromWgs84, toWgs84 } from '@trygghetskartan/geo'
import { monthNumber } from '@trygghetskartan/privacy'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ReleaseAnswer, ReleasesAnswer } from '../contract-releases.ts'
import type { Sql } from '../database/database.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { makeRelease } from './make-release.ts'
import { verifyReleases } from './verify-releases.ts'

const [east, north] = fromWgs84(3006, [14.157, 56.03]).map((value) => Math.floor(value / 250) * 250) as [
  number,
  number,
]
const at = (x: number, y: number) => toWgs84(3006, [east + x, north + y])

/** Ten addresses in each of eight by eight squares, and one area over the western half of them. */
async function layGround(sql: Sql): Promise<void> {
  const addresses = Array.from({ length: 64 }, (_, i) => i).flatMap((i) =>
    Array.from({ length: 10 }, (_, n) =>
      at((i % 8) * 250 + 20 + n * 21, Math.floor(i / 8) * 250 + 30 + ((n * 7) % 10) * 19),
    ),
  )
  await sql`insert into basemap.datasets (id, source, title, attribution, bounds, counts) values ('g', 'schematic', 'Prov', '', '{14,56,15,57}', '{}')`
  await sql`
    insert into basemap.features (source, source_id, theme, kind, rank, props, geom, dataset)
    select 'schematic', 'a' || a.ordinality, 'address', 'address', 0, '{}', ST_SetSRID(ST_MakePoint((a.value ->> 0)::float8, (a.value ->> 1)::float8), 4326), 'g'
    from jsonb_array_elements(${sql.json(addresses as never)}) with ordinality a`
  const corners = [at(0, 0), at(1000, 0), at(1000, 2000), at(0, 2000), at(0, 0)]
  await sql`
    insert into core.safety_survey_areas (geom, title, year, share_unsafe, respondents)
    values (ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify({ type: 'Polygon', coordinates: [corners] })}), 4326), 'Väster', 2025, 31, 210)`
}

const report = (sql: Sql, x: number, y: number, day: string, reasons: string[] = ['darkness']) => {
  const [lon, lat] = at(x, y)
  return sql`
    insert into core.unsafe_reports (geom, reasons, received_on)
    values (ST_SetSRID(ST_MakePoint(${lon!}, ${lat!}), 4326), ${reasons}, ${day})`
}

describe('the safety map', () => {
  let app: TestApp
  const make = (day: string) => app.database.owner((sql) => makeRelease(sql, { month: monthNumber(day) }))
  const ask = async <T>(path: string): Promise<T> => (await app.ask(null, 'GET', path)).json() as Promise<T>
  const loud = ({ squares }: ReleaseAnswer) => squares.filter(({ level }) => level !== 'none_or_few')

  beforeAll(async () => {
    app = await testApp('postgres')
  })
  afterAll(() => app.close())

  test('is not made where the ground knows no addresses', async () => {
    expect(await make('2026-06-01')).toEqual({ kind: 'no-ground' })
    expect(await ask('/api/releases')).toEqual({ releases: [] })
  })

  test('tells of five reports in a square and of four not, and never of what points at persons', async () => {
    await app.database.owner(async (sql) => {
      await layGround(sql)
      for (let n = 0; n < 5; n += 1) await report(sql, 100 + n * 8, 100, '2026-06-12', ['darkness', 'people'])
      for (let n = 0; n < 4; n += 1) await report(sql, 1600 + n * 8, 1600, '2026-06-13')
    })
    expect(await make('2026-06-01')).toMatchObject({ kind: 'made', squares: 64, told: 1, batches: 1 })
    const told = await ask<ReleaseAnswer>('/api/releases/2026-06')
    expect(loud(told)).toMatchObject([{ area: 'Väster', level: 'some', about: ['light'] }])
    expect(told).toMatchObject({
      town: 'some',
      before: null,
      rules: { threshold: 5, leastAddresses: 8, months: 12 },
    })
    expect(told.areas).toMatchObject([
      {
        name: 'Väster',
        level: 'some',
        squares: { some: 1, many: 0 },
        survey: { share: 31, low: 25.1, high: 37.5 },
      },
    ])
    expect(JSON.stringify(told)).not.toMatch(/people|drugs|2026-06-1/)
  })

  test('is never made again, and what comes late comes in the next', async () => {
    await app.database.owner((sql) => report(sql, 1640, 1600, '2026-06-30'))
    expect(await make('2026-06-01')).toEqual({ kind: 'there' })
    expect(loud(await ask('/api/releases/2026-06'))).toHaveLength(1)
    expect(await make('2026-07-01')).toMatchObject({ kind: 'made', told: 2, batches: 1 })
    expect(await make('2026-06-01')).toEqual({ kind: 'there' })
  })

  test('an area tells of five whose squares are quiet, and their squares do not', async () => {
    await app.database.owner(async (sql) => {
      for (let n = 0; n < 5; n += 1) await report(sql, 500, 300 + n * 300, '2026-08-02', ['decay'])
    })
    expect(await make('2026-08-01')).toMatchObject({ kind: 'made', told: 2, batches: 1 })
    const { areas, squares } = await ask<ReleaseAnswer>('/api/releases/2026-08')
    expect(areas[0]).toMatchObject({ level: 'some', about: ['light', 'decay'] })
    expect(squares.filter(({ about }) => about.includes('decay'))).toEqual([])
  })

  test('leaves out what was declined or withdrawn while it waited, and keeps what it has told', async () => {
    await app.database.owner(async (sql) => {
      await sql`delete from core.unsafe_reports where received_on = '2026-06-12'`
      for (let n = 0; n < 4; n += 1) await report(sql, 1100, 1900, '2026-09-02')
      await sql`update core.unsafe_reports set state = 'declined' where received_on = '2026-09-02' and id = (select id from core.unsafe_reports where received_on = '2026-09-02' limit 1)`
      await report(sql, 1100, 1900, '2026-09-03')
    })
    expect(await make('2026-09-01')).toMatchObject({ told: 2, batches: 0 })
  })

  test('is a layer of its own, with one row for each square, the same squares each month', async () => {
    const items = await ask<{
      numberMatched: number
      features: { id: string; properties: Record<string, unknown> }[]
    }>('/api/layers/safety_map_cells/items?limit=500')
    expect(items.numberMatched).toBe(64)
    expect(new Set(items.features.map(({ properties }) => properties.month))).toEqual(new Set(['2026-09-01']))
    const { releases } = await ask<ReleasesAnswer>('/api/releases')
    const names = await Promise.all(
      releases.map(async ({ month }) =>
        (await ask<ReleaseAnswer>(`/api/releases/${month}`)).squares.map(({ square }) => square).join(),
      ),
    )
    expect(new Set(names).size).toBe(1)
    expect((await app.ask(null, 'GET', '/api/releases/2026-01')).status).toBe(404)
    expect((await app.ask(null, 'GET', '/api/releases/2026-13')).status).toBe(400)
  })

  test('cannot be changed, and whoever goes past that is found out', async () => {
    const refused = [
      (sql: Sql) => sql`update core.release_cells set level = 'many'`,
      (sql: Sql) => sql`delete from core.release_cells`,
      (sql: Sql) => sql`update core.releases set town = 'many'`,
      (sql: Sql) => sql`delete from core.releases`,
      (sql: Sql) => sql`truncate core.releases cascade`,
    ]
    for (const attempt of refused)
      await expect(app.database.owner(attempt as never)).rejects.toMatchObject({ code: '23514' })
    expect(await verifyReleases(app.database)).toEqual({ checked: 4, wrong: [] })
    await app.database.owner(async (sql) => {
      await sql`alter table core.release_cells disable trigger user`
      await sql`update core.release_cells set level = 'some' where month = '2026-07-01' and level = 'none_or_few' and square = (select min(square) from core.release_cells where level = 'none_or_few')`
      await sql`alter table core.release_cells enable trigger user`
    })
    expect((await verifyReleases(app.database)).wrong).toEqual(['2026-07'])
  })

  test('cameras say who is responsible, as the law asks of what those who are watched are told', async () => {
    const { layers } = await ask<{ layers: { id: string; fields: { name: string }[] }[] }>('/api/layers')
    const fields = layers.find(({ id }) => id === 'camera_sites')!.fields.map(({ name }) => name)
    expect(fields).toEqual(
      expect.arrayContaining([
        'purpose',
        'weekdays',
        'hours_from',
        'hours_to',
        'responsible',
        'contact',
        'storage_days',
      ]),
    )
    expect(layers.map(({ id }) => id)).not.toEqual(
      expect.arrayContaining(['patrol_zones', 'police_events', 'unsafe_reports']),
    )
  })
})
