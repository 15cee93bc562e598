import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { copyEmbeddedTemplate } from '../testing/embedded-template.ts'
import { fixtureMigrations, insertPlace, planner, titles } from '../testing/fixtures/places.ts'
import { runFolder } from '../testing/run-folder.ts'
import { folderOwner } from './lock.ts'
import { announceServer, openDatabase } from './open-database.ts'

const holder = join(import.meta.dirname, '..', 'testing', 'fixtures', 'hold-folder.ts')

/** A second process; resolves with the first line it prints. */
async function spawnHolder(folder: string): Promise<{ child: ChildProcess; line: string }> {
  const child = spawn(process.execPath, [holder, folder, fixtureMigrations], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [line] = await once(child.stdout!, 'data')
  return { child, line: String(line).trim() }
}

describe('the folder of an embedded database', () => {
  let folder: string
  beforeEach(async () => {
    folder = join(runFolder(), `lock_${Math.random().toString(36).slice(2)}`)
    await copyEmbeddedTemplate(fixtureMigrations, folder)
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  test('is refused to a second process, and to a second opening in the same, in words that name the owner', async () => {
    const database = await openDatabase({ folder, migrationsFolder: fixtureMigrations })
    const { child, line } = await spawnHolder(folder)
    expect(line).toBe('locked')
    if (child.exitCode === null) await once(child, 'exit')
    const again = openDatabase({ folder, migrationsFolder: fixtureMigrations })
    await expect(again).rejects.toMatchObject({
      code: 'locked',
      text: { sv: expect.stringContaining(String(process.pid)) },
    })
    await database.write(planner, (sql) => insertPlace(sql, 'kvar'))
    expect(await titles(database)).toEqual(['kvar'])
    await database.close()
  })

  test('is taken over from a process that was killed, with all that it had committed', async () => {
    const { child, line } = await spawnHolder(folder)
    expect(line).toBe('open')
    expect(await folderOwner(folder)).toMatchObject({ pid: child.pid })
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(join(folder, 'owner.json'))).toBe(true)
    expect(await folderOwner(folder)).toBeNull()
    const database = await openDatabase({ folder, migrationsFolder: fixtureMigrations })
    expect(await folderOwner(folder)).toMatchObject({ pid: process.pid })
    await database.close()
    expect(existsSync(join(folder, 'owner.json'))).toBe(false)
  })

  test('says where the server answers, to its own user alone, until the server takes it back', async () => {
    const database = await openDatabase({ folder, migrationsFolder: fixtureMigrations })
    const withdraw = await announceServer(database, { url: 'http://localhost:1', token: 'secret' })
    expect(await folderOwner(folder)).toMatchObject({
      pid: process.pid,
      url: 'http://localhost:1',
      token: 'secret',
    })
    expect((await stat(join(folder, 'owner.json'))).mode & 0o077).toBe(0)
    await withdraw()
    expect(await folderOwner(folder)).not.toHaveProperty('token')
    await database.close()
    expect(await folderOwner(folder)).toBeNull()
  })
})
