import type { Read, Refusal, Row } from '@trygghetskartan/formats'
import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { Database } from '../database/database.ts'
import { checkRow } from './check-row.ts'
import { ewkb } from './ewkb.ts'
import type { Meter } from './meter.ts'
import { contentId, objectId } from './object-id.ts'
import { Spool } from './spool.ts'
import type { ImportSummary } from './summary.ts'
import type { Tally } from './tally.ts'
import { type Ending, writeOnce } from './write-once.ts'
import { writeStagedRows } from './write-rows.ts'

type Outcome = Pick<ImportSummary, 'read' | 'written' | 'unchanged' | 'removed'>

/** Writes rows into a layer: new ones in, those with an id of their own changed where the file says otherwise. */
export async function importRows(
  database: Database,
  layer: LayerDefinition,
  rows: AsyncIterable<Read<Row>>,
  name: string,
  meter: Meter,
  tally: Tally,
  ending: Ending,
  onRow?: (row: Row) => void,
): Promise<Outcome> {
  const spool = new Spool()
  const ids = new Ids(layer.id)
  const columns = new Set<string>()
  let read = 0
  try {
    for await (const given of rows) {
      read += 1
      meter.at(read)
      const made = 'refusal' in given ? given : prepare(layer, given.item, ids)
      if ('refusal' in made) {
        tally.add(made.refusal)
        continue
      }
      for (const column of Object.keys(made.values)) columns.add(column)
      const { line, element, geometry } = made.row
      onRow?.(made.row)
      await spool.add(
        JSON.stringify({
          nth: spool.count,
          id: made.id,
          given: made.row.id !== null,
          line,
          element,
          row: made.values,
          geom: ewkb(geometry as Exclude<Geometry, { type: 'GeometryCollection' }>),
        }),
      )
    }
    meter.startWriting(spool.count)
    const written = await writeOnce(database, ending, (sql) =>
      writeStagedRows(sql, { layer: layer.id, columns: [...columns].sort(), name }, spool, meter, tally),
    )
    return { read, written, unchanged: read - tally.count - written, removed: 0 }
  } finally {
    await spool.dispose()
  }
}

type Prepared = { row: Row; values: Record<string, unknown>; id: string } | { refusal: Refusal }

function prepare(layer: LayerDefinition, row: Row, ids: Ids): Prepared {
  const checked = checkRow(layer, row)
  if ('refusal' in checked) return checked
  const id = ids.of(row, checked.values)
  return id === null ? { refusal: repeated(row) } : { row, values: checked.values, id }
}

/** The id of each row, the same whenever the file is read. */
class Ids {
  private readonly layer: string
  private readonly seen = new Set<string>()

  constructor(layer: string) {
    this.layer = layer
  }

  /** Null where the file has given the id before. Equal rows without one are as many objects as there are rows. */
  of(row: Row, values: Record<string, unknown>): string | null {
    if (row.id !== null) return this.take(objectId(this.layer, row.id))
    const content = JSON.stringify([
      row.geometry,
      Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)),
    ])
    for (let nth = 0; ; nth += 1) {
      const id = this.take(contentId(this.layer, content, nth))
      if (id !== null) return id
    }
  }

  private take(id: string): string | null {
    if (this.seen.has(id)) return null
    this.seen.add(id)
    return id
  }
}

const repeated = ({ line, element, id }: Row): Refusal => ({
  line,
  element,
  code: 'repeated-id',
  message: {
    sv: `Id ${id} har redan förekommit i filen.`,
    en: `The id ${id} has occurred in the file before.`,
  },
})
