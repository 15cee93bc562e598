import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../audit/verify.ts'
import type { Actor, Sql } from '../database/database.ts'
import { appendAudit } from '../queries/audit.ts'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import { clocks } from './clocks.ts'
import { createRetention, type Due } from './retention.ts'

const admin: Actor = {
  id: '00000000-0000-4000-8000-00000000000a',
  name: 'Karin',
  audience: 'admin',
  address: '192.0.2.1',
}
const now = new Date('2026-11-22T12:00:00Z')
const point = 'ST_SetSRID(ST_MakePoint(14.15, 56.03), 4326)'

describe.each(engines)('retention on %s', (engine) => {
  let database: TestDatabase
  const retention = (times?: string, at = now) =>
    createRetention({ database, times, log: pino({ level: 'silent' }), now: () => at, batch: 3 })
  const rowsOf = (removed: readonly { kind: string; rows: number }[]) =>
    Object.fromEntries(removed.filter(({ rows }) => rows > 0).map(({ kind, rows }) => [kind, rows]))
  const run = (text: string) => database.owner((sql) => sql.unsafe(text))
  const count = async (table: string): Promise<number> => {
    const [row] = await database.owner(
      (sql) => sql<{ n: number }[]>`select count(*)::int as n from ${sql(table)}`,
    )
    return row!.n
  }

  beforeAll(async () => {
    database = await testDatabase(engine)
  })
  afterAll(() => database.close())

  test('has a clock for each kind, with its rule in two languages', async () => {
    const listed = await retention().list()
    expect(listed.map(({ kind }) => kind)).toEqual(clocks.map(({ kind }) => kind))
    for (const { title, rule, from, keep } of listed) {
      for (const text of [title, rule, from]) expect(text.sv.length * text.en.length).toBeGreaterThan(0)
      expect(keep).toMatch(/^P\d+[YMD]$/)
    }
  })

  test('takes what is exactly as old as may be, and leaves what is a day younger', async () => {
    await run(`insert into core.unsafe_reports (geom, reasons, received_on) values
      (${point}, '{darkness}', '2024-11-23'), (${point}, '{darkness}', '2024-11-22'), (${point}, '{darkness}', '2024-11-21')`)
    await run(`insert into core.police_events (geom, kind, precision, occurred_at) values
      (${point}, 'Stöld', 'street', '2023-11-22T12:00:01Z'), (${point}, 'Stöld', 'street', '2023-11-22T12:00:00Z'),
      (${point}, 'Stöld', 'street', null)`)
    await run(`insert into identity.accounts (id, issuer, subject, name, audience, last_seen_at) values
      ('00000000-0000-4000-8000-00000000000a', 'demo', 'a', 'Karin', 'admin', '2026-11-22'),
      ('00000000-0000-4000-8000-00000000000b', 'demo', 'b', 'Borta Länge', 'planner', '2024-11-22T12:00:00Z'),
      ('00000000-0000-4000-8000-00000000000c', 'demo', 'c', 'Nyss Sedd', 'planner', '2024-11-23T12:00:00Z')`)
    await run(`insert into identity.sessions (account_id, token_hash, created_at, idle_until, absolute_until, ended_at, ended_why)
      select '00000000-0000-4000-8000-00000000000a', sha256(n::text::bytea), '2026-01-01', idle, absolute, ended, case when ended is null then null else 'sign-out' end
      from (values (1, '2026-11-23'::timestamptz, '2026-12-01'::timestamptz, null::timestamptz),
        (2, '2026-08-24 12:00+00', '2026-12-01', null),
        (3, '2026-08-25 12:00+00', '2026-12-01', null),
        (4, '2026-12-01', '2026-12-01', '2026-08-24 11:00+00')) s(n, idle, absolute, ended)`)
    await run(`insert into identity.tokens (name, secret_hash, hint, audience, created_at, expires_at, revoked_at)
      select 'QGIS', sha256(n::text::bytea), 'tk_', 'planner', '2024-01-01', expires, revoked
      from (values (1, '2027-01-01'::timestamptz, null::timestamptz), (2, '2027-01-01', '2025-11-22 12:00+00'),
        (3, '2025-11-23', null)) t(n, expires, revoked)`)
    await run(`insert into identity.sign_ins (state_hash, provider, purpose, sealed, browser_hash, return_to, expires_at)
      select sha256(n::text::bytea), 'kommun', 'sign-in', 'x', sha256('b'), '/', expires
      from (values (1, '2026-11-21 12:00+00'::timestamptz), (2, '2026-11-21 12:00:01+00')) s(n, expires)`)
    await run(`insert into core.imports (id, at, actor_id, actor_name, format, name, outcome) values
      ('00000000-0000-4000-8000-0000000000e1', '2026-08-24 12:00+00', 'x', 'X', 'csv', 'a', 'done'),
      ('00000000-0000-4000-8000-0000000000e2', '2026-08-24 12:00:01+00', 'x', 'X', 'csv', 'b', 'done'),
      ('00000000-0000-4000-8000-0000000000e3', '2021-11-22 12:00+00', 'x', 'X', 'csv', 'c', 'done')`)
    await run(`insert into core.import_rejects (import_id, nth, code, message)
      select i.id, n, 'x', '{}' from core.imports i, generate_series(1, 2) n where i.name <> 'c'`)
    await run(`insert into core.camera_sites (id, geom, title, status) values
      ('00000000-0000-4000-8000-0000000000c1', ${point}, 'Avslutad för länge sedan', 'evaluated'),
      ('00000000-0000-4000-8000-0000000000c2', ${point}, 'Avslutad nyligen', 'evaluated'),
      ('00000000-0000-4000-8000-0000000000c3', ${point}, 'I drift', 'in_operation')`)
    await run(`update core.camera_sites set status = 'ended' where status = 'evaluated'`)
    await run(`update core.history set at = '2019-01-01' where layer = 'camera_sites' and op = 'insert'`)
    await run(
      `update core.history set at = '2021-11-22 12:00+00' where object_id = '00000000-0000-4000-8000-0000000000c1' and op = 'update'`,
    )
    await run(
      `update core.history set at = '2021-11-22 12:00:01+00' where object_id = '00000000-0000-4000-8000-0000000000c2' and op = 'update'`,
    )
    for (const object of ['c1', 'c3'])
      await run(`insert into core.photos (layer, object_id, width, height, bytes, sha256, picture, thumbnail, account, by_name, audience, created_at)
        values ('camera_sites', '00000000-0000-4000-8000-0000000000${object}', 10, 10, 1, sha256('x'), 'x', 'x', 'x', 'X', 'planner', '2015-01-01'),
        ('shrub_clearances', gen_random_uuid(), 10, 10, 1, sha256('x'), 'x', 'x', 'x', 'X', 'planner', '${object === 'c1' ? '2021-11-22 12:00+00' : '2021-11-23'}')`)
    await run(`set local app.bulk = 'on'; insert into core.history (layer, object_id, version, at, actor_id, actor_name, op) values
      ('shrub_clearances', gen_random_uuid(), 1, '2021-11-22 12:00+00', 'x', 'X', 'insert'),
      ('shrub_clearances', gen_random_uuid(), 1, '2021-11-22 12:00:01+00', 'x', 'X', 'insert'),
      ('police_events', gen_random_uuid(), 1, '2025-11-22 12:00+00', 'x', 'X', 'delete'),
      ('police_events', gen_random_uuid(), 1, '2025-11-22 12:00:01+00', 'x', 'X', 'delete')`)

    await run(`insert into core.notes (layer, object_id, text, audience, account_id, created_at) values
      ('camera_sites', '00000000-0000-4000-8000-0000000000c1', 'x', 'planner', '00000000-0000-4000-8000-00000000000c', '2015-01-01'),
      ('lighting_upgrades', gen_random_uuid(), 'x', 'planner', '00000000-0000-4000-8000-00000000000c', '2021-11-22 12:00+00'),
      ('lighting_upgrades', gen_random_uuid(), 'x', 'planner', '00000000-0000-4000-8000-00000000000c', '2021-11-23')`)

    await run(`insert into core.observations (id, geom, precision, kind, observed_from, observed_to, received_at, account_id)
      select gen_random_uuid(), ${point}, 'exact', 'dark', at, at, at, '00000000-0000-4000-8000-00000000000c'
      from unnest('{2024-11-22 12:00+00, 2024-11-22 12:00:01+00}'::timestamptz[]) as o(at)`)

    await run(`insert into core.plans (id, title) values ('00000000-0000-4000-8000-0000000000e1', 'Plan')`)
    await run(`insert into core.plan_shares (plan, token_hash, account_id, created_at, expires_at, revoked_at)
      select '00000000-0000-4000-8000-0000000000e1', sha256(n::text::bytea), '00000000-0000-4000-8000-00000000000c', made, expires, revoked
      from (values (1, '2026-08-01'::timestamptz, '2026-08-24 12:00+00'::timestamptz, null::timestamptz), (2, '2026-08-01', '2026-08-24 12:00:01+00', null),
        (3, '2026-08-01', '2026-10-01', '2026-08-24 11:00+00'), (4, '2026-11-01', '2026-12-01', null)) s(n, made, expires, revoked)`)

    const before = { reports: await count('core.unsafe_reports'), history: await count('core.history') }
    const preview = await retention().preview(admin)
    expect(rowsOf(preview.removed)).toEqual({
      reports: 2,
      incidents: 1,
      observations: 1,
      accounts: 1,
      sessions: 2,
      tokens: 1,
      'sign-ins': 1,
      'import-rejects': 2,
      imports: 1,
      cameras: 1,
      photos: 1,
      history: 1,
      removed: 1,
      notes: 1,
      'plan-shares': 2,
    })
    const reports = preview.removed.find(({ kind }) => kind === 'reports') as Due
    expect(reports).toMatchObject({
      oldest: '2024-11-21T00:00:00+00:00',
      newest: '2024-11-22T00:00:00+00:00',
    })
    expect(reports.examples).toHaveLength(2)
    expect({ reports: await count('core.unsafe_reports'), history: await count('core.history') }).toEqual(
      before,
    )
  })

  test('removes what the dry run counted, and is then done', async () => {
    const preview = await retention().preview(admin)
    const done = await retention().run(admin)
    expect(rowsOf(done.removed)).toEqual(rowsOf(preview.removed))
    expect(rowsOf((await retention().run(admin)).removed)).toEqual({})
    expect(await count('core.unsafe_reports')).toBe(1)
    expect(await count('core.police_events')).toBe(2)
    expect(await count('identity.sessions')).toBe(2)
    expect(await count('identity.tokens')).toBe(2)
    expect(await count('core.imports')).toBe(2)
    expect(await count('core.plan_shares')).toBe(2)
  })

  test('keeps a camera in operation and one ended less than five years ago, and takes all of the other', async () => {
    const left = await database.owner((sql) => sql`select title from core.camera_sites order by title`)
    expect(left).toEqual([{ title: 'Avslutad nyligen' }, { title: 'I drift' }])
    const gone = '00000000-0000-4000-8000-0000000000c1'
    const traces = await database.owner(
      (sql) => sql`
        select 'history' as what from core.history where object_id = ${gone}
        union all select 'photo' from core.photos where object_id = ${gone}
        union all select 'note' from core.notes where object_id = ${gone}`,
    )
    expect(traces).toEqual([])
    const photos = await database.owner((sql) => sql`select layer from core.photos order by layer`)
    expect(photos).toEqual([{ layer: 'camera_sites' }, { layer: 'shrub_clearances' }])
  })

  test('erases an account nobody has used, and leaves it as a pseudonym', async () => {
    const [account] = await database.owner(
      (sql) =>
        sql`select name, email, enabled, erased_at is not null as erased from identity.accounts where id = '00000000-0000-4000-8000-00000000000b'`,
    )
    expect(account).toEqual({ name: 'Raderat konto', email: null, enabled: false, erased: true })
  })

  test('keeps a record of each run, in the audit trail too', async () => {
    const [last] = await retention().runs()
    expect(last).toMatchObject({ by: 'Karin', dryRun: false })
    const runs = await retention().runs()
    expect(runs.filter(({ dryRun }) => dryRun)).toHaveLength(2)
    const trail = await database.owner(
      (sql) =>
        sql`select actor_name, address, action, object from audit.entries where kind = 'retention' order by seq desc limit 1`,
    )
    expect(trail).toEqual([
      { actor_name: 'Karin', address: '192.0.2.1', action: 'retention.run', object: last!.id },
    ])
  })

  test('leaves nothing of what a report said in the audit trail, and the chain holds', async () => {
    const planner: Actor = { id: 'p', name: 'P', audience: 'planner' }
    await run(`insert into core.unsafe_reports (id, geom, reasons, received_on) values
      ('00000000-0000-4000-8000-0000000000d1', ${point}, '{darkness}', '2020-01-01')`)
    await database.write(
      planner,
      (sql) => sql`
      update planner.unsafe_reports set internal_text = 'Det hemliga stället' where id = '00000000-0000-4000-8000-0000000000d1'`,
    )
    expect(rowsOf((await retention().run(admin)).removed)).toEqual({ reports: 1 })
    const all = await database.owner(
      (sql) => sql`select e::text as row from audit.entries e union all select h::text from core.history h`,
    )
    expect(JSON.stringify(all)).not.toContain('hemliga')
    expect(JSON.stringify(all)).toContain('00000000-0000-4000-8000-0000000000d1')
    expect(await verifyAudit(database)).toMatchObject({ ok: true, problems: [] })
  })

  test('takes what is left of reports and the talk about them in its time, and a place that is done', async () => {
    await run(`insert into core.unsafe_reports (id, geom, reasons, received_on, state) values
      ('00000000-0000-4000-8000-0000000000f1', ${point}, '{darkness}', '2026-01-01', 'handled'),
      ('00000000-0000-4000-8000-0000000000f2', ${point}, '{darkness}', '2026-01-01', 'published'),
      ('00000000-0000-4000-8000-0000000000f3', ${point}, '{darkness}', '2024-01-01', 'published')`)
    await run(`insert into core.report_receipts (report_id, code_sha256) values
      ('00000000-0000-4000-8000-0000000000f3', sha256('f3'))`)
    await run(`insert into core.report_receipts (report_id, code_sha256, gone_on, gone_why) values
      (gen_random_uuid(), sha256('a'), '2025-11-22', 'withdrawn'), (gen_random_uuid(), sha256('b'), '2025-11-23', 'withdrawn')`)
    await run(`insert into core.report_messages (report_id, direction, kind, text, at)
      select r.id, 'office', 'answer', 'x', '2025-11-22 12:00+00' from core.unsafe_reports r where r.state in ('handled', 'published')`)
    await run(`set local app.bulk = 'on'; insert into core.reported_places (geom, month, state, created_at) values
      (${point}, '2020-01-01', 'done', '2021-11-22 12:00+00'), (${point}, '2020-01-01', 'looked_at', '2020-01-01')`)
    const expected = { 'report-messages': 1, reports: 1, receipts: 1, 'reported-places': 1 }
    expect(rowsOf((await retention().run(admin)).removed)).toEqual(expected)
    const left = await database.owner(
      (sql) => sql`select gone_why from core.report_receipts order by gone_why`,
    )
    expect(left).toEqual([{ gone_why: 'expired' }, { gone_why: 'withdrawn' }])
    // Not for the tests that come after.
    await run(
      'delete from core.report_receipts; delete from core.unsafe_reports; delete from core.reported_places',
    )
  })

  test('lets the oldest of the audit trail go and the rest be verified', async () => {
    const { checked } = await verifyAudit(database)
    const later = new Date(Date.now() + 5 * 366 * 24 * 3_600_000)
    await database.owner((sql: Sql) => appendAudit(sql, { action: 'plan.made', kind: 'plan', object: null }))
    const everything =
      'accounts=P99Y,observations=P99Y,reports=P99Y,incidents=P99Y,history=P99Y,removed=P99Y,notes=P99Y,photos=P99Y,cameras=P99Y,sessions=P99Y,tokens=P99Y,imports=P99Y,sign-ins=P99Y,import-rejects=P99Y,plan-shares=P99Y'
    const preview = await retention(everything, later).preview(admin)
    expect(rowsOf(preview.removed)).toEqual({ audit: checked + 1 })
    const done = await retention(everything, later).run(admin)
    // The dry run is itself an entry, which is as old by then.
    expect(rowsOf(done.removed).audit).toBeGreaterThanOrEqual(checked + 1)
    const after = await verifyAudit(database)
    expect(after).toMatchObject({ ok: true, problems: [] })
    expect(after.from).toBeGreaterThan(checked)
  })

  test('goes by the environment’s times before the settings’, and those before what is shipped', async () => {
    const keepOf = async (kind: string, times?: string) =>
      (await retention(times).list()).find((one) => one.kind === kind)!.keep
    expect(await keepOf('reports')).toBe('P2Y')
    await database.owner(
      (sql) =>
        sql`insert into core.settings (key, value) values ('retention', '{"reports": "P1Y", "tokens": "P30D"}')`,
    )
    expect(await keepOf('reports')).toBe('P1Y')
    expect(await keepOf('reports', 'reports=P6M')).toBe('P6M')
    expect(await keepOf('tokens', 'reports=P6M')).toBe('P30D')
    await database.owner((sql) => sql`delete from core.settings where key = 'retention'`)
    expect(() => retention('reports=två år')).toThrow('reports')
    expect(() => retention('allt=P1Y')).toThrow('allt')
    expect(() => retention('cameras=P4Y')).toThrow('not shorter than P5Y')
  })

  test('stops where it is when it is asked to, and says what it did', async () => {
    await run(
      `insert into core.unsafe_reports (geom, reasons, received_on) select ${point}, '{darkness}', '2020-01-01' from generate_series(1, 5)`,
    )
    const stopped = await retention().run(admin, AbortSignal.abort())
    expect(rowsOf(stopped.removed)).toEqual({})
    expect(rowsOf((await retention().run(admin)).removed)).toEqual({ reports: 5 })
  })
})
