import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEnv } from '../env.ts'
import { type RunningServer, startServer } from '../server.ts'
import { copyDemoTown } from '../testing/demo-town.ts'

describe('a running server', () => {
  let folder: string
  let server: RunningServer
  const cookies = new Map<string, string>()
  const get = (account: string, path: string) =>
    fetch(new URL(path, server.url), { headers: { cookie: cookies.get(account) ?? '' } })

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sensitive-tiles-'))
    await copyDemoTown(folder)
    const env = readEnv({ DATA_FOLDER: folder, DEMO: '1', PORT: '0', HOST: '127.0.0.1', TILE_WORKERS: '1' })
    server = await startServer({ env, log: pino({ level: 'silent' }) })
    for (const account of ['demo-planner', 'demo-planner-2', 'demo-admin']) {
      const response = await fetch(new URL('/auth/demo', server.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify({ account }),
      })
      cookies.set(account, response.headers.get('set-cookie')!.split(';')[0]!)
    }
  })
  afterAll(async () => {
    await server.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('keeps that somebody read a tile, also one that was ready for another', async () => {
    const tile = '/api/tiles/unsafe_reports/12/2208/1272.mvt'
    const readers = async () => {
      const answer = (await (
        await get('demo-admin', '/api/audit?action=layer.read&kind=unsafe_reports')
      ).json()) as {
        entries: { actor: { name: string }; address: string | null; detail: unknown }[]
      }
      return answer.entries.map(({ actor }) => actor.name).reverse()
    }
    expect((await get('demo-planner', tile)).status).toBeLessThan(300)
    await expect.poll(readers).toEqual(['Petra Lindgren'])
    // From here on the tile is answered before any middleware.
    for (let n = 0; n < 3; n += 1) expect((await get('demo-planner-2', tile)).status).toBeLessThan(300)
    await expect.poll(readers).toEqual(['Petra Lindgren', 'Johan Ek'])
    // What he read twice more is the same reading.
    await new Promise((resolve) => setTimeout(resolve, 2000))
    expect(await readers()).toEqual(['Petra Lindgren', 'Johan Ek'])
  })
})
