import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RegisterAnswer, RegisterEntry } from '../contract-decisions.ts'
import type { Sql } from '../database/database.ts'
import { createRetention } from '../retention/retention.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const idOf = (n: number) => `00000000-0000-4000-8000-0000000000${String(n).padStart(2, '0')}`
const audiences = [null, 'demo-reporter', 'demo-planner', 'demo-police', 'demo-admin'] as const

describe.each(engines)('the register of surveillance on %s', (engine) => {
  let app: TestApp
  const register = async (account: DemoId | null) => {
    const response = await app.ask(account, 'GET', '/api/camera-register')
    expect(response.status).toBe(200)
    return (await response.json()) as RegisterAnswer
  }
  const titles = async (account: DemoId | null) => (await register(account)).entries.map(({ title }) => title)
  const entry = async (account: DemoId | null, title: string): Promise<RegisterEntry> =>
    (await register(account)).entries.find((one) => one.title === title)!
  const add = (sql: Sql, n: number, title: string, status: string) => sql`
    insert into core.camera_sites (id, geom, title, status, purpose, internal_text, responsible, storage_days, weekdays, hours_from, hours_to, contact, completed_on)
    values (${idOf(n)}, ST_SetSRID(ST_MakePoint(14.15, 56.03), 4326), ${title}, ${status}, '=Stölder', 'inne-ord', 'ansvars-ord', 14, '{5,6}',
      '20:00', '02:00', 'Kontaktcenter', '2026-02-01')`
  /** A signed dossier, as an import of what was signed elsewhere would keep it. */
  const document = (sql: Sql, n: number) => sql`
    insert into core.dossiers (object_id, state, sections, composed, figures, area, picture, surveillance, updated_by, updated_by_name,
      signed_by, signed_by_name, signed_title, signed_at)
    select c.id, 'signed', (select jsonb_object_agg(s, 'text') from unnest(array['problem', 'hours', 'measures_tried', 'area', 'private_ground',
      'purpose', 'storage', 'access', 'signs', 'contact', 'conclusion']) s), '{}', '{"homes": 4}', ST_Buffer(c.geom, 0.001), '\\x00',
      core.surveillance_of(c), 'x', 'Signerar-Namn', 'x', 'Signerar-Namn', 'Chef', now()
    from core.camera_sites c where c.id = ${idOf(n)}`
  const end = async (sql: Sql, n: number, ago: string) => {
    await sql`update core.camera_sites set status = 'ended' where id = ${idOf(n)}`
    await sql`
      update core.history set at = now() - ${ago}::interval where object_id = ${idOf(n)} and after ->> 'status' = 'ended'`
  }

  beforeAll(async () => {
    app = await testApp(engine)
    await app.database.owner(async (sql) => {
      await add(sql, 1, 'Idé', 'idea')
      await add(sql, 2, 'Under beredning', 'in_review')
      await add(sql, 3, 'Avslagen', 'declined')
      await add(sql, 4, 'Beslutad', 'decided')
      await add(sql, 5, 'Importerad i drift', 'in_operation')
      await add(sql, 6, 'Dokumenterad', 'built')
      await document(sql, 6)
      await sql`update core.camera_sites set status = 'in_operation' where id = ${idOf(6)}`
      for (const [n, title] of [
        [7, 'Avslutad i fjol'],
        [8, 'Avslutad för länge sedan'],
      ] as const) {
        await add(sql, n, title, 'in_operation')
        await document(sql, n)
      }
      await sql`
        insert into core.decisions (layer, object_id, version, from_status, to_status, text, reference, body, account, by_name)
        values ('camera_sites', ${idOf(4)}, 1, 'in_review', 'decided', 'beslutets-ord', 'KS 2026/1', 'Nämnden', 'x', 'Beslutar-Namn')`
    })
    await app.database.owner((sql) => end(sql, 7, '1 year'))
    await app.database.owner((sql) => end(sql, 8, '5 years 1 day'))
  })
  afterAll(() => app.close())

  it('holds what is decided, in operation or ended less than five years ago, for everybody', async () => {
    for (const account of audiences)
      expect(await titles(account), account ?? 'public').toEqual([
        'Beslutad',
        'Dokumenterad',
        'Importerad i drift',
        'Avslutad i fjol',
      ])
    expect((await register(null)).municipality).toBe('Provköping')
  })

  it('tells those outside the staff which department answers for it, but neither names, nor ground, nor what is internal', async () => {
    for (const account of [null, 'demo-reporter', 'demo-admin'] as const) {
      const text = JSON.stringify(await register(account))
      expect(text).not.toMatch(/inne-ord|beslutets-ord|Namn|sha256|dossier|documentation|homes|decision/)
      expect((await register(account)).entries.map(({ area }) => area)).toEqual([null, null, null, null])
      const csv = await (await app.ask(account, 'GET', '/api/camera-register.csv')).text()
      expect(csv).not.toMatch(/inne-ord|beslutets-ord|Namn|SHA/)
    }
    expect(await entry(null, 'Dokumenterad')).toMatchObject({
      purpose: '=Stölder',
      hours: { weekdays: [5, 6], from: '20:00', to: '02:00' },
      storageDays: 14,
      sound: false,
      responsible: 'ansvars-ord',
      contact: 'Kontaktcenter',
      endedOn: null,
      keptUntil: null,
    })
  })

  it('tells planners and police of the documentation, and where it is lacking', async () => {
    for (const account of ['demo-planner', 'demo-police'] as const) {
      expect(await entry(account, 'Dokumenterad')).toMatchObject({
        documentation: 'signed',
        responsible: 'ansvars-ord',
        homes: 4,
        dossier: { version: 1, signedBy: 'Signerar-Namn' },
      })
      expect((await entry(account, 'Dokumenterad')).area?.type).toBe('Polygon')
      expect(await entry(account, 'Importerad i drift')).toMatchObject({
        documentation: 'missing',
        dossier: null,
        startedOn: '2026-02-01',
      })
      expect(await entry(account, 'Beslutad')).toMatchObject({
        decision: { reference: 'KS 2026/1', body: 'Nämnden' },
        startedOn: null,
      })
    }
    await app.database.owner(
      (sql) => sql`update core.camera_sites set storage_days = 60 where id = ${idOf(6)}`,
    )
    expect(await entry('demo-planner', 'Dokumenterad')).toMatchObject({ documentation: 'outdated' })
    const csv = await (await app.ask('demo-planner', 'GET', '/api/camera-register.csv')).text()
    expect(csv).toContain('gäller inte kameran som den är nu')
    expect(csv).toContain("'=Stölder")
    expect(csv).toContain('fredag och lördag kl. 20.00–02.00')
  })

  it('is kept five years after the end, with its documentation, and no shorter', async () => {
    const year = (days: number) => new Date(Date.now() + days * 86_400_000).getUTCFullYear()
    const { endedOn, keptUntil } = await entry('demo-planner', 'Avslutad i fjol')
    expect(Number(keptUntil!.slice(0, 4)) - Number(endedOn!.slice(0, 4))).toBe(5)
    expect(Number(keptUntil!.slice(0, 4))).toBeGreaterThanOrEqual(year(0) + 4)
    const remove = (n: number) =>
      app.database
        .owner((sql) => sql`delete from core.camera_sites where id = ${idOf(n)}`)
        .then(
          () => 'done',
          (error: { constraint_name?: string }) => error.constraint_name,
        )
    expect([await remove(6), await remove(7)]).toEqual(['camera_kept', 'camera_kept'])
    const retention = createRetention({ database: app.database, log: pino({ level: 'silent' }) })
    const admin = { id: 'system', name: 'System', audience: 'admin' } as const
    const { removed } = await retention.run(admin)
    expect(removed.find(({ kind }) => kind === 'cameras')).toMatchObject({ rows: 1 })
    const left = await app.database.owner(
      (sql) => sql<{ id: string }[]>`select object_id::text as id from core.dossiers order by 1`,
    )
    expect(left.map(({ id }) => id)).toEqual([idOf(6), idOf(7)])
    // Drafts and decisions of what is gone have clocks of their own.
    expect((await retention.list()).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['dossiers', 'decisions']),
    )
  })
})
