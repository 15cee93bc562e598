import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { copyDemoTown } from '@trygghetskartan/api/testing/demo-town'
import { startProcess } from '@trygghetskartan/api/testing/server-process'
import { engines, testDatabase } from '@trygghetskartan/api/testing/test-database'
import { describe, expect, test } from 'vitest'
import { UsageError } from './command.ts'
import { command } from './users.ts'

async function run(env: NodeJS.ProcessEnv, ...args: string[]) {
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

describe('npm run users', () => {
  test.runIf(engines.includes('postgres'))(
    'gives roles in a database, and keeps one administrator',
    async () => {
      const database = await testDatabase('postgres')
      const env = { DATABASE_URL: database.url }
      expect(await run(env)).toMatchObject({ code: 0, lines: [], told: expect.stringContaining('Ingen har') })
      await database.owner(
        (sql) => sql`
        insert into identity.accounts (issuer, subject, name, email) values
          ('kommun', '1', 'Anna Berg', 'anna@example.se'), ('kommun', '2', 'Bo Ek', null), ('kommun', '3', 'Bo Ek', null)`,
      )
      expect((await run(env, 'list')).lines).toHaveLength(3)
      const given = await run(env, 'role', 'anna@example.se', 'admin')
      expect(given).toMatchObject({
        code: 0,
        lines: [expect.stringContaining('\tadmin\topen\tkommun\tAnna Berg')],
      })
      expect(await run(env, 'role', 'Bo Ek', 'planner')).toMatchObject({
        code: 1,
        told: expect.stringContaining('Flera konton'),
      })
      expect(await run(env, 'role', 'Cecilia', 'planner')).toMatchObject({
        code: 1,
        told: expect.stringContaining('måste ha loggat in'),
      })
      expect(await run(env, 'disable', 'Anna Berg')).toMatchObject({
        code: 1,
        told: expect.stringContaining('minst en administratör'),
      })
      const deciding = await run(env, 'decides', 'Anna Berg', 'on')
      expect(deciding.lines.join()).toMatch(/\tanna@example\.se\tdecides$/)
      expect((await run(env, 'decides', 'Anna Berg', 'off')).lines.join()).not.toContain('decides')
      await expect(run(env, 'decides', 'Anna Berg', 'maybe')).rejects.toThrow(UsageError)
      const [entry] = await database.owner((sql) => sql`select action, actor_id from audit.entries`)
      expect(entry).toEqual({ action: 'account.changed', actor_id: 'operator' })
      await expect(run(env, 'role', 'Anna Berg', 'king')).rejects.toThrow(UsageError)
      await expect(run(env, 'nonsense')).rejects.toThrow(UsageError)
      await database.close()
    },
    120_000,
  )

  test('goes through the server that has the embedded database', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'users-command-'))
    await copyDemoTown(folder)
    const server = await startProcess({ DATA_FOLDER: folder, DEMO: '1' })
    if ('exitCode' in server) throw new Error(server.output)
    try {
      await fetch(`${server.url}/auth/demo`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"account":"demo-planner"}',
      })
      const env = { DATA_FOLDER: folder }
      const given = await run(env, 'role', 'Petra Lindgren', 'police')
      expect(given).toMatchObject({ code: 0, lines: [expect.stringContaining('\tpolice\topen\tdemo\t')] })
      expect((await run(env, 'role', 'Petra Lindgren', 'by-groups')).lines.join()).toContain('\tplanner\t')
    } finally {
      await server.end()
      await rm(folder, { recursive: true, force: true })
    }
  }, 180_000)
})
