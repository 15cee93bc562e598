import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyDemoTown } from './testing/demo-town.ts'
import { type ServerProcess, startProcess } from './testing/server-process.ts'

const folder = mkdtempSync(join(tmpdir(), 'trygghetskartan-server-'))
const start = () => startProcess({ DATA_FOLDER: folder, DEMO: '1' })

/** What a start that was expected to fail said. */
async function refusedStart(env: Record<string, string>): Promise<{ exitCode: number; output: string }> {
  const started = await startProcess(env)
  if ('exitCode' in started) return started
  await started.end('SIGKILL')
  throw new Error('it started')
}

async function planner(server: ServerProcess) {
  const response = await fetch(`${server.url}/auth/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account: 'demo-planner' }),
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  return (method: string, path: string, body?: unknown) =>
    fetch(`${server.url}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
}

const camera = (id: string) => ({
  id,
  layer: 'camera_sites',
  geometry: { type: 'Point', coordinates: [14.15, 56.03] },
  properties: { title: 'Resecentrum' },
})

describe('the server as a process on the embedded engine', () => {
  let server: ServerProcess

  beforeAll(async () => {
    await copyDemoTown(folder)
    const started = await start()
    if ('exitCode' in started) throw new Error(started.output)
    server = started
  }, 180_000)
  afterAll(async () => {
    await server.end('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('says where it is, that the engine is for trying out, and that demo accounts are open', async () => {
    await expect.poll(() => server.output()).toMatch(/Trygghetskartan finns på http:\/\/localhost:\d+/)
    expect(server.output()).toContain('lovar inte att överleva ett strömavbrott')
    expect(server.output()).toContain('DEMO=1')
  })

  it('refuses a second process on the same data, with words', async () => {
    const second = await refusedStart({ DATA_FOLDER: folder })
    expect(second).toMatchObject({ exitCode: 1 })
    expect(second.output).toContain(`används redan av en annan process (pid ${server.child.pid})`)
  }, 60_000)

  it('keeps the operator’s token where only the owner of the folder can read it', () => {
    const owner = JSON.parse(readFileSync(join(folder, 'database', 'owner.json'), 'utf8')) as {
      url: string
      token: string
    }
    expect(owner.url).toContain('http://')
    expect(owner.token.length).toBeGreaterThan(30)
  })

  it('finishes the writes it took on when it is told to stop, and has them at the next start', async () => {
    const ask = await planner(server)
    const ids = Array.from({ length: 40 }, () => randomUUID())
    const writes = ids.map((id) =>
      ask('POST', '/api/measures', camera(id)).then(
        (response) => response.status,
        () => 0,
      ),
    )
    await Promise.race(writes)
    expect(await server.end('SIGTERM')).toBe(0)
    const statuses = await Promise.all(writes)
    const again = await start()
    if ('exitCode' in again) throw new Error(again.output)
    server = again
    const read = await planner(server)
    const kept = await Promise.all(ids.map(async (id) => (await read('GET', `/api/measures/${id}`)).status))
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0)
    for (const [index, status] of statuses.entries()) if (status === 201) expect(kept[index]).toBe(200)
  }, 120_000)

  it('stops before it opens anything where the environment makes no sense', async () => {
    const refused = await refusedStart({ DATA_FOLDER: folder, TILE_WORKERS: 'many', DEMO: 'maybe' })
    expect(refused).toMatchObject({ exitCode: 1 })
    expect(refused.output).toEqual(expect.stringMatching(/DEMO[\s\S]*TILE_WORKERS|TILE_WORKERS[\s\S]*DEMO/))
  })
})
