import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AuditAnswer, AuditEntry, AuditVerification } from '../contract-admin.ts'
import { appendAudit } from '../queries/audit.ts'
import { type TestApp, testApp, testOperatorToken } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const square = {
  type: 'Polygon',
  coordinates: [
    [
      [14.15, 56.03],
      [14.151, 56.03],
      [14.151, 56.031],
      [14.15, 56.03],
    ],
  ],
}

describe.each(engines)('the audit routes on %s', (engine) => {
  let app: TestApp
  const find = async (query = ''): Promise<AuditEntry[]> => {
    const response = await app.ask('demo-admin', 'GET', `/api/audit${query}`)
    expect(response.status).toBe(200)
    return ((await response.json()) as AuditAnswer).entries
  }
  const make = async (
    account: 'demo-planner' | 'demo-police',
    layer: string,
    properties: object,
  ): Promise<string> => {
    const response = await app.ask(account, 'POST', '/api/measures', { layer, geometry: square, properties })
    expect(response.status, await response.clone().text()).toBe(201)
    return ((await response.json()) as { id: string }).id
  }
  /** What reads have been recorded since, oldest first. */
  const reads = async () => {
    await app.audit.flush()
    return (await find('?limit=200'))
      .filter(({ action }) => /^(layer|object)\.(read|exported)$/.test(action))
      .map(({ actor, action, kind, object }) => [actor.audience, action, kind, object])
      .reverse()
  }

  beforeAll(async () => {
    app = await testApp(engine)
  })
  afterAll(() => app.close())

  test('show an administrator what was done, found by what it was, who did it and when', async () => {
    const id = await make('demo-planner', 'neighbourhood_watch_areas', { title: 'Näsby' })
    const [entry] = await find(`?object=${id}`)
    expect(entry).toMatchObject({
      action: 'object.created',
      kind: 'neighbourhood_watch_areas',
      actor: { name: 'Petra Lindgren', audience: 'planner' },
      before: null,
      after: { title: 'Näsby' },
    })
    expect(
      await find(`?actor=lindgren&action=object&kind=neighbourhood_watch_areas&from=2020-01-01`),
    ).toHaveLength(1)
    expect(await find(`?actor=${entry!.actor.id}&action=object.created`)).toHaveLength(1)
    expect(await find('?actor=lindgren&to=2020-01-01')).toEqual([])
    expect(await find('?actor=%25')).toEqual([])
    expect(await find('?q=%27%3B%20drop%20table%20audit.entries%3B--')).toEqual([])
  })

  test('give pages that follow one another', async () => {
    const all = await find('?limit=200')
    const paged: AuditEntry[] = []
    for (let next: number | null = Number.MAX_SAFE_INTEGER; next !== null; ) {
      const response = await app.ask('demo-admin', 'GET', `/api/audit?limit=2&before=${next}`)
      const answer = (await response.json()) as AuditAnswer
      paged.push(...answer.entries)
      next = answer.next
    }
    expect(paged).toEqual(all)
  })

  test('show an administrator nothing of what the police write, but that they did', async () => {
    const id = await make('demo-police', 'patrol_zones', { title: 'Insats Hemligheten', status: 'idea' })
    const [entry] = await find(`?object=${id}`)
    expect(entry).toMatchObject({ action: 'object.created', kind: 'patrol_zones', before: null, after: null })
    expect(JSON.stringify(await find('?limit=200'))).not.toContain('Hemligheten')
    const csv = await (await app.ask('demo-admin', 'GET', '/api/audit.csv')).text()
    expect(csv).not.toContain('Hemligheten')
  })

  test('show of a measure what administrators see of it: nothing while it is an idea, never its internal text', async () => {
    const id = await make('demo-planner', 'shrub_clearances', {
      title: 'Tanken',
      status: 'idea',
      internal_text: 'Internt om röjningen',
    })
    expect((await find(`?object=${id}`))[0]).toMatchObject({ after: null })
    await app.database.owner(
      (sql) => sql`
      update core.shrub_clearances set status = s from unnest(array['proposed']) s where id = ${id}`,
    )
    await app.database.owner(
      (sql) => sql`update core.shrub_clearances set status = 'in_review' where id = ${id}`,
    )
    await app.database.owner(
      (sql) => sql`update core.shrub_clearances set status = 'decided' where id = ${id}`,
    )
    const entries = await find(`?object=${id}`)
    expect(entries.at(-1)).toMatchObject({ after: { title: 'Tanken' } })
    expect(JSON.stringify(entries)).not.toContain('Internt om')
  })

  test('show nothing of what is written of plans and photographs, which are their members’ and their layer’s', async () => {
    await app.database.door(async (sql) => {
      const photo = {
        action: 'photo.added',
        kind: 'patrol_zones',
        object: 'x',
        after: { caption: 'Hemlig bild' },
      }
      await appendAudit(sql, photo)
      await appendAudit(sql, {
        action: 'plan.created',
        kind: 'plan',
        object: 'y',
        after: { title: 'Hemlig plan' },
      })
      await appendAudit(sql, {
        action: 'token.made',
        kind: 'token',
        object: 'z',
        after: { audience: 'planner' },
      })
    })
    expect(JSON.stringify(await find('?limit=200'))).not.toMatch(/Hemlig (bild|plan)/)
    expect((await find('?object=z'))[0]).toMatchObject({ after: { audience: 'planner' } })
  })

  test('give a table that no spreadsheet runs, and record that it was given', async () => {
    await app.database.door((sql) =>
      appendAudit(sql, {
        action: 'plan.made',
        kind: 'plan',
        object: '=cmd|calc;"x"',
        detail: { note: 'a;b\n"c"' },
      }),
    )
    const response = await app.ask('demo-admin', 'GET', '/api/audit.csv?kind=plan')
    expect(response.headers.get('content-type')).toContain('text/csv')
    const [, line] = (await response.text()).split('\r\n')
    expect(line).toContain(`plan.made;plan;"'=cmd|calc;""x""";;;`)
    expect((await find('?action=audit.exported'))[0]).toMatchObject({
      actor: { audience: 'admin' },
      detail: { kind: 'plan' },
    })
  })

  test('verify the chain, for the command line also against heads kept elsewhere', async () => {
    const verification = (await (
      await app.ask('demo-admin', 'GET', '/api/audit/verification')
    ).json()) as AuditVerification
    expect(verification).toMatchObject({ ok: true, from: 1, problems: [] })
    expect(verification.checked).toBeGreaterThan(5)
    const heads = [{ seq: 2, hash: 'ab'.repeat(32), at: '2026-11-22T12:00:00Z' }]
    const response = await app.ask(
      null,
      'POST',
      '/api/audit/verification',
      { heads },
      {
        authorization: `Bearer ${testOperatorToken}`,
      },
    )
    expect(await response.json()).toMatchObject({ ok: false, problems: [{ seq: 2, kind: 'head-mismatch' }] })
  })

  test('refuse everybody else, and what is no question', async () => {
    for (const path of ['/api/audit', '/api/audit.csv', '/api/audit/verification']) {
      expect((await app.ask(null, 'GET', path)).status).toBe(401)
      for (const account of ['demo-planner', 'demo-police', 'demo-reporter'] as const)
        expect((await app.ask(account, 'GET', path)).status).toBe(403)
    }
    for (const query of ['limit=0', 'limit=9999', 'from=igår', 'before=x', 'other=1', 'action=DROP'])
      expect((await app.ask('demo-admin', 'GET', `/api/audit?${query}`)).status, query).toBe(400)
  })

  test('keep who reads what the public sees nothing of, once in a while for maps and lists', async () => {
    const before = (await reads()).length
    const tile = '/api/tiles/police_events/10/552/318.mvt'
    for (let n = 0; n < 3; n += 1) await app.ask('demo-police', 'GET', tile)
    for (let n = 0; n < 3; n += 1) await app.ask('demo-police', 'GET', '/api/layers/police_events/items')
    await app.ask('demo-planner', 'GET', '/api/layers/unsafe_reports/items')
    expect((await reads()).slice(before)).toEqual([
      ['police', 'layer.read', 'police_events', null],
      ['police', 'layer.read', 'police_events', null],
      ['planner', 'layer.read', 'unsafe_reports', null],
    ])
  })

  test('keep each reading of one object, of its history and of an export', async () => {
    const id = await make('demo-police', 'patrol_zones', { title: 'Torget', status: 'idea' })
    const before = (await reads()).length
    for (let n = 0; n < 2; n += 1) {
      expect((await app.ask('demo-police', 'GET', `/api/measures/${id}`)).status).toBe(200)
      expect((await app.ask('demo-police', 'GET', `/api/measures/${id}/history`)).status).toBe(200)
      expect((await app.ask('demo-police', 'GET', '/api/layers/patrol_zones/items.csv')).status).toBe(200)
    }
    expect((await reads()).slice(before)).toEqual(
      [0, 1].flatMap(() => [
        ['police', 'object.read', 'patrol_zones', id],
        ['police', 'object.read', 'patrol_zones', id],
        ['police', 'layer.exported', 'patrol_zones', null],
      ]),
    )
  })

  test('are not answered where it cannot be kept that they were asked', async () => {
    const id = await make('demo-police', 'patrol_zones', { title: 'Bron', status: 'idea' })
    const append = 'function audit.append(text, text, text, jsonb, jsonb, jsonb)'
    await app.database.owner((sql) => sql.unsafe(`revoke execute on ${append} from app_police`))
    for (const path of [
      `/api/measures/${id}`,
      `/api/measures/${id}/history`,
      '/api/layers/patrol_zones/items.csv',
    ]) {
      const response = await app.ask('demo-police', 'GET', path)
      expect(response.ok).toBe(false)
      expect(await response.text()).not.toContain('Bron')
    }
    // A map goes on, and what waits is written when it can be.
    const before = (await reads()).length
    expect(
      (await app.ask('demo-police', 'GET', '/api/tiles/field_worker_areas/10/552/318.mvt')).status,
    ).toBeLessThan(300)
    expect((await reads()).slice(before)).toEqual([])
    await app.database.owner((sql) => sql.unsafe(`grant execute on ${append} to app_police`))
    expect((await reads()).slice(before)).toEqual([['police', 'layer.read', 'field_worker_areas', null]])
  })

  test('keep nothing of readings of what everybody sees, nor of what was refused', async () => {
    const before = (await reads()).length
    await app.ask('demo-police', 'GET', '/api/layers/camera_sites/items')
    await app.ask('demo-police', 'GET', '/api/tiles/camera_sites/10/552/318.mvt')
    await app.ask(null, 'GET', '/api/layers/lighting_upgrades/items.csv')
    expect((await app.ask('demo-planner', 'GET', '/api/layers/police_events/items')).status).toBe(404)
    expect((await app.ask('demo-planner', 'GET', '/api/layers/police_events/items.csv')).status).toBe(404)
    expect((await reads()).slice(before)).toEqual([])
  })
})
