import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MadeToken } from '../contract-admin.ts'
import { copyDemoTown } from '../testing/demo-town.ts'
import { type ServerProcess, startProcess } from '../testing/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'trygghetskartan-tiles-'))
const tile = (layer: string) => `/api/tiles/${layer}/14/8836/5099.mvt`

describe('finished tiles, which are answered ahead of everything else', () => {
  let server: ServerProcess
  const fetchAs = (headers: Record<string, string>, path: string) =>
    fetch(`${server.url}${path}`, { headers })
  const signIn = async (account: string) => {
    const response = await fetch(`${server.url}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ account }),
    })
    return { cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
  }
  const makeKey = async (layers: string[] | null) => {
    const response = await fetch(`${server.url}/api/tokens`, {
      method: 'POST',
      headers: {
        ...(await signIn('demo-admin')),
        'content-type': 'application/json',
        'sec-fetch-site': 'same-origin',
      },
      body: JSON.stringify({ name: 'Prov', audience: 'planner', layers, write: false, expiresInDays: 1 }),
    })
    expect(response.status).toBe(201)
    const { token, secret } = (await response.json()) as MadeToken
    return { id: token.id, headers: { authorization: `Bearer ${secret}` } }
  }

  beforeAll(async () => {
    await copyDemoTown(folder)
    const started = await startProcess({ DATA_FOLDER: folder, DEMO: '1' })
    if ('exitCode' in started) throw new Error(started.output)
    server = started
  }, 180_000)
  afterAll(async () => {
    await server.end('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('go to who may have them, and to no other audience, whatever it says it has', async () => {
    const police = await signIn('demo-police')
    const made = await fetchAs(police, tile('police_events'))
    const again = await fetchAs(police, tile('police_events'))
    expect([made.status, again.status]).toEqual([200, 200])
    const etag = again.headers.get('etag')!
    expect((await fetchAs({ ...police, 'if-none-match': etag }, tile('police_events'))).status).toBe(304)
    for (const headers of [{}, await signIn('demo-planner'), await signIn('demo-admin')])
      for (const condition of [{}, { 'if-none-match': etag }, { 'if-none-match': '*' }])
        expect((await fetchAs({ ...headers, ...condition }, tile('police_events'))).status).toBe(404)
  })

  it('do not go to a key of another layer, nor to one that has been taken back, nor to a session that has ended', async () => {
    const planner = await signIn('demo-planner')
    for (const layer of ['lighting_upgrades', 'camera_sites'])
      for (let i = 0; i < 2; i += 1) expect((await fetchAs(planner, tile(layer))).status).toBe(200)
    const narrow = await makeKey(['camera_sites'])
    const wide = await makeKey(null)
    for (let i = 0; i < 2; i += 1) {
      expect((await fetchAs(narrow.headers, tile('camera_sites'))).status).toBe(200)
      expect((await fetchAs(narrow.headers, tile('lighting_upgrades'))).status).toBe(404)
      expect((await fetchAs(wide.headers, tile('lighting_upgrades'))).status).toBe(200)
    }
    const taken = await fetch(`${server.url}/api/tokens/${wide.id}`, {
      method: 'DELETE',
      headers: { ...(await signIn('demo-admin')), 'sec-fetch-site': 'same-origin' },
    })
    expect(taken.status).toBe(204)
    await expect
      .poll(async () => (await fetchAs(wide.headers, tile('lighting_upgrades'))).status, { timeout: 20_000 })
      .toBe(401)
    const closed = await fetch(`${server.url}/auth/logout`, {
      method: 'POST',
      headers: { ...planner, 'sec-fetch-site': 'same-origin' },
    })
    expect(closed.status).toBe(200)
    // Of reports the public sees nothing: who asks now is the public.
    await expect
      .poll(async () => (await fetchAs(planner, tile('unsafe_reports'))).status, { timeout: 20_000 })
      .toBe(404)
  })
})
