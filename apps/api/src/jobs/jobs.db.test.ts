import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase, testDatabase } from '../testing/test-database.ts'
import type { Job } from './job.ts'
import { createJobs, type Jobs } from './jobs.ts'

const title = { sv: 'Prov', en: 'Trial' }
const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 10))
}

describe.each(engines)('the server’s jobs on %s', (engine) => {
  let database: TestDatabase
  const servers: Jobs[] = []
  const server = (jobs: readonly Job[], options: { patience?: number } = {}): Jobs => {
    const made = createJobs({ database, jobs, log: pino({ level: 'silent' }), tick: 20, ...options })
    servers.push(made)
    return made
  }

  beforeAll(async () => {
    database = await testDatabase(engine)
  })
  afterEach(async () => {
    for (const one of servers.splice(0)) await one.close()
    await database.owner((sql) => sql`delete from core.jobs`)
  })
  afterAll(() => database.close())

  test('run when they are due, and keep how it went', async () => {
    let runs = 0
    const jobs = server([{ id: 'often', title, everySeconds: 1, run: async () => `run ${++runs}` }])
    jobs.start()
    await until(() => runs >= 2)
    const [job] = await jobs.list()
    expect(job).toMatchObject({ id: 'often', everySeconds: 1, lastOutcome: 'ok' })
    expect(job!.lastMessage).toMatch(/^run \d$/)
    expect(Date.parse(job!.nextAt!) - Date.parse(job!.lastStartedAt!)).toBe(1000)
  })

  test('that fail say so, and are tried again in their time', async () => {
    const jobs = server([
      { id: 'broken', title, everySeconds: 3600, run: () => Promise.reject(new Error('disk on fire')) },
    ])
    expect(await jobs.run('broken')).toBe('failed')
    expect((await jobs.list())[0]).toMatchObject({
      lastOutcome: 'failed',
      lastMessage: 'disk on fire',
      running: false,
    })
    expect(await jobs.run('broken')).toBe('failed')
    expect(await jobs.run('unheard-of')).toBe('unknown')
  })

  test('are run by one server at a time', async () => {
    let at = 0
    let most = 0
    let refused = 0
    const job: Job = {
      id: 'shared',
      title,
      everySeconds: 3600,
      async run() {
        at += 1
        most = Math.max(most, at)
        // Until the others have been told, however busy the machine is.
        await until(() => refused === 3)
        at -= 1
        return null
      },
    }
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const outcome = await server([job]).run('shared')
        if (outcome === 'busy') refused += 1
        return outcome
      }),
    )
    expect(outcomes.filter((outcome) => outcome === 'ok')).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome === 'busy')).toHaveLength(3)
    expect(most).toBe(1)
  })

  test('that were missed while no server ran are caught up, once', async () => {
    let runs = 0
    const job: Job = { id: 'nightly', title, everySeconds: 86_400, hour: 2, run: async () => String(++runs) }
    const first = server([job])
    await first.list()
    await database.owner((sql) => sql`update core.jobs set last_started_at = now() - interval '3 days'`)
    first.start()
    server([job]).start()
    await until(() => runs === 1)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(runs).toBe(1)
  })

  test('of a server that died are taken over when it has been silent long enough', async () => {
    let runs = 0
    const job: Job = { id: 'orphan', title, everySeconds: 3600, run: async () => String(++runs) }
    const jobs = server([job])
    await jobs.list()
    await database.owner(
      (sql) => sql`update core.jobs set holder = gen_random_uuid(), held_until = now() + interval '1 hour'`,
    )
    expect(await jobs.run('orphan')).toBe('busy')
    await database.owner((sql) => sql`update core.jobs set held_until = now() - interval '1 second'`)
    expect(await jobs.run('orphan')).toBe('ok')
  })

  test('are asked to end when the server stops, and are waited for', async () => {
    let ended = false
    const jobs = server([
      {
        id: 'long',
        title,
        everySeconds: 3600,
        async run(signal) {
          await new Promise((resolve) => signal.addEventListener('abort', resolve))
          ended = true
          return 'ended early'
        },
      },
    ])
    const run = jobs.run('long')
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect((await jobs.list())[0]).toMatchObject({ running: true })
    await jobs.close()
    expect(ended).toBe(true)
    expect(await run).toBe('ok')
  })

  test('go on holding what takes longer than their patience', async () => {
    let kept: boolean | undefined
    const job: Job = {
      id: 'slow',
      title,
      everySeconds: 3600,
      async run(signal) {
        await new Promise((resolve) => setTimeout(resolve, 5000))
        kept = !signal.aborted
        return null
      },
    }
    const run = server([job], { patience: 3 }).run('slow')
    await new Promise((resolve) => setTimeout(resolve, 4000))
    expect(await server([job]).run('slow')).toBe('busy')
    expect(await run).toBe('ok')
    expect(kept).toBe(true)
  })
})
