import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Plan } from '../contract-identity.ts'
import type { PlanCopied, PlanMeasure } from '../contract-plans.ts'
import { planners } from '../testing/plans.ts'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

describe.each(engines)('what is in a plan, on the %s engine', (engine) => {
  let app: TestApp
  let at: ReturnType<typeof planners>

  beforeAll(async () => {
    app = await testApp(engine)
    at = planners(app)
  })
  afterAll(() => app.close())

  const titles = (measures: PlanMeasure[]) =>
    measures.map(({ layer, properties }) => [layer, properties.title])

  it('has a description and budgets, which members change if the version holds', async () => {
    const plan = await at.plan('demo-planner', { description: 'Ljus före kameror', budgetSek: 500_000 })
    expect(plan).toMatchObject({
      description: 'Ljus före kameror',
      budgetSek: 500_000,
      yearlyBudgetSek: null,
      copiedFrom: null,
      version: 1,
      measures: 0,
      investment: 0,
      yearly: 0,
    })
    await at.join(plan, 'demo-planner-2')
    const path = `/api/plans/${plan.id}`
    const change = { budgetSek: null, yearlyBudgetSek: 40_000, description: '' }
    const changed = await at.send<Plan>('demo-planner-2', 'PATCH', path, change, at.held(plan))
    expect(changed).toMatchObject({
      title: 'Stationen',
      description: null,
      budgetSek: null,
      yearlyBudgetSek: 40_000,
      version: 2,
    })
    const late = await at.refused('demo-planner', 'PATCH', path, { budgetSek: 1 }, at.held(plan))
    expect(late.status).toBe(412)
    expect((await at.refused('demo-planner', 'PATCH', path, { budgetSek: 1 })).status).toBe(428)
    for (const bad of [
      { budgetSek: -1 },
      { budgetSek: 1.5 },
      { yearlyBudgetSek: 3e9 },
      { copiedFrom: plan.id },
    ])
      expect((await at.refused('demo-planner', 'PATCH', path, bad, at.held(changed))).status).toBe(422)
    expect(await at.read<Plan>('demo-planner', path)).toEqual(changed)
    const both = await Promise.all(
      [1, 2].map((budgetSek) =>
        at.refused('demo-planner', 'PATCH', `/api/plans/${changed.id}`, { budgetSek }, { 'if-match': '"2"' }),
      ),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412])
    const told = await app.database.owner(
      (sql) =>
        sql`select before, after from audit.entries where object = ${plan.id} and action = 'plan.changed' order by seq limit 1`,
    )
    expect(told).toEqual([
      {
        before: { budgetSek: 500_000, yearlyBudgetSek: null, description: 'Ljus före kameror' },
        after: change,
      },
    ])
  })

  it('is summed and listed as far as each member sees it, drafts and decided measures alike', async () => {
    const plan = await at.plan('demo-planner')
    await at.join(plan, 'demo-police')
    const inPlan = { plan_id: plan.id }
    await at.put('demo-planner', 'camera_sites', {
      title: 'Kamera',
      cost_sek: 90_000,
      yearly_cost_sek: 9000,
      ...inPlan,
    })
    const lamp = await at.put('demo-planner', 'lighting_upgrades', {
      title: 'Lampa',
      cost_sek: 25_000,
      ...inPlan,
    })
    await at.step('demo-planner', lamp, 'proposed')
    await at.put('demo-police', 'patrol_zones', { title: 'Pass', yearly_cost_sek: 600_000, ...inPlan })
    await at.put('demo-planner', 'lighting_upgrades', { title: 'Utanför', cost_sek: 7 })
    const path = `/api/plans/${plan.id}`

    expect(await at.read('demo-planner', path)).toMatchObject({
      measures: 2,
      investment: 115_000,
      yearly: 9000,
    })
    expect(await at.read('demo-police', path)).toMatchObject({
      measures: 3,
      investment: 115_000,
      yearly: 609_000,
    })
    const seen = await at.read<PlanMeasure[]>('demo-planner', `${path}/measures`)
    expect(titles(seen).sort()).toEqual([
      ['camera_sites', 'Kamera'],
      ['lighting_upgrades', 'Lampa'],
    ])
    const { nextStatuses: _, ...object } = await at.read<PlanMeasure & { nextStatuses: unknown }>(
      'demo-planner',
      `/api/measures/${seen[0]!.id}`,
    )
    expect(seen[0]).toMatchObject({ ...object, properties: object.properties })
    const police = await at.read<PlanMeasure[]>('demo-police', `${path}/measures`)
    expect(titles(police)).toContainEqual(['patrol_zones', 'Pass'])

    const file = await app.ask('demo-planner', 'GET', `${path}/export.geojson`)
    expect(file.headers.get('content-type')).toBe('application/geo+json; charset=utf-8')
    expect(file.headers.get('content-disposition')).toContain(`filename*=UTF-8''Stationen.geojson`)
    const { type, features } = (await file.json()) as { type: string; features: Record<string, unknown>[] }
    expect([type, features.length]).toEqual(['FeatureCollection', 2])
    expect(features[0]).toEqual({
      type: 'Feature',
      id: seen[0]!.id,
      geometry: seen[0]!.geometry,
      properties: { layer: seen[0]!.layer, ...seen[0]!.properties },
    })
  })

  it('is copied into a plan of one’s own: new drafts with the same content, and the origin in their history', async () => {
    const plan = await at.plan('demo-planner', { description: 'Först', budgetSek: 100_000 })
    const lamp = await at.put('demo-planner', 'lighting_upgrades', {
      title: 'Lampa',
      plan_id: plan.id,
      cost_sek: 25_000,
      lamp_count: 3,
      internal_text: 'Nära skolan',
      starts_on: '2027-03-01',
    })
    await at.step('demo-planner', lamp, 'proposed')
    const camera = await at.put('demo-planner', 'camera_sites', {
      title: 'Kamera',
      plan_id: plan.id,
      weekdays: [5, 6],
      hours_from: '20:00',
      hours_to: '04:00',
    })
    const copy = await at.send<PlanCopied>('demo-planner', 'POST', `/api/plans/${plan.id}/copy`, {
      title: 'Variant B',
    })
    expect(copy).toMatchObject({
      title: 'Variant B',
      description: 'Först',
      budgetSek: 100_000,
      copiedFrom: { id: plan.id, title: 'Stationen' },
      measures: 2,
      investment: 25_000,
      leftOut: 0,
    })
    expect(copy.members.map(({ role }) => role)).toEqual(['owner'])
    const measures = await at.read<PlanMeasure[]>('demo-planner', `/api/plans/${copy.id}/measures`)
    for (const original of [lamp, camera]) {
      const made = measures.find(({ layer }) => layer === original.layer)!
      const kept = (properties: Record<string, unknown>) => {
        const { status: _, plan_id: __, created_at: ___, updated_at: ____, ...rest } = properties
        return rest
      }
      expect(made.id).not.toBe(original.id)
      expect([made.version, made.properties.status, made.properties.plan_id]).toEqual([1, 'idea', copy.id])
      expect(made.geometry).toEqual(original.geometry)
      expect(kept(made.properties)).toEqual(kept(original.properties))
      const [entry] = await app.database.owner(
        (sql) => sql`select op, note, actor_name from core.history where object_id = ${made.id}`,
      )
      expect(entry).toEqual({
        op: 'insert',
        note: `Kopia av åtgärd ${original.id} i plan ${plan.id}.`,
        actor_name: 'Petra Lindgren',
      })
    }
    const some = await at.send<PlanCopied>('demo-planner', 'POST', `/api/plans/${plan.id}/copy`, {
      title: 'Bara ljus',
      measures: [lamp.id],
    })
    expect(some).toMatchObject({ measures: 1, leftOut: 0 })
    await at.join(copy, 'demo-planner-2')
    expect(await at.read('demo-planner-2', `/api/plans/${copy.id}`)).toMatchObject({
      copiedFrom: { id: plan.id, title: null },
    })
  })

  it('is copied without what one may not edit, and the answer says how much that was', async () => {
    const plan = await at.plan('demo-planner')
    await at.join(plan, 'demo-police')
    await at.put('demo-planner', 'camera_sites', { title: 'Kamera', plan_id: plan.id })
    await at.put('demo-police', 'patrol_zones', { title: 'Pass', plan_id: plan.id })
    const byPolice = await at.send<PlanCopied>('demo-police', 'POST', `/api/plans/${plan.id}/copy`, {
      title: 'Polisens',
    })
    expect(byPolice).toMatchObject({ measures: 1, leftOut: 1 })
    const byPlanner = await at.send<PlanCopied>('demo-planner', 'POST', `/api/plans/${plan.id}/copy`, {
      title: 'Kommunens',
    })
    // What a planner does not know of is not left out: there is nothing to tell.
    expect(byPlanner).toMatchObject({ measures: 1, leftOut: 0 })
  })

  it('is copied whole or not at all', async () => {
    const plan = await at.plan('demo-planner')
    await at.put('demo-planner', 'camera_sites', { title: 'Kamera', plan_id: plan.id })
    const bad = await at.put('demo-planner', 'lighting_upgrades', { title: 'Lampa', plan_id: plan.id })
    const count = async () => {
      const [row] = await app.database.owner(
        (sql) => sql`select (select count(*)::int from core.plans) as plans,
          (select count(*)::int from core.camera_sites) as cameras, (select count(*)::int from core.history) as history`,
      )
      return row
    }
    await app.database.owner(async (sql) => {
      await sql`create function core.break_copy() returns trigger language plpgsql as $$
        begin
          if new.title = 'Lampa' then raise exception 'broken' using errcode = 'check_violation'; end if;
          return new;
        end $$`
      await sql`create trigger break_copy before insert on core.lighting_upgrades for each row execute function core.break_copy()`
    })
    const before = await count()
    const copy = (body: object) => at.refused('demo-planner', 'POST', `/api/plans/${plan.id}/copy`, body)
    expect((await copy({ title: 'Halv' })).status).toBe(422)
    expect(await count()).toEqual(before)
    await app.database.owner((sql) => sql`drop function core.break_copy() cascade`)
    const unknown = await copy({ title: 'Fel', measures: [bad.id, randomUUID()] })
    expect([unknown.status, unknown.problem.errors?.[0]?.field]).toEqual([422, 'measures'])
    expect((await copy({ title: 'Upptagen', id: plan.id })).status).toBe(409)
    expect(await count()).toEqual(before)
  })

  it('is nobody’s who is no member', async () => {
    const plan = await at.plan('demo-planner')
    for (const other of ['demo-planner-2', 'demo-police'] as const)
      for (const [method, tail, body] of [
        ['GET', 'measures', undefined],
        ['GET', 'export.geojson', undefined],
        ['POST', 'copy', { title: 'Stulen' }],
      ] as const)
        expect((await at.refused(other, method, `/api/plans/${plan.id}/${tail}`, body)).status, tail).toBe(
          404,
        )
    const actor = { id: await at.idOf('demo-planner-2'), name: 'Johan', audience: 'planner' } as const
    const straight = app.database.write(
      actor,
      (sql) =>
        sql`insert into planner.plans (id, title, copied_from) values (gen_random_uuid(), 'Smyg', ${plan.id})`,
    )
    await expect(straight).rejects.toThrow('copied by a member')
  })
})
