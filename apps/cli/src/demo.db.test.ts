import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyEmbeddedTemplate } from '@trygghetskartan/api/testing/embedded-template'
import {
  engines,
  shippedMigrations,
  type TestDatabase,
  testDatabase,
} from '@trygghetskartan/api/testing/test-database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { UsageError } from './command.ts'
import { command } from './demo.ts'

describe('npm run demo', () => {
  let folder: string
  let server: TestDatabase | undefined
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'demo-command-'))
    // The same command for either engine; PostgreSQL starts faster.
    if (engines.includes('postgres')) server = await testDatabase('postgres')
    else await copyEmbeddedTemplate(shippedMigrations, join(folder, 'database'))
  }, 120_000)
  afterAll(async () => {
    await server?.close()
    await rm(folder, { recursive: true, force: true })
  })

  const run = async (...args: string[]) => {
    const lines: string[] = []
    const told: string[] = []
    const code = await command.run(args, {
      out: (line) => lines.push(line),
      tell: (text) => told.push(typeof text === 'string' ? text : text.sv),
      language: 'sv',
      env: { DATA_FOLDER: folder, ...(server?.url && { DATABASE_URL: server.url }) },
    })
    return { code, lines, told: told.join('\n') }
  }

  it('loads, refuses to load twice, and takes it all away again', async () => {
    const first = await run('load')
    expect(first.code).toBe(0)
    expect(first.lines.join('\n')).toMatch(/\d{4} police_events/)
    const second = await run('load')
    expect(second.code).toBe(1)
    expect(second.told).toContain('tom databas')
    const cleared = await run('clear')
    expect(cleared.code).toBe(0)
    expect(cleared.told).toContain('Det ni själva har lagt in är kvar')
  }, 240_000)

  it('says what it can do when asked for something else', async () => {
    await expect(run()).rejects.toThrow(UsageError)
    await expect(run('reload')).rejects.toThrow('Not understood: reload')
  })
})
