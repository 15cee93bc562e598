import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { copyEmbeddedTemplate } from '../testing/embedded-template.ts'
import { fixtureMigrations } from '../testing/fixtures/places.ts'
import type { Database } from './database.ts'
import { openDatabase } from './open-database.ts'

const disk = mkdtempSync(join(tmpdir(), 'trygghetskartan-disk-'))
/** A disk of 100 MB, which only root may make. */
const mounted = spawnSync('/usr/bin/mount', ['-t', 'tmpfs', '-o', 'size=100m', 'tmpfs', disk]).status === 0
if (!mounted)
  process.stderr.write('No small disk can be mounted here: what happens on a full one is not tried\n')

const ballast = join(disk, 'ballast')
const fillUp = (leave: number): void => {
  const { bavail, bsize } = statfsSync(disk)
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - leave))
}

describe.runIf(mounted)('a full disk under the embedded engine', () => {
  afterAll(() => {
    spawnSync('/usr/bin/umount', [disk])
    rmdirSync(disk)
  })

  const open = async (name: string): Promise<Database> => {
    const folder = join(disk, name)
    mkdirSync(folder)
    await copyEmbeddedTemplate(fixtureMigrations, folder)
    const database = await openDatabase({ folder, migrationsFolder: fixtureMigrations })
    await database.owner(async (sql) => {
      await sql`create table core.counted (id int primary key, n int not null, filler text) with (fillfactor = 20)`
      await sql`insert into core.counted select i, 0 from generate_series(1, 400) as i`
    })
    return database
  }

  test('refuses what does not fit, keeps what was there, and takes more when there is room', async () => {
    const database = await open('data')
    fillUp(200_000)
    const big = () =>
      database.owner(
        (sql) =>
          sql`insert into core.counted select i, 1, repeat('x', 1500) from generate_series(1000, 1999) as i`,
      )
    await expect(big()).rejects.toMatchObject({
      code: 'full',
      text: { sv: expect.stringContaining('Disken är full') },
    })
    const [row] = await database.owner((sql) => sql`select count(*)::int as rows from core.counted`)
    expect(row).toEqual({ rows: 400 })
    rmSync(ballast)
    expect((await big()).count).toBe(1000)
    await database.close()
    rmSync(join(disk, 'data'), { recursive: true })
  })

  test('that has no room for the log stops the engine, which comes back with every acknowledged write', async () => {
    const database = await open('log')
    fillUp(200_000)
    let acknowledged = 0
    const write = () => database.owner((sql) => sql`update core.counted set n = ${acknowledged + 1}`)
    const untilFull = async () => {
      for (; acknowledged < 5000; acknowledged += 1) await write()
    }
    await expect(untilFull()).rejects.toMatchObject({ code: 'full' })
    expect(acknowledged).toBeGreaterThan(10)
    rmSync(ballast)
    // It may be trying to come back while there was no room yet.
    await expect
      .poll(() => database.owner((sql) => sql`select 1 as one`).catch(() => null), { timeout: 60_000 })
      .toEqual([{ one: 1 }])
    const [row] = await database.owner((sql) => sql`select min(n) as least, max(n) as most from core.counted`)
    expect(row!.least).toBe(row!.most)
    // Of the write that failed it was not known whether it was kept.
    expect([acknowledged, acknowledged + 1]).toContain(row!.most)
    await write()
    await database.close()
    rmSync(join(disk, 'log'), { recursive: true })
  }, 180_000)
})
