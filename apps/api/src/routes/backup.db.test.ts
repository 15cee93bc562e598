import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeFileWhole } from '../database/atomic-file.ts'
import { restoreFolder } from '../database/embedded-backup.ts'
import { openDatabase } from '../database/open-database.ts'
import { type TestApp, testApp, testOperatorToken } from '../testing/test-app.ts'
import { shippedMigrations } from '../testing/test-database.ts'

const operator = { authorization: `Bearer ${testOperatorToken}` }

describe('POST /api/backup', () => {
  let app: TestApp
  let folder: string
  beforeAll(async () => {
    app = await testApp('embedded')
    folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-backup-route-'))
  })
  afterAll(async () => {
    await app.close()
    await rm(folder, { recursive: true, force: true })
  })

  test('is refused to everybody but the operator', async () => {
    expect((await app.ask(null, 'POST', '/api/backup')).status).toBe(401)
    expect((await app.ask('demo-police', 'POST', '/api/backup')).status).toBe(403)
    expect((await app.ask('demo-admin', 'POST', '/api/backup')).status).toBe(403)
  })

  test('gives the operator a file that restores to the same database', async () => {
    await app.database.owner((sql) => sql`insert into core.settings values ('tried', '"å"')`)
    const answer = await app.ask(null, 'POST', '/api/backup', undefined, operator)
    expect(answer.status).toBe(200)
    const file = join(folder, 'backup')
    await writeFileWhole(file, answer.body!)
    await restoreFolder(file, join(folder, 'restored'))
    const restored = await openDatabase({
      folder: join(folder, 'restored'),
      migrationsFolder: shippedMigrations,
    })
    const rows = await restored.owner((sql) => sql`select value from core.settings where key = 'tried'`)
    expect(rows).toEqual([{ value: 'å' }])
    await restored.close()
  })
})
