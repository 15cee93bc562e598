import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../contract-identity.ts'
import type { PlanDifference, PlanVersion } from '../contract-plans.ts'
import { planners } from '../testing/plans.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const there = { type: 'Point' as const, coordinates: [14.16, 56.03] }

describe.each(engines)('what a plan was, on the %s engine', (engine) => {
  let app: TestApp
  let at: ReturnType<typeof planners>

  const versions = (who: DemoId, plan: Plan) => at.read<PlanVersion[]>(who, `/api/plans/${plan.id}/versions`)
  const name = (plan: Plan, title: string, who: DemoId = 'demo-planner') =>
    at.send<PlanVersion>(who, 'POST', `/api/plans/${plan.id}/versions`, { name: title })
  const diff = (who: DemoId, plan: Plan, from: PlanVersion, to?: PlanVersion) =>
    at.read<PlanDifference[]>(
      who,
      `/api/plans/${plan.id}/diff?${new URLSearchParams({ from: from.at, ...(to && { to: to.at }) })}`,
    )
  const short = (differences: PlanDifference[]) =>
    differences.map(({ title, change }) => `${title} ${change}`).sort()

  beforeAll(async () => {
    app = await testApp(engine)
    at = planners(app)
  })
  afterAll(() => app.close())

  it('is told between any two of its stands, measure by measure', async () => {
    const plan = await at.plan('demo-planner')
    await at.join(plan, 'demo-planner-2')
    const inPlan = { plan_id: plan.id }
    const start = await name(plan, 'Tom')
    let camera = await at.put('demo-planner', 'camera_sites', {
      title: 'Kamera',
      cost_sek: 90_000,
      ...inPlan,
    })
    let lamp = await at.put('demo-planner', 'lighting_upgrades', {
      title: 'Lampa',
      cost_sek: 20_000,
      ...inPlan,
    })
    const two = await name(plan, 'Två')
    expect(two).toMatchObject({ name: 'Två', by: 'Petra Lindgren', measures: 2, investment: 110_000 })

    camera = await at.change('demo-planner-2', camera, { geometry: there, properties: { cost_sek: 75_000 } })
    await at.remove('demo-planner', lamp)
    const bush = await at.put('demo-planner', 'shrub_clearances', { title: 'Buske', ...inPlan })
    const three = await name(plan, 'Tre', 'demo-planner-2')

    const changed = await diff('demo-planner', plan, two, three)
    expect(short(changed)).toEqual(['Buske added', 'Kamera changed', 'Lampa removed'])
    expect(changed.find(({ id }) => id === camera.id)).toEqual({
      id: camera.id,
      layer: 'camera_sites',
      title: 'Kamera',
      change: 'changed',
      before: { type: 'Point', coordinates: [14.1567, 56.0294] },
      after: there,
      fields: { cost_sek: [90_000, 75_000] },
      by: 'Johan Ek',
      at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{6}Z$/),
    })
    expect(changed.find(({ id }) => id === bush.id)).toMatchObject({ before: null, by: 'Petra Lindgren' })
    expect(short(await diff('demo-planner', plan, start, three))).toEqual(['Buske added', 'Kamera added'])
    expect(short(await diff('demo-planner', plan, start, two))).toEqual(['Kamera added', 'Lampa added'])
    expect(await diff('demo-planner', plan, three)).toEqual([])

    // Back again as it was: between the second stand and now the lamp is no difference.
    lamp = await at.restore('demo-planner', lamp)
    expect(short(await diff('demo-planner', plan, two))).toEqual(['Buske added', 'Kamera changed'])
    expect(short(await diff('demo-planner', plan, three))).toEqual(['Lampa added'])

    // Decided measures stay in the plan.
    let step = camera
    for (const to of ['proposed', 'in_review']) step = await at.step('demo-planner', step, to)
    const [proposed] = await diff('demo-planner', plan, three).then((all) =>
      all.filter(({ id }) => id === camera.id),
    )
    expect(proposed).toMatchObject({ change: 'changed', fields: { status: ['idea', 'in_review'] } })
    const names = (await versions('demo-planner', plan)).map((one) => [
      one.name,
      one.measures,
      one.investment,
    ])
    expect(names).toEqual([
      [null, 3, 95_000],
      ['Tre', 2, 75_000],
      ['Två', 2, 110_000],
      ['Tom', 0, 0],
    ])
  })

  it('tells of a measure that moves to another plan as gone from the one and new in the other, without the draft it was', async () => {
    const [mine, ours] = [
      await at.plan('demo-planner', { title: 'Min' }),
      await at.plan('demo-planner', { title: 'Vår' }),
    ]
    await at.join(ours, 'demo-planner-2')
    const camera = await at.put('demo-planner', 'camera_sites', {
      title: 'Första tanken',
      internal_text: 'bara min',
      plan_id: mine.id,
    })
    const [before, beforeOurs] = [await name(mine, 'Före'), await name(ours, 'Före')]
    await at.change('demo-planner', camera, {
      properties: { plan_id: ours.id, title: 'Delad', internal_text: null },
    })
    expect(short(await diff('demo-planner', mine, before))).toEqual(['Första tanken removed'])
    const seen = await diff('demo-planner-2', ours, beforeOurs)
    expect(short(seen)).toEqual(['Delad added'])
    expect(JSON.stringify(seen)).not.toMatch(/tanken|bara min/)
    expect(await versions('demo-planner-2', ours)).toMatchObject([
      { name: null, measures: 1 },
      { name: 'Före', measures: 0 },
    ])
    expect((await at.refused('demo-planner-2', 'GET', `/api/plans/${mine.id}/versions`)).status).toBe(404)
  })

  it('is told to each side as far as it knows the layers', async () => {
    const plan = await at.plan('demo-planner')
    await at.join(plan, 'demo-police')
    const start = await name(plan, 'Start')
    await at.put('demo-police', 'patrol_zones', { title: 'Pass', cost_sek: 5, plan_id: plan.id })
    expect(await diff('demo-planner', plan, start)).toEqual([])
    expect(short(await diff('demo-police', plan, start))).toEqual(['Pass added'])
    expect((await versions('demo-planner', plan)).map((one) => one.name)).toEqual(['Start'])
    expect(await versions('demo-police', plan)).toMatchObject([
      { name: null, measures: 1, investment: 5 },
      { name: 'Start', measures: 0, investment: 0 },
    ])
  })

  it('holds where the oldest history has had its time', async () => {
    const plan = await at.plan('demo-planner')
    const camera = await at.put('demo-planner', 'camera_sites', {
      title: 'Ett',
      cost_sek: 10,
      plan_id: plan.id,
    })
    const kept = await at.put('demo-planner', 'lighting_upgrades', {
      title: 'Orörd',
      cost_sek: 4,
      plan_id: plan.id,
    })
    const old = await name(plan, 'Gammal')
    await at.change('demo-planner', camera, { properties: { title: 'Två', cost_sek: 30 } })
    await app.database.owner(
      (sql) => sql`delete from core.history where object_id in (${camera.id}, ${kept.id}) and op = 'insert'`,
    )
    expect(await diff('demo-planner', plan, old)).toMatchObject([
      { change: 'changed', fields: { title: ['Ett', 'Två'], cost_sek: [10, 30] } },
    ])
    expect(await versions('demo-planner', plan)).toMatchObject([
      { name: null, measures: 2, investment: 34 },
      { name: 'Gammal', measures: 2, investment: 14 },
    ])
  })

  it('is nobody’s who is no member, and refuses instants that are none', async () => {
    const plan = await at.plan('demo-planner')
    const path = `/api/plans/${plan.id}`
    const now = new Date().toISOString()
    for (const [method, tail, body] of [
      ['GET', 'versions', undefined],
      ['POST', 'versions', { name: 'Min' }],
      ['GET', `diff?from=${now}`, undefined],
    ] as const)
      for (const other of ['demo-planner-2', 'demo-police'] as const)
        expect((await at.refused(other, method, `${path}/${tail}`, body)).status, tail).toBe(404)
    for (const query of [
      '',
      '?from=igår',
      `?from=${now}&to=2020-01-01T00:00:00Z`,
      `?from=${now}&since=${now}`,
    ])
      expect((await at.refused('demo-planner', 'GET', `${path}/diff${query}`)).status, query).toBe(400)
    for (const bad of [{ name: ' ' }, { name: 'x'.repeat(121) }, {}])
      expect((await at.refused('demo-planner', 'POST', `${path}/versions`, bad)).status).toBe(422)
    const told = await app.database.owner(
      (sql) => sql`select action from audit.entries where object = ${plan.id} order by seq`,
    )
    expect(told.map(({ action }) => action)).toEqual(['plan.created'])
  })
})
