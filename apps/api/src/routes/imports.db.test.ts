import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportInfo } from '../contract-admin.ts'
import type { Change } from '../database/database.ts'
import type { ImportSummary } from '../imports/run-import.ts'
import { type DemoId, type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

interface Told {
  summary?: ImportSummary
  id?: string | null
  problem?: { status: number; detail: string }
  reject?: unknown
}

const table = 'Namn;Status;lon;lat\nTorget;Idé;14,15;56,03\nStation;Idé;14,16;56,03\n=1+1;Idé;400;56,03\n'

describe.each(engines)('imports over HTTP on %s', (engine) => {
  let app: TestApp
  const changes: Change[] = []

  beforeAll(async () => {
    app = await testApp(engine)
    app.database.onChange((change) => changes.push(change))
  })
  afterAll(() => app.close())

  /** Everything that was told; the last line is the end. */
  async function run(query: string, body: string | Uint8Array, account: DemoId = 'demo-admin') {
    const answer = await app.fetch(
      new Request(`http://localhost/api/imports?${query}`, {
        method: 'POST',
        headers: {
          cookie: await app.cookieOf(account),
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/octet-stream',
          'accept-language': 'en',
        },
        body: typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body),
      }),
    )
    const text = await answer.text()
    const lines = answer.ok
      ? text
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Told)
      : []
    return { status: answer.status, lines, last: lines.at(-1) ?? {} }
  }
  const list = async () =>
    (await (
      await app.ask('demo-admin', 'GET', '/api/imports', undefined, { 'accept-language': 'en' })
    ).json()) as ImportInfo[]
  const kept = async () => {
    const [row] = await app.database.owner(
      (sql) => sql`
        select (select count(*)::int from core.camera_sites) as cameras, (select count(*)::int from core.history) as history,
          (select count(*)::int from core.imports) as imports,
          (select count(*)::int from audit.entries where action = 'import.run') as entries`,
    )
    return row
  }

  it('in preview read and check everything, answer the same, and leave nothing', async () => {
    const before = await kept()
    const { last, lines } = await run('format=csv&layer=camera_sites&name=k.csv&preview=1', table)
    expect(last).toMatchObject({ summary: { read: 3, written: 2, refused: 1, preview: true }, id: null })
    expect(lines.filter(({ reject }) => reject)).toHaveLength(1)
    expect(await kept()).toEqual(before)
    expect(changes.filter(({ layer }) => layer === 'camera_sites')).toEqual([])
    expect(await list()).toEqual([])
  })

  it('are kept with who, what and how it ended, and stand in the trail', async () => {
    const { last } = await run('format=csv&layer=camera_sites&name=k.csv', table)
    expect(last).toMatchObject({ summary: { read: 3, written: 2, refused: 1 }, id: expect.any(String) })
    const [info] = await list()
    expect(info).toMatchObject({
      id: last.id,
      by: 'Karin Sjö',
      format: 'csv',
      layer: 'camera_sites',
      name: 'k.csv',
      read: 3,
      written: 2,
      unchanged: 0,
      removed: 0,
      refused: 1,
      outcome: 'done',
      message: null,
    })
    const [entry] = await app.database.owner(
      (sql) => sql`select actor_name, kind, object, detail from audit.entries where action = 'import.run'`,
    )
    expect(entry).toEqual({
      actor_name: 'Karin Sjö',
      kind: 'camera_sites',
      object: last.id,
      detail: { format: 'csv', name: 'k.csv' },
    })
  })

  it('give what was refused as a table that no spreadsheet runs', async () => {
    const [info] = await list()
    const path = `/api/imports/${info?.id}/rejects.csv`
    const answer = await app.ask('demo-admin', 'GET', path, undefined, { 'accept-language': 'sv' })
    expect(answer.headers.get('content-disposition')).toContain('attachment')
    const text = Buffer.from(await answer.arrayBuffer()).toString('utf8')
    expect(text).toMatch(/^\ufeffrad;objekt;kod;orsak\r\n4;row 3;out-of-range;[^\r]+\r\n$/)
    expect((await app.ask('demo-admin', 'GET', `/api/imports/${randomUUID()}/rejects.csv`)).status).toBe(404)
  })

  it('that are refused as a whole are kept with the reason, in the reader’s language', async () => {
    const { last } = await run('format=csv&layer=camera_sites&name=k.geojson', '{"type":"FeatureCollection"}')
    expect(last.problem).toMatchObject({ status: 422, detail: expect.stringContaining('The file is JSON') })
    const [info] = await list()
    expect(info).toMatchObject({ outcome: 'refused', written: 0, name: 'k.geojson' })
    expect(info?.message).toContain('a CSV table was expected')
    const swedish = (await (
      await app.ask('demo-admin', 'GET', '/api/imports', undefined, { 'accept-language': 'sv' })
    ).json()) as ImportInfo[]
    expect(swedish[0]?.message).toContain('en CSV-tabell väntades')
  })

  it('keep ten thousand of what is refused, and count all of it', async () => {
    const rows = `Namn;lon;lat\n${'Borta;400;56\n'.repeat(10_500)}`
    const { last } = await run('format=csv&layer=camera_sites&name=many.csv', rows)
    expect(last.summary).toMatchObject({ read: 10_500, written: 0, refused: 10_500 })
    const answer = await app.ask('demo-admin', 'GET', `/api/imports/${last.id}/rejects.csv`)
    expect((await answer.text()).trim().split('\r\n')).toHaveLength(10_001)
  })

  it.each([
    ['demo-planner', 403],
    ['demo-police', 403],
    ['demo-reporter', 403],
    [null, 401],
  ] as const)('are nothing for %s', async (account, status) => {
    for (const [method, path] of [
      ['GET', '/api/imports'],
      ['GET', `/api/imports/${randomUUID()}/rejects.csv`],
      ['POST', '/api/imports?format=csv&layer=camera_sites&preview=1'],
    ] as const)
      expect((await app.ask(account, method, path, method === 'POST' ? {} : undefined)).status).toBe(status)
  })
})
