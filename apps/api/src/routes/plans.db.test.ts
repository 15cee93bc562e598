import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ChangeEvent, HistoryEntry, ItemsAnswer, LayersAnswer, Measure, Problem } from '../contract.ts'
import type { DraftsAnswer, Person, Plan } from '../contract-identity.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const camera = {
  layer: 'camera_sites',
  geometry: { type: 'Point', coordinates: [14.1567, 56.0294] },
  properties: { title: 'Hemlig idé', internal_text: 'Bara för gruppen' },
}
const here = '14.15,56.02,14.16,56.04'

describe.each(engines)('plans on the %s engine', (engine) => {
  let app: TestApp
  const ids = new Map<DemoId, string>()

  const read = async <T>(account: DemoId | null, path: string) =>
    (await (await app.ask(account, 'GET', path)).json()) as T
  const make = async (account: DemoId, title = 'Stationen') => {
    const response = await app.ask(account, 'POST', '/api/plans', { title })
    expect(response.status).toBe(201)
    return (await response.json()) as Plan
  }
  const draftIn = async (plan: Plan, account: DemoId = 'demo-planner', properties = {}) => {
    const response = await app.ask(account, 'POST', '/api/measures', {
      ...camera,
      properties: { ...camera.properties, plan_id: plan.id, ...properties },
    })
    expect(response.status).toBe(201)
    return (await response.json()) as Measure
  }
  const step = (measure: Measure, to: string, account: DemoId = 'demo-planner') =>
    app.ask(
      account,
      'POST',
      `/api/measures/${measure.id}/status`,
      { to },
      {
        'if-match': `"${measure.version}"`,
      },
    )
  const setRole = (plan: Plan, account: DemoId, role: 'owner' | 'member', by: DemoId = 'demo-planner') =>
    app.ask(by, 'PUT', `/api/plans/${plan.id}/members/${ids.get(account)}`, { role })
  const removeMember = (plan: Plan, account: DemoId, by: DemoId = 'demo-planner') =>
    app.ask(by, 'DELETE', `/api/plans/${plan.id}/members/${ids.get(account)}`)

  beforeAll(async () => {
    app = await testApp(engine)
    for (const account of ['demo-planner', 'demo-planner-2', 'demo-police', 'demo-reporter'] as const) {
      const { account: known } = await read<{ account: { id: string } }>(account, '/auth/me')
      ids.set(account, known.id)
    }
  })
  afterAll(() => app.close())

  it('are seen by their members alone, who make them, name them anew and remove them', async () => {
    const plan = await make('demo-planner')
    expect(plan).toMatchObject({
      title: 'Stationen',
      version: 1,
      measures: 0,
      members: [{ account: { id: ids.get('demo-planner'), name: 'Petra Lindgren' }, role: 'owner' }],
    })
    for (const other of ['demo-planner-2', 'demo-police'] as const) {
      expect(await read(other, '/api/plans')).toEqual([])
      for (const [method, body] of [
        ['GET', undefined],
        ['PATCH', { title: 'Min' }],
        ['DELETE', undefined],
      ] as const) {
        const response = await app.ask(other, method, `/api/plans/${plan.id}`, body, { 'if-match': '"1"' })
        expect(response.status, method).toBe(404)
      }
      expect((await setRole(plan, other, 'owner', other)).status).toBe(404)
    }
    const renamed = await app.ask(
      'demo-planner',
      'PATCH',
      `/api/plans/${plan.id}`,
      { title: 'Resecentrum' },
      { 'if-match': '"1"' },
    )
    expect(await renamed.json()).toMatchObject({ title: 'Resecentrum', version: 2 })
    expect(
      (
        await app.ask(
          'demo-planner',
          'PATCH',
          `/api/plans/${plan.id}`,
          { title: 'Gammal' },
          { 'if-match': '"1"' },
        )
      ).status,
    ).toBe(412)
    expect((await app.ask('demo-planner', 'DELETE', `/api/plans/${plan.id}`)).status).toBe(204)
    expect((await app.ask('demo-planner', 'GET', `/api/plans/${plan.id}`)).status).toBe(404)
  })

  it('can have planners and police as members, chosen among people by an owner', async () => {
    const people = await read<Person[]>('demo-planner', '/api/people')
    expect(people.map(({ name }) => name)).toEqual(['Amira Holm', 'Johan Ek', 'Petra Lindgren'])
    const plan = await make('demo-planner')
    expect((await setRole(plan, 'demo-reporter', 'member')).status).toBe(422)
    expect(
      (
        await app.ask('demo-planner', 'PUT', `/api/plans/${plan.id}/members/${randomUUID()}`, {
          role: 'member',
        })
      ).status,
    ).toBe(422)
    expect((await setRole(plan, 'demo-planner-2', 'member')).status).toBe(200)
    expect((await setRole(plan, 'demo-police', 'owner', 'demo-planner-2')).status).toBe(403)
    expect((await removeMember(plan, 'demo-planner', 'demo-planner-2')).status).toBe(403)
    expect((await app.ask('demo-planner-2', 'DELETE', `/api/plans/${plan.id}`)).status).toBe(403)
    const { members } = await read<Plan>('demo-planner-2', `/api/plans/${plan.id}`)
    expect(members.map(({ account, role }) => [account.name, role])).toEqual([
      ['Petra Lindgren', 'owner'],
      ['Johan Ek', 'member'],
    ])
  })

  it('keep at least one owner, also when two owners remove each other at once', async () => {
    const plan = await make('demo-planner')
    expect((await removeMember(plan, 'demo-planner')).status).toBe(422)
    expect((await setRole(plan, 'demo-planner', 'member')).status).toBe(422)
    await setRole(plan, 'demo-planner-2', 'owner')
    const both = await Promise.all([
      removeMember(plan, 'demo-planner-2', 'demo-planner'),
      removeMember(plan, 'demo-planner', 'demo-planner-2'),
    ])
    const statuses = both.map(({ status }) => status)
    expect(statuses.filter((status) => status === 204)).toHaveLength(1)
    const owners = await app.database.owner(
      (sql) => sql`select account_id from core.plan_members where plan = ${plan.id} and role = 'owner'`,
    )
    expect(owners).toHaveLength(1)
  })

  it('hide their drafts from everybody else, through every door', async () => {
    const plan = await make('demo-planner')
    await setRole(plan, 'demo-police', 'member')
    const events: ChangeEvent[] = []
    const told: ChangeEvent[] = []
    const listen = async (account: DemoId, heard: ChangeEvent[]) => {
      const response = await app.ask(account, 'GET', '/api/changes')
      const reader = response.body!.getReader()
      const decoder = new TextDecoder()
      void (async () => {
        for (;;) {
          const { done, value } = await reader.read()
          if (done) return
          for (const line of decoder.decode(value).split('\n'))
            if (line.startsWith('data: {"layer"')) heard.push(JSON.parse(line.slice(6)))
        }
      })().catch(() => {})
      return () => reader.cancel()
    }
    const hangUp = await listen('demo-planner-2', events)
    const hangUpToo = await listen('demo-planner', told)
    const before = (await read<LayersAnswer>('demo-planner-2', '/api/layers')).layers.find(
      ({ id }) => id === 'camera_sites',
    )!
    const draft = await draftIn(plan)
    const patched = await app.ask(
      'demo-planner',
      'PATCH',
      `/api/measures/${draft.id}`,
      { properties: { title: 'Hemligare idé' } },
      { 'if-match': '"1"' },
    )
    expect(patched.status).toBe(200)

    for (const other of ['demo-planner-2', 'demo-reporter', 'demo-admin', null] as const) {
      const items = await read<ItemsAnswer>(other, `/api/layers/camera_sites/items?bbox=${here}&q=hemlig`)
      expect([items.numberMatched, items.features], String(other)).toEqual([0, []])
      const csv = await (await app.ask(other, 'GET', '/api/layers/camera_sites/items.csv')).text()
      expect(csv).not.toContain('emlig')
      expect((await app.ask(other, 'GET', `/api/measures/${draft.id}`)).status).toBe(404)
      const tile = await app.ask(other, 'GET', '/api/tiles/camera_sites/14/8836/5099.mvt')
      expect(Buffer.from(await tile.arrayBuffer()).toString('latin1')).not.toContain('emlig')
    }
    const denied: [string, string, unknown][] = [
      ['PATCH', '', { properties: { title: 'Tagen' } }],
      ['PATCH', '', { properties: { plan_id: null } }],
      ['DELETE', '', undefined],
      ['POST', '/status', { to: 'proposed' }],
      ['POST', '/restore', undefined],
      ['GET', '/history', undefined],
    ]
    for (const [method, tail, body] of denied)
      for (const version of ['"1"', '"2"']) {
        const response = await app.ask('demo-planner-2', method, `/api/measures/${draft.id}${tail}`, body, {
          'if-match': version,
        })
        expect(response.status, `${method} ${tail}`).toBe(404)
        expect(await response.text()).not.toContain('emlig')
      }
    expect(await read('demo-planner-2', '/api/drafts')).toEqual({ type: 'FeatureCollection', features: [] })
    const after = (await read<LayersAnswer>('demo-planner-2', '/api/layers')).layers.find(
      ({ id }) => id === 'camera_sites',
    )!
    expect([after.count, after.version]).toEqual([before.count, before.version])
    // Who may hear of it has heard: who may not would have by now.
    await expect.poll(() => told.map(({ layer, id }) => [layer, id])).toContainEqual(['plans', plan.id])
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(events).toEqual([])
    expect(told.every(({ layer }) => layer === 'plans')).toBe(true)
    await hangUp()
    await hangUpToo()

    for (const member of ['demo-planner', 'demo-police'] as const) {
      const items = await read<ItemsAnswer>(member, `/api/layers/camera_sites/items?bbox=${here}&q=hemlig`)
      expect(items.features.map(({ id }) => id)).toEqual([draft.id])
      const { features } = await read<DraftsAnswer>(member, `/api/drafts?bbox=${here}`)
      expect(features).toMatchObject([
        { id: draft.id, properties: { id: draft.id, layer: 'camera_sites', title: 'Hemligare idé' } },
      ])
      expect((await read<DraftsAnswer>(member, '/api/drafts?bbox=15,57,16,58')).features).toEqual([])
      const filtered = await read<ItemsAnswer>(member, `/api/layers/camera_sites/items?plan_id=${plan.id}`)
      expect(filtered.numberMatched).toBe(1)
      expect((await read<Plan>(member, `/api/plans/${plan.id}`)).measures).toBe(1)
      expect(
        await read<HistoryEntry[]>(member, `/api/measures/${draft.id}/history`).then((h) => h.length),
      ).toBe(2)
    }
    await removeMember(plan, 'demo-police')
    expect((await app.ask('demo-police', 'GET', `/api/measures/${draft.id}`)).status).toBe(404)
  })

  it('keep what a measure was as a draft to the members, also once it has been proposed', async () => {
    const plan = await make('demo-planner')
    const draft = await draftIn(plan, 'demo-planner', { internal_text: 'Första tanken' })
    const proposed = (await (await step(draft, 'proposed')).json()) as Measure
    expect(proposed.properties.status).toBe('proposed')
    const seen = (await (
      await app.ask('demo-planner-2', 'GET', `/api/measures/${draft.id}`)
    ).json()) as Measure
    expect(seen.properties.title).toBe('Hemlig idé')
    expect(await read('demo-planner-2', `/api/measures/${draft.id}/history`)).toEqual([])
    expect(await read<HistoryEntry[]>('demo-planner', `/api/measures/${draft.id}/history`)).toHaveLength(2)

    const back = await step(proposed, 'idea', 'demo-planner-2')
    expect(back.status).toBe(422)
    expect(((await back.json()) as Problem).errors).toEqual([
      { field: 'plan_id', message: 'Bara planens medlemmar kan göra det.' },
    ])
    const hidden = (await (await step(proposed, 'idea')).json()) as Measure
    const stale = await app.ask(
      'demo-planner-2',
      'PATCH',
      `/api/measures/${draft.id}`,
      { properties: { title: 'Ny' } },
      { 'if-match': `"${proposed.version}"` },
    )
    expect(stale.status).toBe(404)
    expect(JSON.stringify(await stale.json())).not.toContain('emlig')
    expect(hidden.properties.status).toBe('idea')
  })

  it('are entered and left by their members’ hand alone', async () => {
    const plan = await make('demo-planner')
    const foreign = await app.ask('demo-planner-2', 'POST', '/api/measures', {
      ...camera,
      properties: { title: 'Insmugglad', plan_id: plan.id },
    })
    expect(foreign.status).toBe(422)
    expect(((await foreign.json()) as Problem).errors?.[0]?.field).toBe('plan_id')
    const nowhere = await app.ask('demo-planner', 'POST', '/api/measures', {
      ...camera,
      properties: { title: 'Ingenstans', plan_id: randomUUID() },
    })
    expect(nowhere.status).toBe(422)
    const proposed = (await (await step(await draftIn(plan), 'proposed')).json()) as Measure
    for (const taken of [null, (await make('demo-planner-2')).id]) {
      const out = await app.ask(
        'demo-planner-2',
        'PATCH',
        `/api/measures/${proposed.id}`,
        { properties: { plan_id: taken } },
        { 'if-match': `"${proposed.version}"` },
      )
      expect(out.status).toBe(422)
    }
    expect((await app.ask('demo-planner', 'DELETE', `/api/plans/${plan.id}`)).status).toBe(409)
  })

  it('are beyond an account that is no planner any more, and a removed draft beyond the others', async () => {
    const plan = await make('demo-planner')
    const draft = await draftIn(plan)
    const gone = await app.ask('demo-planner', 'DELETE', `/api/measures/${draft.id}`, undefined, {
      'if-match': '"1"',
    })
    expect(gone.status).toBe(204)
    expect((await app.ask('demo-planner-2', 'POST', `/api/measures/${draft.id}/restore`)).status).toBe(404)
    expect((await app.ask('demo-planner', 'POST', `/api/measures/${draft.id}/restore`)).status).toBe(200)
    expect((await app.ask('demo-reporter', 'GET', '/api/plans')).status).toBe(403)
    expect((await app.ask(null, 'GET', '/api/drafts')).status).toBe(401)
  })
})
