import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyEmbeddedTemplate } from '../testing/embedded-template.ts'
import { type ServerProcess, startProcess } from '../testing/server-process.ts'
import { shippedMigrations } from '../testing/test-database.ts'

const folder = mkdtempSync(join(tmpdir(), 'trygghetskartan-protection-'))
const words = {
  session: 'session-secret-of-at-least-thirty-two',
  metrics: 'metrics-token-in-a-file',
  cookie: 'cookie-that-opens-nothing-but-is-secret',
  bearer: 'bearer-that-opens-nothing-but-is-secret',
}

function secretFile(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, `${text}\n`, { mode: 0o600 })
  return path
}

describe('the server as a process with nothing but secrets in files', () => {
  let server: ServerProcess

  beforeAll(async () => {
    await copyEmbeddedTemplate(shippedMigrations, join(folder, 'database'))
    const started = await startProcess({
      DATA_FOLDER: folder,
      DEMO: '',
      LOG_LEVEL: 'trace',
      SESSION_SECRET_FILE: secretFile('session', words.session),
      METRICS_TOKEN_FILE: secretFile('metrics', words.metrics),
    })
    if ('exitCode' in started) throw new Error(started.output)
    server = started
  }, 180_000)
  afterAll(async () => {
    await server.end('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })

  it('starts with the public face only, and says so', async () => {
    expect(server.output()).toContain('bara den öppna kartan visas')
    const config = (await (await fetch(`${server.url}/api/config`)).json()) as Record<string, unknown>
    expect(config).toMatchObject({ demoAccounts: [], providers: [], demo: false })
    const signIn = await fetch(`${server.url}/auth/demo`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"account":"demo-admin"}',
    })
    expect(signIn.status).toBe(404)
  })

  it('opens the metrics to the token in its file', async () => {
    const ask = (token: string) =>
      fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${token}` } })
    expect((await ask(words.metrics)).status).toBe(200)
    expect((await ask('another')).status).toBe(404)
  })

  it('logs what is asked, and nothing that opens anything', async () => {
    const headers = { cookie: `tk_session=${words.cookie}`, authorization: `Bearer ${words.bearer}` }
    for (const path of ['/api/config', '/api/nothing', '/api/layers/camera_sites/items?sort=no'])
      for (const sent of [{ cookie: headers.cookie }, headers])
        await fetch(server.url + path, { headers: sent })
    await expect.poll(() => server.output()).toContain('/api/nothing')
    const operator = (
      JSON.parse(readFileSync(join(folder, 'database', 'owner.json'), 'utf8')) as { token: string }
    ).token
    for (const word of [...Object.values(words), operator]) expect(server.output()).not.toContain(word)
  })
})
