import { metresBetween } from '@trygghetskartan/geo'
import { monthNumber, type Rules, rules } from '@trygghetskartan/privacy'
import type { Geometry, Point } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { publicShapeOf } from '../coarsening/public-shape.ts'
import { readGround } from '../coarsening/read-ground.ts'
import type { Sql } from '../database/database.ts'
import { type Harvest, harvest } from '../testing/attacker/harvest.ts'
import {
  agree,
  keyOf,
  mergeReport,
  type Published,
  publishReports,
  readDoors,
  withdraw,
} from '../testing/attacker/places.ts'
import {
  type Corner,
  cornersOf,
  type Recovered,
  type Seen,
  strategies,
} from '../testing/attacker/strategies.ts'
import { layTown, storeReports, townBox, trueReports } from '../testing/attacker/town.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { makeRelease } from './make-release.ts'

const truth = trueReports(20_261_130)
const months = ['2026-04-01', '2026-05-01', '2026-06-01', '2026-07-01', '2026-08-01'].map(monthNumber)
const inMonths = (from: number, to: number) =>
  truth.filter(({ day }) => monthNumber(day) >= from && monthNumber(day) <= to)

describe('an attacker with everything the public can fetch', () => {
  let app: TestApp
  let seen: Seen
  let published: Published[]
  const look = (only?: string): Promise<Harvest> => harvest(app, townBox, only)
  const lookAgain = () => look('safety_map_cells')
  const release = (month: number, under: Rules = rules) =>
    app.database.owner((sql) => makeRelease(sql, { month, rules: under }))
  const owner = (work: (sql: Sql) => Promise<unknown>) => app.database.owner(work as never)

  /** Every release made anew under other rules. */
  const remake = async (under: Rules): Promise<Harvest> => {
    await forget()
    for (const month of months) await release(month, under)
    return lookAgain()
  }
  const forget = () =>
    owner(async (sql) => {
      for (const table of ['release_cells', 'releases']) {
        await sql`alter table core.${sql(table)} disable trigger user`
        await sql`delete from core.${sql(table)}`
        await sql`alter table core.${sql(table)} enable trigger user`
      }
      await sql`delete from core.release_batches`
      await sql`delete from core.release_reports`
    })
  const recovered = (name: string, what: Seen): Recovered[] =>
    strategies.find((strategy) => strategy.name === name)!.recover(what)

  beforeAll(async () => {
    app = await testApp('postgres')
    await owner(layTown)
    await release(months[0]! - 1)
    const empty = await look()
    const [first, ...later] = months
    await owner((sql) => storeReports(sql, inMonths(first!, first!)))
    await release(first!)
    for (const month of later.slice(0, -1)) {
      await owner((sql) => storeReports(sql, inMonths(month, month)))
      await release(month)
    }
    const before = await lookAgain()
    // The last month comes with some that are late.
    await owner((sql) => storeReports(sql, inMonths(months.at(-1)!, months.at(-1)!)))
    await owner((sql) => storeReports(sql, truth.slice(0, 3)))
    await release(months.at(-1)!)
    const moved = await movePlaces()
    const now = await look()
    seen = { empty, before, now, moved, corners: await readCorners(now), oneMore: await addOne() }
  }, 180_000)
  afterAll(() => app.close())

  /** Places are published; then one that five have reported loses a report, and one that four have gets another. */
  async function movePlaces(): Promise<Seen['moved']> {
    const ids = await app.database.owner(
      (sql) =>
        sql<
          { id: string }[]
        >`select id from core.unsafe_reports order by md5(geom::text || created_at) limit 45`,
    )
    published = await publishReports(
      app,
      ids.slice(5).map(({ id }) => id),
    )
    expect(published.length).toBeGreaterThan(30)
    await share(published[0]!.place, ids[0]!.id)
    return crossFive(published[0]!, published[1]!, ids[1]!.id)
  }
  /** Another report of a place, merged with it in a month that is over. */
  async function share(place: string, report: string): Promise<void> {
    await mergeReport(app, report, place)
    await owner((sql) => sql`delete from core.heard_changes`)
  }
  /** `five` is of two reports, and loses its first; `four` is of one and gets `more`. */
  async function crossFive(five: Published, four: Published, more: string): Promise<Seen['moved']> {
    for (const { place } of [five, four]) await owner((sql) => agree(sql, place, 3))
    const before = await lookAtPlaces()
    await withdraw(app, five.report)
    await mergeReport(app, more, four.place)
    return { before, after: await lookAtPlaces() }
  }
  const lookAtPlaces = () => look('reported_places')
  async function readCorners(of: Harvest, under: Rules = rules): Promise<Seen['corners']> {
    const { behind, shownAs } = await readDoors(app, under)
    const corners = new Map<string, Corner>()
    for (const corner of cornersOf(of))
      corners.set(keyOf(corner), {
        behind: behind.get(keyOf(corner)) ?? [],
        own: (await shownAs(corner)) === keyOf(corner),
      })
    return corners
  }

  /** What the stream of changes tells the public from now on. */
  async function listen() {
    const stream = await app.ask(null, 'GET', '/api/changes')
    const reader = stream.body!.getReader()
    const heard: string[] = []
    const listening = (async () => {
      for (;;) {
        const { done, value } = await reader.read()
        if (done) return
        heard.push(
          ...(Buffer.from(value)
            .toString()
            .match(/event: change\ndata: .*/g) ?? []),
        )
      }
    })().catch(() => {})
    const hangUp = async () => {
      await reader.cancel()
      await listening
    }
    return { heard, hangUp }
  }

  /** One report more, with an ear to the stream of changes. */
  async function addOne(live?: (sql: Sql) => Promise<unknown>): Promise<NonNullable<Seen['oneMore']>> {
    const { heard, hangUp } = await listen()
    await owner((sql) => storeReports(sql, [{ ...truth[0]!, day: '2026-08-30' }]))
    if (live) {
      await owner(live)
      await expect.poll(() => heard.length).toBeGreaterThan(0)
    }
    await new Promise((resolve) => setTimeout(resolve, 400))
    await hangUp()
    return { after: live ? await lookAgain() : await look(), heard }
  }

  test('recovers no count under five, no place, no day', () => {
    const { now, before, empty, oneMore } = seen
    const all = [empty, before, now, oneMore!.after]
    const squares = now.items.get('safety_map_cells')!
    process.stdout.write(
      `The attacker read ${all.reduce((sum, { answers }) => sum + answers.size, 0)} answers, ${Math.round(all.reduce((sum, { bytes }) => sum + bytes, 0) / 1e6)} MB, ` +
        `${now.tiles.length} objects in tiles and ${now.releases.length} releases of ${squares.length} squares; ${truth.length} reports are the truth\n`,
    )
    // There is something to attack: squares that say something, quiet ones with reports in them, areas that say more than their squares.
    expect(squares.filter(({ properties }) => properties.level !== 'none_or_few').length).toBeGreaterThan(2)
    expect(new Set(truth.map(({ square }) => square)).size).toBeGreaterThan(40)
    expect(now.tiles.length).toBeGreaterThan(100)
    for (const { name, tries, recover } of strategies) {
      const found = recover(seen)
      process.stdout.write(`  ${name}: ${tries}: ${found.length === 0 ? 'nothing' : found.length}\n`)
      expect(found.slice(0, 5), name).toEqual([])
    }
    const layers = [...now.items.keys()]
    expect(layers.filter((id) => /patrol|police|unsafe|draft|incident/.test(id))).toEqual([])
  })

  describe('would recover', () => {
    /** Places shown otherwise than the rules say. */
    const showPlaces = async (shapeOf: (sql: Sql, report: string) => Promise<Geometry | null>) => {
      await owner(async (sql) => {
        for (const { report, place } of published) {
          const shape = JSON.stringify(await shapeOf(sql, report))
          await sql`update core.reported_places set geom = ST_SetSRID(ST_GeomFromGeoJSON(${shape}), 4326) where id = ${place}`
        }
      })
      return lookAtPlaces()
    }
    const exactly = async (sql: Sql, report: string) => {
      const [row] = await sql<{ at: Geometry }[]>`
        select ST_AsGeoJSON(geom, 7)::jsonb as at from core.unsafe_reports where id = ${report}`
      return row?.at ?? null
    }

    test('places that are shown as they were reported', async () => {
      published = published.slice(2)
      const now = await showPlaces(exactly)
      const found = recovered('a published place', { ...seen, now, corners: await readCorners(now) })
      expect(found.length).toBeGreaterThan(25)
      expect(found.every(({ place }) => truth.some((report) => metresBetween(report.at, place!) < 1))).toBe(
        true,
      )
    })

    test('doors, where a place stands for fewer than eight of them', async () => {
      const weak: Rules = { ...rules, leastAddresses: 2 }
      const now = await showPlaces(async (sql, report) => {
        const shape = (await exactly(sql, report)) as Point
        return publicShapeOf(sql, shape, shape.coordinates as never, await readGround(sql, weak), weak)
      })
      const found = recovered('a published place', { ...seen, now, corners: await readCorners(now, weak) })
      expect(found.length).toBeGreaterThan(15)
    })

    test('four of a place, where what is said of it changes as reports come and go', async () => {
      await owner(async (sql) => {
        for (const name of ['e_heard_left', 'e_heard_moved'])
          await sql`alter table core.unsafe_reports disable trigger ${sql(name)}`
      })
      const [five, four, ...others] = published
      const more = await app.database.owner(
        (sql) =>
          sql<{ id: string }[]>`select id from core.unsafe_reports where state = 'new' order by id limit 2`,
      )
      await share(five!.place, more[0]!.id)
      const moved = await crossFive(five!, four!, more[1]!.id)
      expect(others.length).toBeGreaterThan(20)
      expect(recovered('a number that moves', { ...seen, moved }).length).toBeGreaterThanOrEqual(2)
    })

    const change = async (work: (sql: Sql) => Promise<unknown>): Promise<Harvest> => {
      const { heard, hangUp } = await listen()
      await owner(async (sql) => {
        await sql`select set_config('app.bulk', 'on', true)`
        await work(sql)
        await sql`select core.notify_reload('safety_map_cells')`
      })
      // Where the public sees no difference, nothing is told.
      for (const last = Date.now() + 3000; heard.length === 0 && Date.now() < last; )
        await new Promise((resolve) => setTimeout(resolve, 50))
      await hangUp()
      return lookAgain()
    }

    test('counts that were told', async () => {
      const now = await change(
        (sql) => sql`
        update core.safety_map_cells c set title = c.title || ' (' || (
          select count(*) from core.release_reports r where r.square = c.title) || ')'`,
      )
      expect(recovered('counts in the open', { ...seen, now }).length).toBeGreaterThan(60)
      await change((sql) => sql`update core.safety_map_cells set title = split_part(title, ' ', 1)`)
    })

    test('a withheld square that is told from an empty one', async () => {
      const now = await change(
        (sql) => sql`
        update core.safety_map_cells c set about = '{}' where about is null or exists (select from core.release_reports r where r.square = c.title) and level = 'none_or_few'`,
      )
      const other = await change(
        (sql) => sql`
        update core.safety_map_cells c set about = null where level = 'none_or_few' and not exists (select from core.release_reports r where r.square = c.title)`,
      )
      expect(recovered('quiet squares that differ', { ...seen, now: other }).length).toBe(1)
      expect(now.bytes).toBeGreaterThan(0)
      await change((sql) => sql`update core.safety_map_cells set about = coalesce(about, '{}')`)
    })

    test('a day, where the day is told', async () => {
      const now = await change(async (sql) => {
        await sql`alter table core.safety_map_cells drop constraint safety_map_cells_month_check`
        await sql`
          update core.safety_map_cells c set month = r.day from (
            select k.square, max(u.received_on) as day from core.release_reports k join core.unsafe_reports u on u.id = k.report_id group by 1
          ) r where r.square = c.title`
      })
      const found = recovered('a day or an hour', { ...seen, now })
      expect(found.filter(({ day }) => truth.some((report) => report.day === day)).length).toBeGreaterThan(10)
    })

    test('an order, where ids are given as reports come', async () => {
      const now = await change(
        (sql) => sql`
        insert into core.safety_map_cells (id, geom, title, level, about, month)
        select ('00000000-0000-1000-8000-' || lpad(to_hex(row_number() over (order by r.created_at)), 12, '0'))::uuid,
          ST_Expand(r.geom, 0.001), 'E1N' || row_number() over (order by r.created_at), 'none_or_few', '{}', '2026-08-01' from core.unsafe_reports r`,
      )
      const ids = recovered('ids in order', { ...seen, now })
      expect(ids.length).toBeGreaterThanOrEqual(truth.length)
    })

    test('one report, where the map is kept up as reports come', async () => {
      const now = await lookAgain()
      const oneMore = await addOne(
        (sql) => sql`
        with one as (select core.notify_reload('safety_map_cells'))
        update core.safety_map_cells set coming = coming + 1 from one where title like 'E%'`,
      )
      expect(recovered('one report more', { ...seen, now, oneMore }).length).toBeGreaterThan(1)
    })

    test('numbers, where the threshold is one: in a class, in a step, in what it is about', async () => {
      const single: Rules = {
        ...rules,
        threshold: 1,
        many: 2,
        categories: { ...rules.categories, decay: ['decay', 'people'] },
      }
      const now = await remake(single)
      const weak = { ...seen, now }
      for (const name of ['narrow classes', 'squares over the months', 'what points at persons'])
        expect(recovered(name, weak).length, name).toBeGreaterThan(5)
    })

    test('places, where reports are not moved', async () => {
      const now = await remake({
        ...rules,
        leastAddresses: 1,
        farthest: 60,
        grid: { srid: 3006, metres: 10 },
        threshold: 1,
        many: 2,
      })
      const found = recovered('an exact place', { ...seen, now })
      const right = found.filter(({ place }) =>
        truth.some((report) => metresBetween(report.at, place!) <= 60),
      )
      expect(right.length).toBeGreaterThan(20)
      expect(right.length / found.length).toBeGreaterThan(0.9)
    })

    test('a quiet square, where areas of two squares tell of them', async () => {
      const now = await remake({ ...rules, quietSquares: 0 })
      const found = recovered('area less its squares', { ...seen, now })
      expect(found.length).toBeGreaterThanOrEqual(2)
    })

    test('late reports, where a month is made again', async () => {
      const before = await remake(rules)
      await owner((sql) =>
        storeReports(
          sql,
          Array.from({ length: 40 }, (_, i) => ({ ...truth[i]!, day: '2026-05-20' })),
        ),
      )
      const now = await remake(rules)
      expect(recovered('one month made twice', { ...seen, before, now }).length).toBeGreaterThan(0)
    })
  })
})
