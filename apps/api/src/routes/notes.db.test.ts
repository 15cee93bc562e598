import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measure } from '../contract.ts'
import type { Note, Plan } from '../contract-identity.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

describe.each(engines)('notes on the %s engine', (engine) => {
  let app: TestApp
  let camera: Measure

  const make = async (properties: Record<string, unknown>) => {
    const response = await app.ask('demo-planner', 'POST', '/api/measures', {
      layer: 'camera_sites',
      geometry: { type: 'Point', coordinates: [14.1567, 56.0294] },
      properties: { title: 'Stora torg', ...properties },
    })
    expect(response.status).toBe(201)
    return (await response.json()) as Measure
  }
  const write = (account: DemoId | null, text: string, object = camera.id) =>
    app.ask(account, 'POST', `/api/measures/${object}/notes`, { text })
  const read = async (account: DemoId, object = camera.id) =>
    (await (await app.ask(account, 'GET', `/api/measures/${object}/notes`)).json()) as Note[]

  beforeAll(async () => {
    app = await testApp(engine)
    camera = await make({})
  })
  afterAll(() => app.close())

  it('are read by their author’s own side alone', async () => {
    const written = await write('demo-police', 'Ofta bråk vid uteserveringen')
    expect(written.status).toBe(201)
    expect(await written.json()).toMatchObject({ by: 'Amira Holm', mine: true })
    expect((await write('demo-planner', 'Stolpen är murken')).status).toBe(201)
    expect((await read('demo-police')).map(({ text }) => text)).toEqual(['Ofta bråk vid uteserveringen'])
    expect((await read('demo-planner-2')).map(({ text, mine }) => [text, mine])).toEqual([
      ['Stolpen är murken', false],
    ])
    for (const [account, status] of [
      [null, 401],
      ['demo-reporter', 403],
      ['demo-admin', 403],
    ] as const) {
      expect((await write(account, 'Hej')).status).toBe(status)
      expect((await app.ask(account, 'GET', `/api/measures/${camera.id}/notes`)).status).toBe(status)
    }
  })

  it('are removed by their author alone', async () => {
    const [note] = await read('demo-planner')
    expect((await app.ask('demo-planner-2', 'DELETE', `/api/notes/${note!.id}`)).status).toBe(403)
    expect((await app.ask('demo-police', 'DELETE', `/api/notes/${note!.id}`)).status).toBe(404)
    expect((await app.ask('demo-planner', 'DELETE', `/api/notes/${note!.id}`)).status).toBe(204)
    expect(await read('demo-planner')).toEqual([])
  })

  it('stand beside what their author sees, a draft’s for its members', async () => {
    const plan = (await (
      await app.ask('demo-planner', 'POST', '/api/plans', { title: 'Torget' })
    ).json()) as Plan
    const draft = await make({ plan_id: plan.id })
    expect((await write('demo-planner', 'Ritningen kommer', draft.id)).status).toBe(201)
    for (const other of ['demo-planner-2', 'demo-police'] as const) {
      expect((await write(other, 'Hej', draft.id)).status).toBe(404)
      expect((await app.ask(other, 'GET', `/api/measures/${draft.id}/notes`)).status).toBe(404)
    }
    expect((await write('demo-planner', '', camera.id)).status).toBe(422)
    expect((await write('demo-planner', 'å'.repeat(4001), camera.id)).status).toBe(422)
  })

  it('are kept by the database from another side’s role, whatever it asks for', async () => {
    await write('demo-police', 'Spaning pågår')
    const asPlanner = { id: 'x', name: 'x', audience: 'planner' } as const
    const texts = await app.database.read(asPlanner, (sql) => sql`select text from planner.notes`)
    expect(JSON.stringify(texts)).not.toContain('Spaning')
    const smuggled = app.database.write(
      asPlanner,
      (sql) =>
        sql`insert into planner.notes (layer, object_id, text, audience) values ('camera_sites', ${camera.id}, 'Hej', 'police')`,
    )
    await expect(smuggled).rejects.toMatchObject({ code: '42501' })
  })
})
