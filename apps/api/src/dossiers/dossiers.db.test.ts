import { createHash, randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Measure, Problem } from '../contract.ts'
import type { DossierAnswer, RegisterAnswer } from '../contract-decisions.ts'
import type { SitingRunAnswer } from '../contract-siting.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'
import { storeWatchedTown, watchedPlace } from '../testing/watched-town.ts'

const properties = {
  title: 'Storgatan mot öster',
  camera_type: 'fixed',
  mounting_height_m: 5,
  direction_deg: 90,
  focal_mm: 4,
  sensor_width_mm: 5.4,
  horizontal_pixels: 1920,
  weekdays: [5, 6],
  hours_from: '20:00',
  hours_to: '02:00',
  storage_days: 14,
  purpose: 'Stölder på Storgatan fredag- och lördagskvällar.',
  contact: 'Kommunens kontaktcenter',
  responsible: 'Kommunledningskontoret',
}
const written = { conclusion: 'Intresset av att bevaka väger tyngre, eftersom stölderna är många.' }

describe.each(engines)('dossiers of cameras on %s', (engine) => {
  let app: TestApp
  const json = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T
  const camera = async (more: Record<string, unknown> = {}) => {
    const geometry = { type: 'Point', coordinates: watchedPlace }
    const body = { layer: 'camera_sites', geometry, properties: { ...properties, ...more } }
    const response = await app.ask('demo-planner', 'POST', '/api/measures', body)
    expect(response.status, await response.clone().text()).toBe(201)
    return json<Measure>(response)
  }
  const change = async ({ id, version }: Measure, some: Record<string, unknown>) => {
    const body = { properties: some }
    const etag = { 'if-match': `"${version}"` }
    return json<Measure>(app.ask('demo-planner', 'PATCH', `/api/measures/${id}`, body, etag))
  }
  const step = ({ id, version }: Measure, to: string) =>
    app.ask(
      'demo-planner',
      'POST',
      `/api/measures/${id}/status`,
      { to, ...(to === 'decided' && { decision: { text: 'Kameran sätts upp.', reference: 'KS 2026/7' } }) },
      { 'if-match': `"${version}"` },
    )
  const through = async (measure: Measure, ...statuses: string[]) => {
    let moved = measure
    for (const to of statuses) {
      const response = await step(moved, to)
      expect(response.status, await response.clone().text()).toBe(200)
      moved = await json<Measure>(response)
    }
    return moved
  }
  const path = ({ id }: Measure) => `/api/cameras/${id}/dossier`
  const read = (measure: Measure, account: DemoId = 'demo-planner') =>
    json<DossierAnswer>(app.ask(account, 'GET', path(measure)))
  const compose = async (measure: Measure) => {
    const response = await app.ask('demo-planner', 'POST', path(measure))
    expect(response.status, await response.clone().text()).toBe(201)
    return json<DossierAnswer>(response)
  }
  const write = (measure: Measure, sections: Record<string, string>, revision: number | null) =>
    app.ask(
      'demo-planner',
      'PUT',
      path(measure),
      { sections },
      revision === null ? {} : { 'if-match': `"${revision}"` },
    )
  const sign = (measure: Measure, account: DemoId = 'demo-planner') =>
    app.ask(account, 'POST', `${path(measure)}/sign`, { title: 'Trygghetschef' })
  const signed = async (measure: Measure) => {
    const { current } = await compose(measure)
    expect((await write(measure, written, current!.revision)).status).toBe(200)
    const response = await sign(measure)
    expect(response.status, await response.clone().text()).toBe(200)
    return json<DossierAnswer>(response)
  }
  const entry = async (id: string, account: DemoId | null) =>
    (await json<RegisterAnswer>(app.ask(account, 'GET', '/api/camera-register'))).entries.find(
      ({ camera }) => camera === id,
    )
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code?: string; constraint_name?: string }) => error.constraint_name ?? error.code,
    )

  beforeAll(async () => {
    app = await testApp(engine)
    await app.database.owner(storeWatchedTown)
  })
  afterAll(() => app.close())

  it('are composed of what the map says, with figures that can be made again', async () => {
    const measure = await camera()
    expect((await read(measure)).missing).toMatchObject([{ section: 'figures' }])
    const { current, missing, covers } = await compose(measure)
    const { sections, figures, area } = current!
    expect([current!.version, current!.state, covers, missing]).toEqual([1, 'draft', false, []])
    expect(figures.incidents.n).toBeGreaterThan(5)
    expect(figures.incidents.byKind).toEqual({ theft: figures.incidents.n })
    // The hour is told by blocks of three.
    expect(figures.incidents.byHour.findIndex((n) => n > 0)).toBe(21)
    expect(figures.reports).toMatchObject({ n: 3, byReason: { people: 3 } })
    expect(figures.watched).toEqual({ hours: 12, share: 1 })
    expect(figures.place).toBe('Storgatan')
    expect(figures.lessIntrusive).toMatchObject([
      {
        kind: 'light',
        title: 'Nya lyktor på Storgatan',
        status: 'built',
        from: '2026-03-01',
        to: '2026-05-15',
      },
    ])
    expect(figures.sensitive.map(({ name }) => name)).toContain('Centralskolan')
    expect(figures.homes).toBeGreaterThan(0)
    expect(area.type).toBe('MultiPolygon')
    expect(sections.problem).toContain('vid Storgatan')
    expect(sections.problem).toContain('stöld, rån och inbrott')
    expect(sections.problem).toContain('3\u00a0rapporter')
    expect(sections.problem).toContain('färre än fem')
    expect(sections.hours).toContain('fredag och lördag kl.\u00a020.00–02.00')
    expect(sections.hours).toContain('100\u00a0procent')
    expect(sections.measures_tried).toContain('”Nya lyktor på Storgatan” (belysningsåtgärder, genomförd')
    expect(sections.measures_tried).toContain('Ingen röjning av buskage är gjord')
    expect(sections.area).toContain('utgåva 2025')
    expect(sections.private_ground).toContain('Centralskolan (skola)')
    expect(sections.storage).toContain('14\u00a0dygn')
    expect(sections.storage).toContain('Ljudupptagning är avstängd')
    expect(sections.contact).toContain('kontaktcenter')
    // It lays out what is to be weighed and leaves the weighing to who signs.
    expect(sections.conclusion).toContain('väger intresset av att bevaka tyngre')
    expect(sections.conclusion).toContain('?')
    expect(JSON.stringify(sections)).not.toMatch(/Petra|Lindgren/)

    const run = await json<SitingRunAnswer>(app.ask('demo-planner', 'GET', `/api/siting/runs/${figures.run}`))
    expect(run).toMatchObject({ kind: 'camera', plan: null })
    expect((run.result as { reports: { n: number } }).reports.n).toBe(3)
    const removed = await app.ask('demo-planner', 'DELETE', `/api/siting/runs/${figures.run}`)
    expect(removed.status).toBe(422)
    expect((await read(measure)).current).toEqual(current)

    const picture = await app.ask('demo-police', 'GET', `${path(measure)}/1.png`)
    const { format, width, height } = await sharp(Buffer.from(await picture.arrayBuffer())).metadata()
    expect([format, width, height]).toEqual(['png', 1800, 1300])
  })

  it('keep what people wrote when they are composed anew, and renew the rest', async () => {
    let measure = await camera()
    const first = (await compose(measure)).current!
    expect((await write(measure, written, null)).status).toBe(428)
    const saved = await json<DossierAnswer>(write(measure, written, first.revision))
    expect(saved.current).toMatchObject({ revision: 2, sections: { ...first.sections, ...written } })
    expect((await write(measure, { purpose: 'Annat' }, first.revision)).status).toBe(412)
    expect((await write(measure, { secret: 'x' }, 2)).status).toBe(422)
    measure = await change(measure, { hours_from: '06:00', hours_to: '10:00' })
    expect((await read(measure)).missing).toMatchObject([{ section: 'figures' }])
    const again = await compose(measure)
    expect(again.missing).toEqual([])
    expect(again.current!.version).toBe(1)
    expect(again.current!.sections.conclusion).toBe(written.conclusion)
    expect(again.current!.sections.hours).toContain('06.00–10.00')
    expect(again.current!.figures.watched.share).toBe(0)
    expect(again.current!.figures.cameraVersion).toBe(2)
    // The run of figures that are no more goes too.
    expect((await app.ask('demo-planner', 'GET', `/api/siting/runs/${first.figures.run}`)).status).toBe(404)
  })

  it('are signed by who decides, whole or not at all, and never change from then on', async () => {
    const measure = await camera({ storage_days: null, contact: null })
    const { current } = await compose(measure)
    for (const account of ['demo-planner-2', 'demo-police'] as const)
      expect((await sign(measure, account)).status).toBe(403)
    const refused = await sign(measure)
    expect(refused.status).toBe(422)
    const problem = await json<Problem>(refused)
    expect(problem.errors!.map(({ field }) => field)).toEqual(['storage', 'contact'])
    const whole = await change(measure, { storage_days: 14 })
    await write(whole, { contact: 'Kontaktcenter' }, current!.revision)
    expect((await json<Problem>(sign(whole))).errors!.map(({ field }) => field)).toEqual(['figures'])
    const made = (await compose(whole)).current!
    expect(made.sections.contact).toBe('Kontaktcenter')
    const answer = await json<DossierAnswer>(sign(whole))
    expect(answer).toMatchObject({ covers: true, missing: [], current: { state: 'signed', version: 1 } })
    expect(answer.current!.signed).toMatchObject({ by: 'Petra Lindgren', title: 'Trygghetschef' })

    expect((await write(whole, written, made.revision + 1)).status).toBe(409)
    expect((await sign(whole)).status).toBe(409)
    const id = whole.id
    const changes = [
      refusal(
        app.database.owner((sql) => sql`update core.dossiers set sections = '{}' where object_id = ${id}`),
      ),
      refusal(
        app.database.owner((sql) => sql`update core.dossiers set sha256 = null where object_id = ${id}`),
      ),
      refusal(app.database.owner((sql) => sql`delete from core.dossiers where object_id = ${id}`)),
      refusal(app.database.owner((sql) => sql`delete from core.camera_sites where id = ${id}`)),
    ]
    expect(await Promise.all(changes)).toEqual(['dossier_signed', 'dossier_signed', '42501', 'camera_kept'])
    const removed = await app.ask('demo-planner', 'DELETE', `/api/measures/${id}`, undefined, {
      'if-match': `"${whole.version}"`,
    })
    expect(removed.status).toBe(422)

    const [row] = await app.database.owner(
      (sql) => sql<{ content: string; sha256: string }[]>`
        select content, encode(sha256, 'hex') as sha256 from core.dossiers where object_id = ${id}`,
    )
    expect(createHash('sha256').update(row!.content).digest('hex')).toBe(row!.sha256)
    expect(row!.sha256).toBe(answer.current!.signed!.sha256)
    expect(JSON.parse(row!.content)).toMatchObject({
      camera: id,
      version: 1,
      sections: made.sections,
      previous: null,
    })
    // A name may have to be forgotten, and the digest holds all the same.
    expect(row!.content).not.toContain('Petra')
    const trail = await app.database.owner(
      (sql) => sql<{ action: string }[]>`
        select action from audit.entries where kind = 'dossier' and object = ${id} order by seq`,
    )
    expect(trail.map(({ action }) => action)).toEqual([
      'dossier.composed',
      'dossier.edited',
      'dossier.composed',
      'dossier.signed',
    ])
  })

  it('come before operation, and a camera that is changed after needs a new one, chained to the old', async () => {
    let measure = await through(await camera(), 'proposed', 'in_review', 'decided', 'ordered', 'built')
    for (const to of ['in_operation', 'evaluated']) {
      const refused = await step(measure, to)
      expect(refused.status).toBe(422)
      expect((await json<Problem>(refused)).errors).toMatchObject([
        { field: 'status', message: expect.stringContaining('signerad') },
      ])
    }
    expect(
      await refusal(
        app.database.owner(
          (sql) => sql`update core.camera_sites set status = 'in_operation' where id = ${measure.id}`,
        ),
      ),
    ).toBe('camera_documented')
    const first = await signed(measure)
    // What does not touch the surveillance leaves it documented.
    measure = await change(measure, { internal_text: 'Beställd hos leverantören.' })
    measure = await change(measure, { direction_deg: 100 })
    expect(await read(measure)).toMatchObject({ covers: false, missing: [{ section: 'figures' }] })
    expect((await step(measure, 'in_operation')).status).toBe(422)
    measure = await change(measure, { direction_deg: 90 })
    expect((await read(measure)).covers).toBe(true)
    measure = await through(measure, 'in_operation')
    expect(await entry(measure.id, 'demo-planner')).toMatchObject({ documentation: 'signed' })

    for (const changed of [{ storage_days: 20 }, { sound: true }, { hours_to: '03:00' }]) {
      measure = await change(measure, changed)
      expect((await read(measure)).covers).toBe(false)
    }
    expect(await entry(measure.id, 'demo-planner')).toMatchObject({ documentation: 'outdated' })
    const second = await signed(measure)
    expect(second.versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'signed'],
      [1, 'signed'],
    ])
    // What people wrote goes along into the next version.
    expect(second.current!.sections.conclusion).toBe(written.conclusion)
    const [row] = await app.database.owner(
      (sql) => sql<{ previous: string }[]>`
        select encode(previous_sha256, 'hex') as previous from core.dossiers where object_id = ${measure.id} and version = 2`,
    )
    expect(row!.previous).toBe(first.current!.signed!.sha256)
    expect(await entry(measure.id, 'demo-planner')).toMatchObject({ documentation: 'signed' })
  })

  it('are for planners and police, the drafts of plans for their members, and written by planners alone', async () => {
    const measure = await camera()
    await compose(measure)
    expect((await read(measure, 'demo-police')).current?.version).toBe(1)
    expect((await app.ask('demo-police', 'POST', path(measure))).status).toBe(403)
    expect((await app.ask('demo-reporter', 'GET', path(measure))).status).toBe(403)
    expect((await app.ask(null, 'GET', path(measure))).status).toBe(401)
    const plan = await json<{ id: string }>(
      app.ask('demo-planner', 'POST', '/api/plans', { title: 'Storgatan' }),
    )
    const draft = await camera({ plan_id: plan.id })
    await compose(draft)
    for (const tail of ['', '/1.png', '/1.pdf'])
      expect((await app.ask('demo-planner-2', 'GET', path(draft) + tail)).status).toBe(404)
    for (const version of ['0', '2', 'x'])
      expect([400, 404]).toContain(
        (await app.ask('demo-planner', 'GET', `${path(measure)}/${version}.pdf`)).status,
      )
    expect((await app.ask('demo-planner', 'GET', `/api/cameras/${randomUUID()}/dossier`)).status).toBe(404)
  })

  it('are not asked for of a camera in operation that was removed and comes back as it was', async () => {
    const measure = await camera()
    await app.database.owner(async (sql) => {
      await sql`delete from core.camera_sites where id = ${measure.id}`
      await sql`
        insert into core.camera_sites (id, geom, title, status)
        values (${measure.id}, ST_SetSRID(ST_MakePoint(14.15, 56.03), 4326), 'Importerad', 'in_operation')`
    })
    const etag = { 'if-match': '"1"' }
    const removed = await app.ask('demo-planner', 'DELETE', `/api/measures/${measure.id}`, undefined, etag)
    expect(removed.status).toBe(204)
    const back = await app.ask('demo-planner', 'POST', `/api/measures/${measure.id}/restore`)
    expect((await json<Measure>(back)).properties.status).toBe('in_operation')
    const made = { layer: 'camera_sites', geometry: { type: 'Point', coordinates: watchedPlace } }
    const straight = { ...made, properties: { ...properties, status: 'in_operation' } }
    expect((await app.ask('demo-planner', 'POST', '/api/measures', straight)).status).toBe(422)
  })

  it('say in words why nothing can be composed', async () => {
    const measure = await camera()
    await app.database.owner(
      (sql) =>
        sql`update core.camera_sites set geom = ST_SetSRID(ST_MakePoint(14.1577, 56.0289), 4326) where id = ${measure.id}`,
    )
    const refused = await app.ask('demo-planner', 'POST', path(measure))
    expect(refused.status).toBe(422)
    expect((await json<Problem>(refused)).detail).toMatch(/byggnad/)
    expect((await read(measure)).current).toBeNull()
  })
})
