import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Me, Measure, Problem } from '../contract.ts'
import type { Decision } from '../contract-decisions.ts'
import { type DemoId, type TestApp, testApp, testOperatorToken } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const point = { type: 'Point', coordinates: [14.1567, 56.0294] }
const decision = {
  text: 'Kommunstyrelsen beslutar att åtgärden genomförs.',
  reference: 'KS 2026/123',
  body: 'Kommunstyrelsens arbetsutskott',
}

describe.each(engines)('decisions on %s', (engine) => {
  let app: TestApp
  const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T
  const make = async (account: DemoId = 'demo-planner', properties: Record<string, unknown> = {}) => {
    const body = {
      layer: 'lighting_upgrades',
      geometry: point,
      properties: { title: 'Stigen', ...properties },
    }
    const response = await app.ask(account, 'POST', '/api/measures', body)
    expect(response.status, await response.clone().text()).toBe(201)
    return json<Measure>(response)
  }
  const step = ({ id, version }: Measure, to: string, more: object = {}, account: DemoId = 'demo-planner') =>
    app.ask(account, 'POST', `/api/measures/${id}/status`, { to, ...more }, { 'if-match': `"${version}"` })
  const inReview = async () => {
    let measure = await make()
    for (const to of ['proposed', 'in_review']) measure = await json<Measure>(step(measure, to))
    return measure
  }
  const decisionsOf = ({ id }: Measure, account: DemoId = 'demo-planner') =>
    json<Decision[]>(app.ask(account, 'GET', `/api/measures/${id}/decisions`))
  const accountOf = async (account: DemoId) =>
    (await json<Me>(app.ask(account, 'GET', '/auth/me'))).account!.id
  const asOperator = (path: string, body: unknown) =>
    app.ask(null, 'PATCH', path, body, { authorization: `Bearer ${testOperatorToken}` })
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string; constraint_name?: string }) => error.constraint_name ?? error.code,
    )

  beforeAll(async () => {
    app = await testApp(engine)
  })
  afterAll(() => app.close())

  it('are taken with their words by who decides, and read by planners and police', async () => {
    const measure = await inReview()
    expect(measure.nextStatuses).toEqual(['decided', 'declined', 'proposed'])
    const moved = await step(measure, 'decided', { decision })
    expect(moved.status).toBe(200)
    expect((await json<Measure>(moved)).properties.status).toBe('decided')
    for (const account of ['demo-planner', 'demo-planner-2', 'demo-police'] as const)
      expect(await decisionsOf(measure, account)).toEqual([
        {
          id: expect.any(String),
          measure: measure.id,
          from: 'in_review',
          to: 'decided',
          by: 'Petra Lindgren',
          at: expect.any(String),
          ...decision,
        },
      ])
    expect((await app.ask(null, 'GET', `/api/measures/${measure.id}/decisions`)).status).toBe(401)
    expect((await app.ask('demo-reporter', 'GET', `/api/measures/${measure.id}/decisions`)).status).toBe(403)
    const [entry] = await app.database.owner(
      (sql) => sql`select action, detail, before, after from audit.entries where kind = 'decision'`,
    )
    expect(entry).toMatchObject({ action: 'decision.made', before: null, after: null })
    expect(JSON.stringify(entry)).not.toContain('genomförs')
  })

  it('are not for an editor who does not decide, who is told that others do', async () => {
    const measure = await inReview()
    const seen = await json<Measure>(app.ask('demo-planner-2', 'GET', `/api/measures/${measure.id}`))
    expect([seen.nextStatuses, seen.deciderStatuses]).toEqual([['proposed'], ['decided', 'declined']])
    expect(
      (await json<Measure>(app.ask('demo-planner', 'GET', `/api/measures/${measure.id}`))).deciderStatuses,
    ).toBe(undefined)
    for (const to of ['decided', 'declined']) {
      const refused = await step(measure, to, { decision }, 'demo-planner-2')
      expect(refused.status).toBe(403)
      expect((await json<Problem>(refused)).detail).toContain('administratör')
    }
    expect((await step(measure, 'proposed', {}, 'demo-planner-2')).status).toBe(200)
  })

  it('need words, and no other step has any', async () => {
    const measure = await inReview()
    for (const more of [{}, { decision: { text: '  ' } }, { decision: { ...decision, by: 'x' } }]) {
      const refused = await step(measure, 'declined', more)
      expect(refused.status).toBe(422)
      expect((await json<Problem>(refused)).errors?.[0]?.field).toMatch(/^decision/)
    }
    expect((await step(measure, 'proposed', { decision })).status).toBe(422)
    expect(await decisionsOf(measure)).toEqual([])
    const stale = await step({ ...measure, version: 1 }, 'declined', { decision })
    expect([stale.status, await decisionsOf(measure)]).toEqual([412, []])
    expect((await step(measure, 'declined', { decision: { text: 'Nej.' } })).status).toBe(200)
    expect(await decisionsOf(measure)).toMatchObject([{ to: 'declined', reference: null, body: null }])
  })

  it('are held by the database, whatever a route forgets', async () => {
    const measure = await inReview()
    const id = measure.id
    const planner = { id: await accountOf('demo-planner'), name: 'Petra', audience: 'planner' } as const
    const other = { id: await accountOf('demo-planner-2'), name: 'Johan', audience: 'planner' } as const
    const token = { id: crypto.randomUUID(), name: 'QGIS', audience: 'planner' } as const
    const decide = (actor: typeof planner | typeof other | typeof token, written: boolean, stepped = true) =>
      refusal(
        app.database.write(actor, async (sql) => {
          if (written)
            await sql`insert into decisions (id, layer, object_id, to_status, text) values (gen_random_uuid(), 'lighting_upgrades', ${id}, 'decided', 'Ja')`
          if (stepped) await sql`update lighting_upgrades set status = 'decided' where id = ${id}`
        }),
      )
    for (const actor of [other, token])
      expect([await decide(actor, false), await decide(actor, true)], actor.name).toEqual([
        'status_decider',
        '42501',
      ])
    expect(await decide(planner, false)).toBe('decision_text')
    expect(await decide(planner, true, false)).toBe('decision_step')
    expect(await decide(planner, true)).toBe('done')
    const changes = [
      refusal(
        app.database.write(planner, (sql) => sql`update decisions set text = 'Nej' where object_id = ${id}`),
      ),
      refusal(app.database.write(planner, (sql) => sql`delete from decisions where object_id = ${id}`)),
      refusal(
        app.database.owner((sql) => sql`update core.decisions set text = 'Nej' where object_id = ${id}`),
      ),
      refusal(app.database.owner((sql) => sql`delete from core.decisions where object_id = ${id}`)),
    ]
    expect(await Promise.all(changes)).toEqual(['42501', '42501', '42501', '42501'])
    const register = (actor: typeof planner | typeof other) =>
      refusal(
        app.database.write(
          actor,
          (sql) => sql`
            insert into lighting_upgrades (id, geom, title, status)
            values (gen_random_uuid(), ST_SetSRID(ST_MakePoint(14, 56), 4326), 'Finns redan', 'built')`,
        ),
      )
    expect([await register(other), await register(planner)]).toEqual(['status_decider', 'done'])
  })

  it('are given to an account by an administrator, and its open session sees it at once', async () => {
    const account = await accountOf('demo-planner-2')
    const me = () => json<Me>(app.ask('demo-planner-2', 'GET', '/auth/me'))
    expect((await me()).decides).toBe(false)
    const measure = await inReview()
    for (const decides of [true, false]) {
      const changed = await asOperator(`/api/accounts/${account}`, { decides })
      expect([changed.status, (await json<{ decides: boolean }>(changed)).decides]).toEqual([200, decides])
      await expect.poll(async () => (await me()).decides).toBe(decides)
      const seen = await json<Measure>(app.ask('demo-planner-2', 'GET', `/api/measures/${measure.id}`))
      expect(seen.nextStatuses.includes('decided')).toBe(decides)
    }
    const [entry] = await app.database.owner(
      (sql) =>
        sql`select before, after from audit.entries where action = 'account.changed' order by seq limit 1`,
    )
    expect(entry).toMatchObject({ before: { decides: false }, after: { decides: true } })
    for (const caller of ['demo-planner', 'demo-police'] as const)
      expect((await app.ask(caller, 'PATCH', `/api/accounts/${account}`, { decides: true })).status).toBe(403)
  })
})
