import { endedMonth } from '@trygghetskartan/api/releases/release-job'
import { layTown, storeReports, trueReports } from '@trygghetskartan/api/testing/attacker/town'
import { type TestDatabase, testDatabase } from '@trygghetskartan/api/testing/test-database'
import { firstDay } from '@trygghetskartan/privacy'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from './release.ts'

/** The month that has ended, and the one that goes on. */
const [ended, ongoing] = [0, 1].map((later) => firstDay(endedMonth(new Date()) + later)) as [string, string]
const month = ended.slice(0, 7)

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase('postgres')
}, 120_000)
afterAll(() => database.close())

async function run(...args: string[]) {
  const lines: string[] = []
  const told: string[] = []
  const code = await command.run(args, {
    out: (line) => lines.push(line),
    tell: (text) => told.push(typeof text === 'string' ? text : text.sv),
    language: 'sv',
    env: { DATABASE_URL: database.url },
  })
  return { code, lines, told: told.join('\n') }
}

test('makes nothing of a map without addresses, and says what is missing', async () => {
  expect(await run('make')).toMatchObject({ code: 1, told: expect.stringContaining('läs in en karta först') })
  expect(await run('list')).toMatchObject({ code: 0, lines: [] })
  expect(await run('verify')).toMatchObject({ code: 0, told: 'Det finns inga utgåvor än.' })
})

test('shows what the month that has ended would be, makes it once, and leaves the month that goes on alone', async () => {
  await database.owner(async (sql) => {
    await layTown(sql)
    const [inTime, early] = [ended, ongoing].map((day) =>
      trueReports(20_261_130).map((report) => ({ ...report, day })),
    )
    await storeReports(sql, inTime!)
    await storeReports(sql, early!.slice(0, 60))
  })
  const what = new RegExp(`^${month}: 63 rutor, varav (\\d+) säger något; (\\d+) nya grupper av rapporter\\.`)
  const preview = await run('preview')
  expect(preview.told).toMatch(what)
  expect(preview.told).toContain('Inget har ändrats')
  expect((await run('list')).lines).toEqual([])

  const made = await run('make')
  expect(made).toMatchObject({ code: 0, told: preview.told.split('\n')[0] })
  expect(Number(what.exec(made.told)![1])).toBeGreaterThan(2)
  const { lines } = await run('list')
  expect(lines).toEqual([expect.stringMatching(`^${month}\\t[0-9a-f]{64}$`)])
  const [known] = await database.owner(
    (sql) => sql<{ early: number }[]>`
      select count(*)::int as early from core.release_reports k join core.unsafe_reports r on r.id = k.report_id
      where r.received_on >= ${ongoing}::date`,
  )
  expect(known).toEqual({ early: 0 })

  expect(await run('make')).toMatchObject({ code: 1, told: `${month} är redan gjord, och görs aldrig om.` })
  expect((await run('list')).lines).toEqual(lines)
})

test('takes no month to make: it is always the one that has ended', async () => {
  await expect(run('make', ongoing.slice(0, 7))).rejects.toMatchObject({
    text: { sv: 'Månaden kan inte väljas: det är alltid den som senast har gått.' },
  })
  await expect(run('remake')).rejects.toMatchObject({
    text: { sv: 'Ange preview, make, list eller verify.' },
  })
})

test('verifies the releases, and names one that has been changed', async () => {
  expect(await run('verify')).toMatchObject({ code: 0, lines: [], told: '1 utgåva är som den publicerades.' })
  await database.owner(async (sql) => {
    await sql`alter table core.release_cells disable trigger user`
    await sql`update core.release_cells set level = 'many' where level = 'some'`
    await sql`alter table core.release_cells enable trigger user`
  })
  expect(await run('verify')).toMatchObject({ code: 1, lines: [month], told: '1 utgåva är ändrad.' })
})
