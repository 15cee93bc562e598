import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../contract-identity.ts'
import type { PlanShare, PlanShareMade, SharedPlan } from '../contract-plans.ts'
import { newSecret } from '../identity/secret.ts'
import { planners } from '../testing/plans.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

describe.each(engines)('links to a plan, on the %s engine', (engine) => {
  let app: TestApp
  let at: ReturnType<typeof planners>
  let plan: Plan

  const share = (days = 30, withCosts = false, who: DemoId = 'demo-planner') =>
    at.send<PlanShareMade>(who, 'POST', `/api/plans/${plan.id}/shares`, { days, withCosts })
  const addressOf = ({ path }: PlanShareMade) => path.replace('/delad/', '/api/shared/')
  const open = (made: PlanShareMade, who: DemoId | null = null) => at.read<SharedPlan>(who, addressOf(made))
  const owner = <T>(work: Parameters<typeof app.database.owner<T>>[0]) => app.database.owner(work)

  beforeAll(async () => {
    app = await testApp(engine)
    at = planners(app)
    plan = await at.plan('demo-planner', { description: 'Till samråd', budgetSek: 200_000 })
    await at.join(plan, 'demo-police')
    const inPlan = { plan_id: plan.id }
    await at.put('demo-planner', 'camera_sites', {
      title: 'Kamera vid spåren',
      public_text: 'Efter många inbrott',
      internal_text: 'planted-staff-word',
      responsible: 'planted-person',
      cost_sek: 90_000,
      yearly_cost_sek: 9000,
      ...inPlan,
    })
    const lamp = await at.put('demo-planner', 'lighting_upgrades', {
      title: 'Lampor',
      cost_sek: 30_000,
      ...inPlan,
    })
    await at.step('demo-planner', lamp, 'proposed')
    await at.put('demo-police', 'patrol_zones', { title: 'planted-patrol', cost_sek: 7, ...inPlan })
    await at.send('demo-planner', 'POST', `/api/plans/${plan.id}/comments`, { text: 'planted-comment' })
  })
  afterAll(() => app.close())

  it('show whoever has one the public side of the plan, drafts too, and nobody’s name', async () => {
    const made = await share()
    expect(made.path).toMatch(/^\/delad\/[A-Za-z0-9_-]{43}$/)
    const response = await app.ask(null, 'GET', addressOf(made))
    expect([response.headers.get('cache-control'), response.headers.get('x-robots-tag')]).toEqual([
      'no-store',
      'noindex',
    ])
    const text = await response.text()
    expect(text).not.toMatch(/planted|Petra|Lindgren|Amira|responsible|internal/)
    const shown = JSON.parse(text) as SharedPlan
    expect(shown).toMatchObject({
      title: 'Stationen',
      description: 'Till samråd',
      municipality: 'Provköping',
      costs: null,
      bounds: [14.1567, 56.0294, 14.1567, 56.0294],
    })
    const camera = shown.measures.find(({ layer }) => layer === 'camera_sites')!
    expect(shown.measures).toHaveLength(2)
    expect(camera).toMatchObject({
      layerTitle: { sv: 'Kamerabevakning' },
      title: 'Kamera vid spåren',
      status: 'idea',
      statusTitle: { sv: 'Idé', en: 'Idea' },
      publicText: 'Efter många inbrott',
      geometry: { type: 'Point', coordinates: [14.1567, 56.0294] },
      colour: { light: '#5e3d88', dark: '#ad96cf' },
    })
    expect(Object.keys(camera).sort()).toEqual(
      [
        'colour',
        'geometry',
        'icon',
        'id',
        'layer',
        'layerTitle',
        'publicText',
        'status',
        'statusTitle',
        'title',
      ].sort(),
    )
    // The same to somebody who has signed in: it is the link that opens.
    expect(await open(made, 'demo-planner-2')).toEqual(shown)
    expect(await open(made, 'demo-reporter')).toEqual(shown)
  })

  it('show costs where they were made so, of what is shown alone', async () => {
    expect((await open(await share(7, true))).costs).toEqual({
      investment: 120_000,
      yearly: 9000,
      budget: 200_000,
    })
  })

  it('are made and taken back by owners alone, seen by members, and opened by nothing that is kept', async () => {
    const made = await share()
    const shares = `/api/plans/${plan.id}/shares`
    const { path, ...listed } = made
    const seen = await at.read<PlanShare[]>('demo-police', shares)
    expect(seen).toContainEqual(listed)
    expect(listed).toMatchObject({ by: 'Petra Lindgren', withCosts: false, lastUsedAt: null })
    for (const [method, tail, body] of [
      ['POST', '', { days: 1, withCosts: false }],
      ['DELETE', `/${made.id}`, undefined],
    ] as const) {
      expect((await at.refused('demo-police', method, shares + tail, body)).status, method).toBe(403)
      expect((await at.refused('demo-planner-2', method, shares + tail, body)).status, method).toBe(404)
    }
    expect((await at.refused('demo-planner-2', 'GET', shares)).status).toBe(404)
    for (const days of [0, 91, 1.5])
      expect((await at.refused('demo-planner', 'POST', shares, { days, withCosts: false })).status).toBe(422)
    const token = path.split('/').at(-1)!
    const everything = await owner(async (sql) => [
      await sql`select s::text as row from core.plan_shares s`,
      await sql`select e::text as row from audit.entries e`,
    ])
    expect(JSON.stringify(everything)).not.toContain(token)
    const actor = { id: await at.idOf('demo-police'), name: 'Amira', audience: 'police' } as const
    await expect(
      app.database.write(actor, (sql) => sql`select police.revoke_share(${made.id})`),
    ).rejects.toThrow('by an owner')
  })

  it('open nothing when they are wrong, revoked or expired, in the same words', async () => {
    const [revoked, expired, fine] = [await share(), await share(), await share()]
    await at.send('demo-planner', 'DELETE', `/api/plans/${plan.id}/shares/${revoked.id}`)
    expect(
      (await at.refused('demo-planner', 'DELETE', `/api/plans/${plan.id}/shares/${revoked.id}`)).status,
    ).toBe(404)
    await owner(
      (sql) => sql`
        update core.plan_shares set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = ${expired.id}`,
    )
    const guesses = [
      addressOf(revoked),
      addressOf(expired),
      `/api/shared/${newSecret()}`,
      '/api/shared/x',
      `/api/shared/${'å'.repeat(300)}`,
    ]
    const answers = await Promise.all(guesses.map((path) => at.refused(null, 'GET', path)))
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(answers[0]!.status).toBe(404)
    const listed = (await at.read<PlanShare[]>('demo-planner', `/api/plans/${plan.id}/shares`)).map(
      ({ id }) => id,
    )
    expect(listed).toContain(fine.id)
    expect(listed).not.toContain(revoked.id)
    expect(listed).not.toContain(expired.id)
    expect((await open(fine)).title).toBe('Stationen')
  })

  it('keep when they were last used, and tell the audit trail of it once an hour', async () => {
    const made = await share()
    const told = async () => {
      const rows = await owner(
        (sql) => sql`
          select action, audience from audit.entries where kind = 'plan' and detail ->> 'share' = ${made.id} order by seq`,
      )
      return rows.map(({ action, audience }) => `${action} as ${audience}`)
    }
    const lastUse = async () =>
      (await at.read<PlanShare[]>('demo-planner', `/api/plans/${plan.id}/shares`)).find(
        ({ id }) => id === made.id,
      )!.lastUsedAt
    for (let i = 0; i < 3; i++) await open(made)
    expect(await told()).toEqual(['plan.shared as planner', 'plan.share-used as public'])
    const first = await lastUse()
    expect(first).not.toBeNull()
    const wind = (minutes: number) =>
      owner(
        (sql) => sql`
          update core.plan_shares set last_used_at = last_used_at - make_interval(mins => ${minutes}::int),
            told_at = told_at - make_interval(mins => ${minutes}::int) where id = ${made.id}`,
      )
    await wind(30)
    await open(made)
    expect(await told()).toHaveLength(2)
    expect(await lastUse()).not.toBeNull()
    await wind(31)
    await open(made)
    expect(await told()).toHaveLength(3)
    await at.send('demo-planner', 'DELETE', `/api/plans/${plan.id}/shares/${made.id}`)
    expect((await told()).at(-1)).toBe('plan.share-revoked as planner')
  })

  it('go with the plan', async () => {
    const own = await at.plan('demo-planner', { title: 'Kort' })
    const made = await at.send<PlanShareMade>('demo-planner', 'POST', `/api/plans/${own.id}/shares`, {
      days: 1,
      withCosts: true,
    })
    expect(await open(made)).toMatchObject({
      measures: [],
      bounds: null,
      costs: { investment: 0, yearly: 0, budget: null },
    })
    await at.send('demo-planner', 'DELETE', `/api/plans/${own.id}`)
    expect((await at.refused(null, 'GET', addressOf(made))).status).toBe(404)
  })
})
