import { inflateSync } from 'node:zlib'
import { type BasemapFeature, readOsm } from '@trygghetskartan/formats'
import type { Database, Sql } from '../database/database.ts'
import {
  countDataset,
  countStaged,
  createStage,
  indexStage,
  keepDataset,
  keepSettings,
  publishBasemap,
  removeGone,
  removeSchematic,
  stage,
  unstageInvalid,
  writeStaged,
} from '../queries/basemap-import.ts'
import { startBulk, wrongCount } from './bulk.ts'
import { ewkb } from './ewkb.ts'
import type { Meter } from './meter.ts'
import { Spool } from './spool.ts'
import type { ImportSummary } from './summary.ts'
import type { Tally } from './tally.ts'
import { type Ending, writeOnce } from './write-once.ts'

/** Must stand on every map made of the data: https://osmfoundation.org/wiki/Licence/Attribution_Guidelines */
const attribution = '© OpenStreetMap contributors'

type Outcome = Pick<ImportSummary, 'read' | 'written' | 'unchanged' | 'removed' | 'elements' | 'byTheme'>

/** Makes the ground of an OpenStreetMap file, in place of the schematic plan and of what was imported under the same name. */
export async function importOsm(
  database: Database,
  input: AsyncIterable<Uint8Array>,
  name: string,
  meter: Meter,
  tally: Tally,
  ending: Ending,
): Promise<Outcome> {
  const spool = new Spool()
  try {
    const reading = readOsm(meter.watch(input), (data, size) => inflateSync(data, { maxOutputLength: size }))
    const { counts } = reading
    const objects = () => counts.nodes + counts.ways + counts.relations
    for await (const read of reading.items) {
      if ('item' in read) await spool.add(rowOf(read.item))
      else tally.add(read.refusal)
      meter.at(objects())
    }
    meter.startWriting(spool.count)
    const dataset = {
      id: `osm:${name}`,
      title: name,
      attribution,
      bounds: reading.bounds(),
      sha256: meter.sha256(),
    }
    const done = await writeOnce(database, ending, (sql) => write(sql, spool, dataset, meter, tally))
    const { nodes, ways, relations, cut, matched } = counts
    const byTheme = Object.fromEntries(
      Object.entries(matched).map(([theme, count]) => [
        theme,
        { matched: count, kept: done.counts[theme] ?? 0 },
      ]),
    )
    const { written, unchanged, removed } = done
    return {
      read: objects(),
      written,
      unchanged,
      removed,
      elements: { nodes, ways, relations, cut },
      byTheme,
    }
  } finally {
    await spool.dispose()
  }
}

const rowOf = ({ sourceId, theme, kind, name, rank, props, geometry }: BasemapFeature): string =>
  JSON.stringify({ source_id: sourceId, theme, kind, name, rank, props, geom: ewkb(geometry) })

async function write(
  sql: Sql,
  spool: Spool,
  dataset: Omit<Parameters<typeof keepDataset>[1], 'counts'>,
  meter: Meter,
  tally: Tally,
) {
  await startBulk(sql)
  await createStage(sql)
  let staged = 0
  for await (const batch of spool.read()) {
    meter.check()
    if ((await stage(sql, batch.json)) !== batch.count) throw wrongCount()
    staged += batch.count
    meter.at(staged)
  }
  for (const { source_id, reason } of await unstageInvalid(sql)) tally.add(invalid(source_id, reason))
  await indexStage(sql)
  const counts = await countStaged(sql)
  const kept = Object.values(counts).reduce((sum, count) => sum + count, 0)
  await keepDataset(sql, { ...dataset, counts }, false)
  const written = await writeStaged(sql, dataset.id, kept)
  meter.check()
  const gone = (await countDataset(sql, dataset.id)) > kept ? await removeGone(sql, dataset.id) : 0
  if ((await countDataset(sql, dataset.id)) !== kept) throw wrongCount()
  const removed = gone + (await removeSchematic(sql))
  if (written + removed > 0) {
    await keepDataset(sql, { ...dataset, counts }, true)
    await keepSettings(sql, dataset.bounds)
    await publishBasemap(sql)
  }
  meter.check()
  return { written, unchanged: kept - written, removed, counts }
}

const invalid = (sourceId: string, reason: string) => ({
  element: sourceId,
  code: 'invalid-geometry',
  message: { sv: `Formen är inte giltig: ${reason}.`, en: `The shape is not valid: ${reason}.` },
})
