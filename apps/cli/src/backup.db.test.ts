import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAudit } from '@trygghetskartan/api/audit/verify'
import type { Database } from '@trygghetskartan/api/database/database'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { emptyNativeDatabase } from '@trygghetskartan/api/testing/native-template'
import { engines, shippedMigrations, testDatabase } from '@trygghetskartan/api/testing/test-database'
import { afterAll, describe, expect, test } from 'vitest'

const main = join(import.meta.dirname, 'main.ts')
const work = mkdtempSync(join(tmpdir(), 'trygghetskartan-cli-'))
afterAll(() => rmSync(work, { recursive: true, force: true }))

const run = (args: readonly string[], env: Record<string, string>) => {
  const { DATABASE_URL: _, DATA_FOLDER: __, ...rest } = process.env
  const all = { ...rest, LANG: 'sv_SE.UTF-8', LC_ALL: '', ...env }
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    env: all,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

/** Rows and content of every table. */
async function everything(database: Database): Promise<Record<string, unknown>> {
  return database.owner(async (sql) => {
    const tables = await sql`
      select table_schema as schema, table_name as name from information_schema.tables
      where table_schema in ('core', 'basemap') and table_type = 'BASE TABLE' order by 1, 2`
    const found: Record<string, unknown> = {}
    for (const { schema, name } of tables) {
      const [row] = await sql`
        select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as content from ${sql(schema)}.${sql(name)} t`
      found[`${schema}.${name}`] = row
    }
    return found
  })
}

const actor = { id: 'p', name: 'Planerare', audience: 'planner' } as const
const fill = (database: Database) =>
  database.write(
    actor,
    (sql) => sql`
      insert into camera_sites (geom, title, status)
      select st_setsrid(st_makepoint(14.15 + i * 0.0001, 56.03), 4326), 'Kamera å ' || i, 'idea' from generate_series(1, 20) i`,
  )

describe.each(engines)('the commands backup and restore on %s', (engine) => {
  test('bring the whole municipality over to an empty database, and refuse one that is not', async () => {
    const source = await testDatabase(engine)
    await fill(source)
    const before = await everything(source)
    expect(before['core.camera_sites']).toMatchObject({ rows: 20 })
    expect(before['core.history']).toMatchObject({ rows: 20 })

    const file = join(work, `${engine}.backup`)
    // The embedded engine's folder as the server lays it out, taken while nobody has it.
    const dataFolder = join(work, engine)
    const env = source.url ? { DATABASE_URL: source.url } : { DATA_FOLDER: dataFolder }
    if (!source.url) {
      expect(run(['backup', file], env)).toMatchObject({
        status: 1,
        stderr: expect.stringContaining('ingen databas'),
      })
      const { backupOpen } = await import('@trygghetskartan/api/database/open-database')
      const { writeFileWhole } = await import('@trygghetskartan/api/database/atomic-file')
      const live = join(work, 'live.backup')
      await writeFileWhole(live, (await backupOpen(source))!)
      expect(run(['restore', live], env)).toMatchObject({ status: 0 })
    }
    expect(run(['backup', file], env)).toMatchObject({ status: 0, stdout: `${file}\n` })
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(run(['backup', file], env)).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('finns redan'),
    })

    const target = source.url
      ? { DATABASE_URL: await emptyNativeDatabase() }
      : { DATA_FOLDER: join(work, 'restored') }
    expect(run(['restore', file], target)).toMatchObject({ status: 0 })
    expect(run(['restore', file], target)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/redan/),
    })
    const restored = await openDatabase({
      url: target.DATABASE_URL,
      folder: join(work, 'restored', 'database'),
      migrationsFolder: shippedMigrations,
    })
    expect(await everything(restored)).toEqual(before)
    await fill(restored)
    expect(await verifyAudit(restored)).toMatchObject({ ok: true, checked: 40 })
    await expect(
      restored.read('public', (sql) => sql`select 1 from core.camera_sites`),
    ).rejects.toMatchObject({
      code: '42501',
    })
    await restored.close()
    await source.close()
  }, 240_000)
})

test('a command that does not exist, and one without what it needs, say what there is', () => {
  expect(run(['nonsense'], {})).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('Okänt kommando: nonsense'),
  })
  expect(run(['--help'], {}).stderr).toContain('npm run backup -- <file>')
  expect(run(['restore'], {})).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('npm run restore'),
  })
  expect(run(['backup', join(work, 'x')], { DATABASE_URL: 'postgres://a:b@127.0.0.1:1/c' }).status).toBe(1)
  expect(existsSync(join(work, 'x'))).toBe(false)
}, 60_000)

describe.runIf(engines.includes('postgres'))('the command db', () => {
  test('starts a database of its own, keeps what is in it over a stop, and keeps its address', async () => {
    // The server runs as another account where this one is root, and must reach the folder.
    const folder = mkdtempSync(join(tmpdir(), 'trygghetskartan-db-'))
    const { chmodSync } = await import('node:fs')
    chmodSync(folder, 0o755)
    const env = { DATA_FOLDER: folder }
    expect(run(['db', 'status'], env)).toMatchObject({ status: 3 })
    const started = run(['db'], env)
    expect(started).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^DATABASE_URL=postgres:\/\/\S+\n$/),
    })
    try {
      const url = started.stdout.trim().slice('DATABASE_URL='.length)
      const database = await openDatabase({ url, folder: '', migrationsFolder: shippedMigrations })
      await fill(database)
      const before = await everything(database)
      await database.close()
      expect(run(['db', 'start'], env).stdout).toBe(started.stdout)
      expect(run(['db', 'stop'], env)).toMatchObject({ status: 0 })
      expect(run(['db', 'status'], env)).toMatchObject({ status: 3 })
      expect(run(['db', 'start'], env).stdout).toBe(started.stdout)
      expect(run(['db', 'status'], env)).toMatchObject({ status: 0, stdout: started.stdout })
      const again = await openDatabase({ url, folder: '', migrationsFolder: shippedMigrations })
      expect(await everything(again)).toEqual(before)
      await again.close()
    } finally {
      expect(run(['db', 'stop'], env)).toMatchObject({ status: 0 })
      rmSync(folder, { recursive: true, force: true })
    }
  }, 240_000)
})
