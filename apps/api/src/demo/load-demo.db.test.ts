import { gunzipSync } from 'node:zlib'
import { reproduceAnalysis, unpackIncidents } from '@trygghetskartan/analysis'
import { isRefusal } from '@trygghetskartan/geo'
import { layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWholeAnalysis } from '../analyses/whole-analysis.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { clearDemo } from './clear-demo.ts'
import { writeDemoPictures } from './demo-pictures.ts'
import { draftPlans } from './draft-plan.ts'
import { type DemoLoaded, loadDemo } from './load-demo.ts'
import { signDemoDossiers } from './signed-dossiers.ts'

const now = new Date('2026-11-22T10:00:00Z')

describe.each(engines)('the demonstration on the %s engine', (engine) => {
  let database: TestDatabase
  let loaded: DemoLoaded
  const shares: number[] = []
  beforeAll(async () => {
    database = await testDatabase(engine)
    loaded = await loadDemo(database, { now, onProgress: (_, share) => shares.push(share) })
  }, 180_000)
  afterAll(() => database?.close())

  it('goes into an empty database and tells how far it has come', () => {
    expect(loaded.ok).toBe(true)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
  })

  it('stores every feature of the plan and every row, as many as it says', async () => {
    const counts = loaded.ok ? loaded.counts : {}
    const stored = await database.owner(async (sql) => {
      const themes = await sql<{ theme: string; n: number }[]>`
        select theme, count(*)::int as n from basemap.features where source = 'schematic' group by theme`
      const found = Object.fromEntries(themes.map((row) => [row.theme, row.n]))
      for (const id of [...layers.map(({ id }) => id), 'incidents', 'observations'])
        found[id] = (
          await sql<{ n: number }[]>`select count(*)::int as n from core.${sql(id)} where demo`
        )[0]!.n
      return found
    })
    expect(stored).toEqual(counts)
    expect(layers.every(({ id }) => stored[id]! > 0)).toBe(true)
  })

  it('can be searched by the names of streets, squares and districts', async () => {
    const found = await database.read(
      'public',
      (sql) => sql<{ name: string }[]>`
      select name from basemap.places where folded in ('stora torg', 'östra boulevarden', 'österäng', 'helge å')`,
    )
    expect(found.map((row) => row.name)).toEqual(
      expect.arrayContaining(['Stora torg', 'Österäng', 'Östra Boulevarden', 'Helge å']),
    )
  })

  it('says that the ground is schematic and the data a demonstration', async () => {
    const rows = await database.read(
      'public',
      (sql) => sql<{ key: string; value: unknown }[]>`select key, value from public_map.settings`,
    )
    expect(Object.fromEntries(rows.map((row) => [row.key, row.value]))).toMatchObject({
      municipality: { name: 'Kristianstad', code: '1290' },
      schematic: true,
      demo: true,
    })
  })

  it('shows the public only what is decided, and no words of the staff', async () => {
    const rows = await database.read(
      'public',
      (sql) => sql<Record<string, unknown>[]>`select * from public_map.camera_sites`,
    )
    expect(rows.length).toBeGreaterThan(3)
    expect(rows.some((row) => 'internal_text' in row)).toBe(false)
    expect(new Set(rows.map((row) => row.status)).has('proposed')).toBe(false)
  })

  it('gives each measure a past of allowed steps that ends with what it is now', async () => {
    const [row] = await database.owner(
      (sql) => sql<{ measures: number; broken: number; odd: number }[]>`
      with measure as (
        select id, version, status from core.lighting_upgrades union all select id, version, status from core.shrub_clearances
        union all select id, version, status from core.camera_sites union all select id, version, status from core.patrol_zones
      ), last as (
        select m.*, h.after ->> 'status' as told from measure m join core.history h on h.object_id = m.id and h.version = m.version
      ), step as (
        select h.before ->> 'status' as was, h.after ->> 'status' as is_now
        from core.history h join measure m on m.id = h.object_id where h.version > 1
      )
      select (select count(*) from measure)::int as measures,
        (select count(*) from measure m where not exists (select from last l where l.id = m.id and l.told = m.status))::int as broken,
        (select count(*) from step s where not exists (
          select from core.status_steps t where t.from_status = s.was and t.to_status = s.is_now))::int as odd`,
    )
    expect(row).toMatchObject({ broken: 0, odd: 0 })
    expect(row!.measures).toBeGreaterThan(50)
  })

  it('has plans with their members, whose drafts others do not see', async () => {
    const members = await database.owner(
      (sql) => sql<{ id: string; name: string; role: string }[]>`
        select a.id, a.name, m.role from core.plan_members m join identity.accounts a on a.id = m.account_id where m.plan = ${draftPlans.autumn.id} order by m.role desc`,
    )
    expect(members.map(({ name, role }) => [name, role])).toEqual([
      ['Petra Lindgren', 'owner'],
      ['Johan Ek', 'member'],
    ])
    const drafts = (id: string) =>
      database.read(
        { id, name: 'Prov', audience: 'planner' },
        (sql) => sql`
          select p.title as plan, count(*)::int as n from planner.plans p join (
            select plan_id from planner.camera_sites union all select plan_id from planner.lighting_upgrades
            union all select plan_id from planner.shrub_clearances
          ) m on m.plan_id = p.id group by p.title order by p.title`,
      )
    expect([...(await drafts(members[1]!.id))]).toEqual([
      { plan: 'Gamlegårdens centrum: kameror', n: 3 },
      { plan: 'Gamlegårdens centrum: ljus, sikt och närvaro', n: 3 },
      { plan: 'Ljus och sikt till hösten', n: 2 },
    ])
    expect(await drafts('demo-planner')).toHaveLength(0)
  })

  it('lets a planner take the next step with a demonstration measure', async () => {
    const actor = { id: 'demo-planner', name: 'Petra Lindgren', audience: 'planner' } as const
    const [row] = await database.write(
      actor,
      (sql) => sql<{ version: number }[]>`
      update planner.camera_sites set status = 'built' where status = 'ordered' returning version`,
    )
    expect(row!.version).toBe(6)
    // What the database saw before the step is what the demonstration said it was: the written past joins the lived one.
    const [joint] = await database.owner(
      (sql) => sql<{ same: boolean }[]>`
      select lived.before = written.after as same
      from core.history lived join core.history written using (layer, object_id)
      where lived.op = 'update' and lived.version = 6 and written.version = 5 and lived.after ->> 'status' = 'built'
        and lived.at > now() - interval '1 hour'`,
    )
    expect(joint!.same).toBe(true)
  })

  it('signs the dossiers of the cameras that have been in operation, each before that, and once', async () => {
    const signed = await signDemoDossiers(database, layers)
    expect(await signDemoDossiers(database, layers)).toBe(0)
    const cameras = await database.owner(
      (sql) => sql<{ status: string; documented: boolean; before: boolean; again: boolean }[]>`
        select c.status, core.is_documented(c) as documented, d.figures ->> 'run' is not null as again,
          d.signed_at < (select min(h.at) from core.history h where h.object_id = c.id and h.after ->> 'status' = 'in_operation') as before
        from core.camera_sites c join core.dossiers d on d.object_id = c.id`,
    )
    expect(cameras).toHaveLength(signed)
    expect(new Set(cameras.map(({ status }) => status))).toEqual(
      new Set(['in_operation', 'evaluated', 'ended']),
    )
    expect(cameras.every((one) => one.documented && one.before && one.again)).toBe(true)
    const [decided] = await database.owner(
      (sql) => sql<{ missing: number }[]>`
        select count(*)::int as missing from core.camera_sites c
        where c.status in ('decided', 'declined') and not exists (select from core.decisions d where d.object_id = c.id)`,
    )
    expect(decided!.missing).toBe(0)
  }, 180_000)

  it('has analyses the police have saved: hot about the square, foreseen, and the same when made again', async () => {
    const saved = await database.owner(async (sql) => {
      const rows = await sql<{ id: string }[]>`select id from core.analyses where demo order by kind`
      return Promise.all(rows.map(({ id }) => readWholeAnalysis(sql, 'owner', '', id)))
    })
    const [hotspots, knox, prediction] = saved.map((one) => one!.result) as [
      { n: number; figures: { classes: number[] } },
      { n: number },
      { accuracy: { pai: { mean: number } }[] },
    ]
    expect(saved.map((one) => one!.kind)).toEqual(['hotspots', 'knox', 'prediction'])
    expect(hotspots.figures.classes.filter((one) => one === 3).length).toBeGreaterThan(0)
    expect(knox.n).toBeGreaterThan(100)
    expect(prediction.accuracy[0]!.pai.mean).toBeGreaterThan(5)
    const { incidents: packed, ...analysis } = saved[0]!
    const incidents = unpackIncidents(gunzipSync(Buffer.from(packed!, 'base64')))
    if (isRefusal(incidents)) throw new Error(incidents.text.en)
    const { streets: _, ...rest } = analysis
    expect(await reproduceAnalysis(rest, { incidents })).toMatchObject({ same: true })
  })

  // The maps take their time, and are the same on both.
  it.skipIf(engine === 'embedded')(
    'writes six weeks of pictures, each but the running one signed and chained to the one before, and once',
    async () => {
      expect(await writeDemoPictures(database, layers, { now })).toBe(6)
      expect(await writeDemoPictures(database, layers, { now })).toBe(0)
      const weeks = await database.owner(
        (sql) => sql<
          { state: string; intact: boolean | null; previous: string | null; tasks: number; carried: number }[]
        >`
        select p.state, core.picture_intact(p.week, false) as intact, p.previous_week as previous,
          (select count(*)::int from core.picture_tasks t where t.week = p.week) as tasks,
          (select count(*)::int from core.picture_tasks t where t.week = p.week and t.since < p.week) as carried
        from core.pictures p order by p.week`,
      )
      expect(weeks.map(({ state }) => state)).toEqual([...Array.from({ length: 5 }, () => 'signed'), 'draft'])
      expect(weeks.slice(0, 5).every(({ intact }) => intact)).toBe(true)
      expect(weeks.slice(1, 5).every(({ previous, carried }) => previous && carried > 0)).toBe(true)
    },
    180_000,
  )

  it('has the promises of 2020 as an example, evaluated, and this year’s at every stage', async () => {
    const found = await database.read(
      'public',
      (sql) => sql<{ year: number; statuses: string[]; measures: number }[]>`
        select c.year, array_agg(distinct c.status order by c.status) as statuses,
          (select count(*)::int from commitment_measures m join commitments o on o.id = m.commitment where o.year = c.year) as measures
        from commitments c where c.demo group by c.year order by c.year`,
    )
    const every = ['at_risk', 'kept', 'not_begun', 'not_kept', 'on_way', 'partly_kept']
    expect(found.map(({ year, statuses }) => [year, statuses])).toEqual([
      [2020, ['kept', 'not_kept', 'partly_kept']],
      [2025, ['kept', 'partly_kept']],
      [2026, every],
    ])
    // What they link to is on everybody's map.
    expect(found.map(({ measures }) => measures)).toEqual([16, 4, 12])
  })

  it('refuses a database that is not empty', async () => {
    expect(await loadDemo(database, { now })).toMatchObject({ ok: false })
  })

  it('is taken away again and leaves only what people made', async () => {
    const actor = { id: 'demo-planner', name: 'Petra Lindgren', audience: 'planner' } as const
    await database.write(
      actor,
      (sql) => sql`
      insert into planner.camera_sites (geom, title) values ('SRID=4326;POINT(14.15 56.03)', 'Egen kamera')`,
    )
    await clearDemo(database)
    const [row] = await database.owner(
      (sql) => sql<Record<string, number>[]>`
      select (select count(*) from basemap.features)::int as features, (select count(*) from basemap.places)::int as places,
        (select count(*) from core.history)::int as past, (select count(*) from core.camera_sites)::int as cameras,
        (select count(*) from core.police_events)::int as events, (select count(*) from core.incidents)::int as incidents, (select count(*) from core.observations)::int as observations,
        (select count(*) from core.incident_square_counts)::int as squares, (select count(*) from core.plans)::int as plans,
        (select count(*) from core.dossiers)::int as dossiers, (select count(*) from core.siting_runs)::int as runs,
        (select count(*) from core.siting_inputs)::int as inputs, (select count(*) from core.problems)::int as problems, (select count(*) from core.survey_results)::int as surveys,
        (select count(*) from core.operations)::int as operations, (select count(*) from core.analyses)::int as analyses,
        (select count(*) from core.analysis_inputs)::int as kept, (select count(*) from core.pictures)::int as pictures`,
    )
    expect(row).toEqual({
      features: 0,
      places: 0,
      past: 1,
      cameras: 1,
      events: 0,
      incidents: 0,
      observations: 0,
      squares: 0,
      plans: 0,
      dossiers: 0,
      runs: 0,
      inputs: 0,
      problems: 0,
      surveys: 0,
      operations: 0,
      pictures: 0,
      analyses: 0,
      kept: 0,
    })
  })
})
