import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { unpackIncidents } from '@trygghetskartan/analysis'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { importIncidents } from '@trygghetskartan/api/incidents/import-incidents'
import { createPackedIncidents } from '@trygghetskartan/api/incidents/packed-incidents'
import { guessMapping } from '@trygghetskartan/formats'
import { isRefusal } from '@trygghetskartan/geo'
import { type Bench, round } from './bench.ts'
import { madeIncidents } from './made-incidents.ts'
import { withPrivateCluster } from './private-cluster.ts'

/** Rows into PostgreSQL; fewer by INCIDENTS=… before the command. The embedded engine gets a tenth. */
const rows = Number(process.env.INCIDENTS ?? 1_000_000)
const migrationsFolder = join(import.meta.dirname, '..', '..', 'data', 'migrations')
const reader = { id: 'bench', name: 'Bench', audience: 'police' } as const
const header = [
  'Nummer',
  'Brottstyp',
  'Datum',
  'Tid',
  'Datum till',
  'Tid till',
  'E',
  'N',
  'Adress',
  'Fritext',
]
const words = [
  'Bråk',
  'Misshandel',
  'Cykelstöld',
  'Inbrott i bostad',
  'Skadegörelse',
  'Narkotikabrott',
  'Klotter',
  'Rån',
]

interface Run {
  readonly what: string
  readonly rows: number
  readonly seconds: number
  /** Most memory of this process meanwhile, MB. */
  readonly memory: number
}

/** A million incidents in from a CSV table, in again, and out as the packed table. */
export const incidentsBench: Bench = {
  name: 'incidents',
  title: 'Incidents: rows a second in from a CSV table, and seconds to the packed table',
  async run() {
    // First, before the embedded engine has taken its memory.
    const runs = await withPrivateCluster((url, own) => through('PostgreSQL', rows, url, join(own, 'data')))
    const folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-bench-'))
    try {
      runs.push(...(await through('embedded', Math.ceil(rows / 10), undefined, folder)))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    return {
      columns: ['what', 'rows', 'seconds', 'rows/s', 'most memory, MB'],
      rows: runs.map(({ what, rows, seconds, memory }) => [
        what,
        rows,
        round(seconds),
        Math.round(rows / seconds),
        memory,
      ]),
      targets: [],
      notes: [
        'A preview reads all and compares; an import reads twice, writes in one transaction and counts the squares anew.',
        'Memory is of this process: all of the embedded engine, and of PostgreSQL the reading alone.',
      ],
    }
  },
}

async function through(engine: string, n: number, url: string | undefined, folder: string): Promise<Run[]> {
  const csv = csvOf(n)
  const mapping = guessMapping(header, [])
  const database = await openDatabase({ url, folder, migrationsFolder })
  const take = (preview: boolean) =>
    importIncidents({
      ...{ database, mapping, preview, name: 'bench.csv' },
      reopen: () => chunksOf(csv),
      actor: { ...reader, audience: 'admin' },
    })
  const into = (what: string, preview: boolean, added: number) =>
    timed(`${engine}, ${what}`, n, async () => {
      const { summary } = await take(preview)
      if (summary.added !== added || summary.refused > 0)
        throw new Error(JSON.stringify(summary).slice(0, 500))
    })
  const packed = createPackedIncidents(database)
  const out = (what: string) =>
    timed(`${engine}, ${what}`, n, async () => {
      const { gzip } = await packed.of(reader, await packed.state(reader))
      const table = unpackIncidents(gunzipSync(gzip))
      if (isRefusal(table) || table.length !== n) throw new Error('Not what went in')
    })
  try {
    return [
      await into('preview', true, n),
      await into('into an empty table', false, n),
      await into('the same again', false, 0),
      await out('packed and unpacked'),
      await out('unpacked alone, packed before'),
    ]
  } finally {
    await database.close()
  }
}

function csvOf(n: number): Buffer {
  const { x, y, from, to, kind, precision } = madeIncidents(n)
  const parts = [`${header.join(';')}\n`]
  const clock = (minute: number) => new Date(minute * 60_000).toISOString().slice(0, 16).split('T')
  for (let i = 0; i < n; i++) {
    const [day, time] = clock(from[i]!)
    const [endDay, endTime] = to[i]! > from[i]! ? clock(to[i]!) : ['', '']
    const place = precision[i] === 0 ? [x[i], y[i]] : ['', '']
    parts.push(
      `${[`K${i}`, words[kind[i]! % words.length], day, time, endDay, endTime, ...place, 'Storgatan', 'Hög musik.'].join(';')}\n`,
    )
  }
  return Buffer.from(parts.join(''))
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1 << 18) yield bytes.subarray(at, at + (1 << 18))
}

async function timed(what: string, rows: number, work: () => Promise<void>): Promise<Run> {
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  const start = performance.now()
  try {
    await work()
  } finally {
    clearInterval(watch)
  }
  const seconds = (performance.now() - start) / 1000
  return { what, rows, seconds, memory: Math.round(Math.max(most, process.memoryUsage.rss()) / 1e6) }
}
