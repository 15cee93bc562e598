import { readFile } from 'node:fs/promises'
import { layers } from '@trygghetskartan/layers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { headsFile } from '../audit/heads.ts'
import { verifyAudit } from '../audit/verify.ts'
import type { JobInfo, LayerHealth, RetentionClock, RetentionRun } from '../contract-admin.ts'
import { type DemoId, type TestApp, testApp, testOperatorToken } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

describe.each(engines)('the routes of upkeep on %s', (engine) => {
  let app: TestApp
  const get = async <T>(path: string): Promise<T> => {
    const response = await app.ask('demo-admin', 'GET', path)
    expect(response.status, path).toBe(200)
    return (await response.json()) as T
  }
  const idOf = async (account: DemoId): Promise<string> => {
    const response = await app.ask(account, 'GET', '/auth/me')
    return ((await response.json()) as { account: { id: string } }).account.id
  }
  const operator = { authorization: `Bearer ${testOperatorToken}` }

  beforeAll(async () => {
    app = await testApp(engine)
  })
  afterAll(() => app.close())

  test('show the clocks, count what would go, and let it go', async () => {
    const clocks = await get<RetentionClock[]>('/api/retention')
    expect(clocks.find(({ kind }) => kind === 'cameras')).toMatchObject({ keep: 'P5Y', due: 0 })
    await app.database.owner(
      (sql) => sql`insert into core.unsafe_reports (geom, reasons, received_on)
      values (ST_SetSRID(ST_MakePoint(14.15, 56.03), 4326), '{darkness}', '2015-01-01')`,
    )
    const reports = (removed: RetentionRun['removed']) => removed.find(({ kind }) => kind === 'reports')!.rows
    const preview = (await (
      await app.ask('demo-admin', 'POST', '/api/retention/preview', {})
    ).json()) as RetentionRun
    expect([preview.dryRun, reports(preview.removed)]).toEqual([true, 1])
    const run = (await (
      await app.ask('demo-admin', 'POST', '/api/retention/runs', {})
    ).json()) as RetentionRun
    expect([run.dryRun, run.by, reports(run.removed)]).toEqual([false, 'Karin Sjö', 1])
    expect((await get<RetentionRun[]>('/api/retention/runs')).map(({ id }) => id)).toEqual([
      run.id,
      preview.id,
    ])
  })

  test('show the jobs and run one, and export the head of the trail', async () => {
    const jobs = await get<JobInfo[]>('/api/jobs')
    expect(jobs.map(({ id }) => id)).toEqual([
      ...['retention', 'audit-heads', 'audit-verification', 'pictures', 'safety-map', 'incident-squares'],
    ])
    const response = await app.ask('demo-admin', 'POST', '/api/jobs/audit-heads/runs', {})
    expect(await response.json()).toMatchObject({ id: 'audit-heads', lastOutcome: 'ok' })
    const heads = await readFile(headsFile(app.database.folder), 'utf8')
    expect(JSON.parse(heads.trim().split('\n').at(-1)!)).toMatchObject({ seq: expect.any(Number) })
    const verified = await app.ask('demo-admin', 'POST', '/api/jobs/audit-verification/runs', {})
    expect(await verified.json()).toMatchObject({ lastOutcome: 'ok' })
    expect((await app.ask('demo-admin', 'POST', '/api/jobs/unheard-of/runs', {})).status).toBe(404)
  })

  test('say in the job that the trail has been touched', async () => {
    await app.database.owner(async (sql) => {
      await sql`alter table audit.entries disable trigger user`
      await sql`update audit.entries set actor_id = actor_id || '!' where seq = 1`
    })
    const response = await app.ask('demo-admin', 'POST', '/api/jobs/audit-verification/runs', {})
    expect(await response.json()).toMatchObject({
      lastOutcome: 'failed',
      lastMessage: expect.stringContaining('Post 1 har ändrats'),
    })
    await app.database.owner(async (sql) => {
      await sql`update audit.entries set actor_id = rtrim(actor_id, '!') where seq = 1`
      await sql`alter table audit.entries enable trigger user`
    })
  })

  test('show how each layer is', async () => {
    const health = await get<LayerHealth[]>('/api/health')
    expect(health.map(({ layer }) => layer)).toEqual(layers.map(({ id }) => id))
    expect(health.every(({ objects }) => objects >= 0)).toBe(true)
  })

  test('give oneself and administrators what is kept of an account, without what opens doors', async () => {
    const id = await idOf('demo-planner')
    const own = await app.ask('demo-planner', 'GET', '/auth/extract')
    expect(own.status).toBe(200)
    const data = (await own.json()) as { account: { id: string; name: string }; sessions: unknown[] }
    expect(data.account).toMatchObject({ id, name: 'Petra Lindgren' })
    expect(data.sessions).toHaveLength(1)
    const given = await app.ask('demo-admin', 'GET', `/api/accounts/${id}/extract`)
    const text = await given.text()
    expect(JSON.parse(text)).toMatchObject({ account: { id }, audit: expect.any(Array) })
    expect(text).not.toMatch(/hash|token_|refresh|sealed/i)
    expect(
      (await app.ask('demo-admin', 'GET', '/api/accounts/00000000-0000-4000-8000-00000000ffff/extract'))
        .status,
    ).toBe(404)
  })

  test('give the words of the police to themselves, not to administrators', async () => {
    const id = await idOf('demo-police')
    const zone = await app.ask('demo-police', 'POST', '/api/measures', {
      layer: 'patrol_zones',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [14.15, 56.03],
            [14.151, 56.03],
            [14.151, 56.031],
            [14.15, 56.03],
          ],
        ],
      },
      properties: { title: 'Torget', status: 'idea' },
    })
    const { id: object } = (await zone.json()) as { id: string }
    const note = await app.ask('demo-police', 'POST', `/api/measures/${object}/notes`, {
      text: 'Spaning pågår',
    })
    expect(note.status).toBe(201)
    const own = (await (await app.ask('demo-police', 'GET', '/auth/extract')).json()) as { notes: unknown[] }
    expect(own.notes).toMatchObject([{ object, text: 'Spaning pågår' }])
    const given = await (await app.ask('demo-admin', 'GET', `/api/accounts/${id}/extract`)).text()
    expect(given).toContain(object)
    expect(given).not.toMatch(/Spaning|Torget/)
  })

  test('erase a person everywhere, end the sessions, and leave the chain whole', async () => {
    const id = await idOf('demo-planner')
    const other = await idOf('demo-planner-2')
    const made = await app.ask('demo-planner', 'POST', '/api/measures', {
      layer: 'shrub_clearances',
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [14.15, 56.03],
            [14.151, 56.03],
            [14.151, 56.031],
            [14.15, 56.03],
          ],
        ],
      },
      properties: { title: 'Buskar', status: 'idea' },
    })
    expect(made.status).toBe(201)
    const { id: object } = (await made.json()) as { id: string }
    const plan = (await (await app.ask('demo-planner', 'POST', '/api/plans', { title: 'Norra' })).json()) as {
      id: string
    }
    const joined = await app.ask('demo-planner', 'PUT', `/api/plans/${plan.id}/members/${other}`, {
      role: 'member',
    })
    expect(joined.status, await joined.clone().text()).toBeLessThan(300)

    expect((await app.ask('demo-admin', 'POST', `/api/accounts/${id}/erase`, {})).status).toBe(204)
    expect((await app.ask('demo-admin', 'POST', `/api/accounts/${id}/erase`, {})).status).toBe(404)

    const everything = await app.database.owner(async (sql) => {
      const tables = await sql<{ name: string }[]>`
        select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname in ('core', 'identity', 'audit')`
      const all: string[] = []
      for (const { name } of tables) {
        const rows = await sql.unsafe(`select t::text as row from ${name} t`)
        all.push(...rows.map((row) => `${name} ${String(row.row)}`))
      }
      return all
    })
    expect(everything.filter((row) => /Petra|Lindgren/.test(row))).toEqual([])
    expect(
      everything.some((row) => row.startsWith('core.history') && row.includes(object) && row.includes(id)),
    ).toBe(true)
    expect(await verifyAudit(app.database)).toMatchObject({ ok: true, problems: [] })

    const cookie = await app.cookieOf('demo-planner')
    const me = await app.ask(null, 'GET', '/auth/me', undefined, { cookie })
    expect(await me.json()).toMatchObject({ audience: 'public', account: null })
    const [member] = await app.database.owner(
      (sql) => sql`select account_id, role from core.plan_members where plan = ${plan.id}`,
    )
    expect(member).toEqual({ account_id: other, role: 'owner' })
  })

  test('let nobody erase himself, nor the last administrator go', async () => {
    const id = await idOf('demo-admin')
    expect((await app.ask('demo-admin', 'POST', `/api/accounts/${id}/erase`, {})).status).toBe(409)
    const response = await app.ask(null, 'POST', `/api/accounts/${id}/erase`, {}, operator)
    expect(response.status).toBe(409)
    expect((await app.ask('demo-admin', 'GET', '/api/retention')).status).toBe(200)
  })

  test('refuse everybody else', async () => {
    const id = await idOf('demo-police')
    for (const [method, path] of [
      ['GET', '/api/retention'],
      ['POST', '/api/retention/preview'],
      ['POST', '/api/retention/runs'],
      ['GET', '/api/jobs'],
      ['POST', '/api/jobs/retention/runs'],
      ['GET', '/api/health'],
      ['GET', `/api/accounts/${id}/extract`],
      ['POST', `/api/accounts/${id}/erase`],
    ] as const) {
      expect((await app.ask(null, method, path, method === 'POST' ? {} : undefined)).status, path).toBe(401)
      for (const account of ['demo-planner-2', 'demo-police', 'demo-reporter'] as const)
        expect((await app.ask(account, method, path, method === 'POST' ? {} : undefined)).status, path).toBe(
          403,
        )
    }
    expect((await app.ask(null, 'GET', '/auth/extract')).status).toBe(401)
  })
})
