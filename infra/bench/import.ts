import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { openDatabase } from '@trygghetskartan/api/database/open-database'
import { runImport } from '@trygghetskartan/api/imports/run-import'
import { readOsm } from '@trygghetskartan/formats'
import { type Bench, round } from './bench.ts'
import { osmTown, type Town } from './osm-town.ts'
import { withPrivateCluster } from './private-cluster.ts'

/** Objects a second, read and written into the embedded engine. */
const wanted = 50_000
const migrationsFolder = join(import.meta.dirname, '..', '..', 'data', 'migrations')

interface Run {
  readonly what: string
  readonly seconds: number
  /** Processor time of this process, seconds: what a machine with nothing else to do would need at most. */
  readonly processor: number
  readonly features: number
}

/** Objects of an OpenStreetMap file read a second: alone, and with the writing into either engine. */
export const importBench: Bench = {
  name: 'import',
  title: 'OpenStreetMap import: objects read and written a second',
  async run() {
    const town = osmTown(40_000)
    const runs = [await timed('read alone', () => reading(town))]
    const folder = await mkdtemp(join(tmpdir(), 'trygghetskartan-bench-'))
    try {
      runs.push(...(await writing('embedded', town, undefined, folder)))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    runs.push(
      ...(await withPrivateCluster((url, own) => writing('PostgreSQL', town, url, join(own, 'data')))),
    )
    const perSecond = (seconds: number) => Math.round(town.objects / seconds)
    const embedded = runs.find(({ what }) => what === 'embedded, first import')!
    const reached = perSecond(embedded.seconds)
    return {
      columns: ['what', 'features', 'seconds', 'objects/s', 'processor, s', 'objects/processor s'],
      rows: runs.map(({ what, features, seconds, processor }) => [
        what,
        features,
        round(seconds),
        perSecond(seconds),
        round(processor),
        perSecond(processor),
      ]),
      targets: [
        {
          what: `at least ${wanted} objects a second into the embedded engine`,
          reached: `${reached} a second (${perSecond(embedded.processor)} to a second of processor time)`,
          met: reached >= wanted,
        },
      ],
      notes: [
        `A made-up town of ${town.objects} objects. Opening the database is not counted; the search index and the statistics are.`,
        'Processor time is of this process: all of the embedded engine, but nothing of what PostgreSQL does in its own.',
      ],
    }
  },
}

async function* bytesOf({ blocks }: Town): AsyncGenerator<Uint8Array> {
  yield* blocks
}

async function reading(town: Town): Promise<number> {
  let features = 0
  const { items } = readOsm(bytesOf(town), (data, size) => inflateSync(data, { maxOutputLength: size }))
  for await (const item of items) if ('item' in item) features += 1
  return features
}

/** The first import, the same again, and the same under another name: the engine is warm by then. */
async function writing(engine: string, town: Town, url: string | undefined, folder: string): Promise<Run[]> {
  const database = await openDatabase({ url, folder, migrationsFolder })
  const into = async (name: string): Promise<number> => {
    const summary = await runImport({ database, layers: [], format: 'osm', name, input: bytesOf(town) })
    return summary.written
  }
  try {
    const first = await timed(`${engine}, first import`, () => into('town'))
    const again = await timed(`${engine}, the same again`, () => into('town'))
    if (again.features !== 0) throw new Error('The same file changed something')
    return [first, again]
  } finally {
    await database.close()
  }
}

async function timed(what: string, work: () => Promise<number>): Promise<Run> {
  const [start, before] = [performance.now(), process.cpuUsage()]
  const features = await work()
  const { user, system } = process.cpuUsage(before)
  return { what, seconds: (performance.now() - start) / 1000, processor: (user + system) / 1e6, features }
}
