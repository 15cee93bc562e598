import { join } from 'node:path'
import type { Database } from '@trygghetskartan/api/database/database'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import {
  makeRelease,
  type ReleaseOptions,
  type ReleasePart,
} from '@trygghetskartan/api/releases/make-release'
import { endedMonth } from '@trygghetskartan/api/releases/release-job'
import { verifyReleases } from '@trygghetskartan/api/releases/verify-releases'
import { rules } from '@trygghetskartan/privacy'
import { type Bench, median, round } from './bench.ts'
import { withPrivateCluster } from './private-cluster.ts'
import { layMunicipality, storeReports } from './release-town.ts'

const migrationsFolder = join(import.meta.dirname, '..', '..', 'data', 'migrations')
const town = { addresses: 35_000, reports: 100_000, months: 24 }
const secondsWanted = 10
const partsInWords: Readonly<Record<ReleasePart, string>> = {
  ground: 'addresses into catchments',
  reports: 'learning reports',
  batches: 'batches',
  cells: 'laying cells',
  measures: 'counting measures',
  keeping: 'keeping it, with its hash',
}
const parts = Object.keys(partsInWords) as ReleasePart[]

/** Milliseconds of each part of one release, of all of it, and the most memory of this process meanwhile, MB. */
interface Run {
  readonly parts: ReadonlyMap<ReleasePart, number>
  readonly whole: number
  readonly memory: number
  readonly told: number
}

/** A month's release of the safety map in its second year, and the same without anything kept from month to month. */
export const release: Bench = {
  name: 'release',
  title: 'Safety map: a month’s release of 100,000 reports over 24 months',
  run: () =>
    withPrivateCluster(async (url, folder) => {
      const database = await openDatabase({ url, folder: join(folder, 'data'), migrationsFolder })
      try {
        return await measured(database)
      } finally {
        await database.close()
      }
    }),
}

async function measured(database: Database): ReturnType<Bench['run']> {
  const last = endedMonth(new Date())
  await database.owner((sql) => layMunicipality(sql, town.addresses))
  await database.owner((sql) => storeReports(sql, { ...town, last }))
  const before = Math.round(process.memoryUsage.rss() / 1e6)
  const months: Run[] = []
  for (let month = last - town.months + 1; month <= last; month += 1)
    months.push(await make(database, { month }))
  const started = performance.now()
  const { checked, wrong } = await verifyReleases(database)
  const verifying = performance.now() - started
  if (checked !== town.months || wrong.length > 0) throw new Error(`Not as published: ${wrong.join(', ')}`)
  const anew = await makeAnew(database, last)

  const year = months.slice(-12)
  const row = (what: string, of: (run: Run) => number) => {
    const usual = median(year.map(of))
    return [what, ...[usual, Math.max(...year.map(of)), of(anew), of(anew) / usual].map(round)]
  }
  const usual = median(year.map(({ whole }) => whole)) / 1000
  return {
    columns: ['', 'a month, ms', 'slowest month, ms', 'all anew, ms', 'times as long'],
    rows: [
      ...parts.map((part) => row(partsInWords[part], (run) => run.parts.get(part) ?? 0)),
      row('all of it', ({ whole }) => whole),
      row('most memory, MB', ({ memory }) => memory),
    ],
    targets: [
      {
        what: `a month’s release within ${secondsWanted} s`,
        reached: `${round(usual)} s, ${months.at(-1)!.told} squares say something`,
        met: usual <= secondsWanted,
      },
    ],
    notes: [
      `A made-up municipality of 20 x 20 km with ${town.addresses} addresses, 48 areas and 2,000 public measures; medians of the last 12 of ${town.months} releases, each of which learns of a month’s reports.`,
      'All anew: one release that knows nothing from those before, and snaps every report of 24 months.',
      `All ${checked} releases are verified in ${round(verifying)} ms. Memory is of this process, ${before} MB of it before the first release, without PostgreSQL.`,
    ],
  }
}

async function make(database: Database, options: ReleaseOptions): Promise<Run> {
  const times = new Map<ReleasePart, number>()
  let [part, since]: [ReleasePart | null, number] = [null, 0]
  const begin = (next: ReleasePart | null) => {
    const now = performance.now()
    if (part) times.set(part, now - since)
    ;[part, since] = [next, now]
  }
  let memory = 0
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage.rss() / 1e6)
  }, 20)
  const started = performance.now()
  try {
    const made = await database.owner((sql) => makeRelease(sql, { ...options, onPart: begin }))
    begin(null)
    if (made.kind !== 'made') throw new Error(`No release: ${made.kind}`)
    return { parts: times, whole: performance.now() - started, memory, told: made.told }
  } finally {
    clearInterval(watch)
  }
}

/** The last release as if there had been none before. */
async function makeAnew(database: Database, month: number): Promise<Run> {
  await database.owner(async (sql) => {
    for (const table of ['release_cells', 'releases']) {
      await sql`alter table core.${sql(table)} disable trigger user`
      await sql`delete from core.${sql(table)}`
    }
    await sql`delete from core.release_batches`
    await sql`delete from core.release_reports`
  })
  return make(database, { month, rules: { ...rules, months: town.months } })
}
