import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { headsFile, readHeads } from '@trygghetskartan/api/audit/heads'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { copyEmbeddedTemplate } from '@trygghetskartan/api/testing/embedded-template'
import { type ServerProcess, startProcess } from '@trygghetskartan/api/testing/server-process'
import { engines, shippedMigrations, testDatabase } from '@trygghetskartan/api/testing/test-database'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { command as audit } from './audit.ts'
import { type Command, UsageError } from './command.ts'
import { command as retention } from './retention.ts'

async function run(command: Command, env: NodeJS.ProcessEnv, ...args: string[]) {
  const lines: string[] = []
  const told: string[] = []
  const code = await command.run(args, {
    out: (line) => lines.push(line),
    tell: (text) => told.push(typeof text === 'string' ? text : text.sv),
    language: 'sv',
    env,
  })
  return { code, lines, told: told.join('\n') }
}

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-audit-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('npm run audit and npm run retention', () => {
  test.runIf(engines.includes('postgres'))('work on PostgreSQL, and find what was touched', async () => {
    const database = await testDatabase('postgres')
    const env = { DATABASE_URL: database.url, DATA_FOLDER: join(folder, 'native') }
    await database.owner(
      (sql) => sql`
        insert into core.unsafe_reports (geom, reasons, received_on)
        values (ST_SetSRID(ST_MakePoint(14.15, 56.03), 4326), '{darkness}', '2015-01-01')`,
    )
    expect(await run(audit, env, 'verify')).toMatchObject({
      code: 0,
      told: expect.stringContaining('är hel: 1 poster'),
    })
    expect((await run(retention, env, 'list')).lines).toContain(
      'reports\tP2Y\t1\t1\tRapporter om otrygga platser',
    )
    expect((await run(retention, env, 'preview')).lines[0]).toMatch(/^reports\t1\t[0-9a-f-]{36}$/)
    expect(await run(retention, env, 'run')).toMatchObject({
      lines: ['reports\t1'],
      told: '1 rader har tagits bort.',
    })
    const { lines } = await run(audit, env, 'export', '--from', '2020-01-01')
    expect(lines[0]).toContain('nr;tid;vem')
    expect(lines.join('\n')).toContain(';operator;Kommandoraden;admin;;retention.run;')

    const heads = join(folder, 'heads.ndjson')
    await writeFile(heads, `{"seq":1,"hash":"${'0'.repeat(64)}","at":"2026-11-22T12:00:00Z"}\n`)
    const found = await run(audit, env, 'verify', '--heads', heads, '--json')
    expect(found.code).toBe(1)
    expect(JSON.parse(found.lines[0]!)).toMatchObject({
      ok: false,
      problems: [{ seq: 1, kind: 'head-mismatch' }],
    })
    await expect(run(audit, env, 'verify', '--heads', join(folder, 'none'))).rejects.toThrow(UsageError)
    await expect(run(audit, env, 'verify', '--sideways')).rejects.toThrow(UsageError)
    await expect(run(retention, env, 'everything')).rejects.toThrow(UsageError)
    await database.close()
  })

  test('are handed to the server that has the embedded database, which exports its heads at start and at stop', async () => {
    const env = { DATA_FOLDER: join(folder, 'embedded'), DEMO: '0' }
    await copyEmbeddedTemplate(shippedMigrations, join(env.DATA_FOLDER, 'database'))
    const started = await startProcess(env)
    if ('exitCode' in started) throw new Error(started.output)
    const server: ServerProcess = started
    try {
      expect((await run(retention, env, 'list')).lines.length).toBeGreaterThan(8)
      expect((await run(retention, env, 'run')).told).toBe('0 rader har tagits bort.')
      expect(await run(audit, env, 'verify')).toMatchObject({
        code: 0,
        told: expect.stringContaining('är hel'),
      })
      const { lines } = await run(audit, env, 'export')
      expect(lines[0]).toBe('\ufeffnr;tid;vem (id);vem;roll;från;vad;slag;objekt;före;efter;övrigt;hash\r')
      expect(lines.join('\n')).toContain('retention.run')
    } finally {
      await server.end()
    }
    const heads = []
    for await (const head of readHeads(headsFile(env.DATA_FOLDER))) heads.push(head)
    const database = await openDatabase({
      folder: join(env.DATA_FOLDER, 'database'),
      migrationsFolder: shippedMigrations,
    })
    const [head] = await database.owner(
      (sql) => sql`select seq::int, encode(hash, 'hex') as hash from audit.head`,
    )
    await database.close()
    expect(heads.at(-1)).toMatchObject({ seq: head!.seq, hash: head!.hash })
    // Nobody has the folder now.
    expect(await run(audit, env, 'verify')).toMatchObject({ code: 0 })
  }, 300_000)
})
