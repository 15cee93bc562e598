import { setImmediate } from 'node:timers/promises'
import { createGzip } from 'node:zlib'
import { type IncidentColumns, packIncidents } from '@trygghetskartan/analysis'
import { fromWgs84 } from '@trygghetskartan/geo'
import type { Actor, Database } from '../database/database.ts'
import {
  type IncidentPiece,
  type IncidentState,
  incidentSources,
  readIncidentPieces,
  readIncidentState,
  readKindNumbers,
} from '../queries/incident-columns.ts'

/** Metres of all of Sweden. */
export const incidentSrid = 3006

interface PackedIncidents extends IncidentState {
  /** gzip of what packages/analysis packs. */
  readonly gzip: Uint8Array<ArrayBuffer>
}

/**
 * The table of incidents as the analyst's browser takes it. Made once for each state of the data, one at a time, and kept until there is
 * another; between pieces others get their turn.
 */
export function createPackedIncidents(database: Database) {
  let kept: PackedIncidents | null = null
  let making: Promise<unknown> = Promise.resolve()

  async function pack(reader: Actor): Promise<PackedIncidents> {
    const { state, pieces } = await database.read(reader, async (sql) => {
      // The state is read first: what comes in between is told again, not lost.
      const state = await readIncidentState(sql)
      const kinds = await readKindNumbers(sql)
      const pieces: IncidentColumns[] = []
      for (const source of incidentSources)
        await readIncidentPieces(sql, source, (piece) => pieces.push(columnsOf(piece, kinds, source)))
      return { state, pieces }
    })
    return { ...state, gzip: await zipped(packIncidents(inTurn(pieces), incidentSrid)) }
  }

  return {
    state: (reader: Actor): Promise<IncidentState> => database.read(reader, readIncidentState),
    /** What is packed of a state, or of a later one. */
    of(reader: Actor, { version }: IncidentState): Promise<PackedIncidents> {
      const made = making.then(async () => {
        if (!kept || kept.version < version) kept = await pack(reader)
        return kept
      })
      making = made.catch(() => {})
      return made
    },
  }
}

/** A piece as columns of packages/analysis. */
export function columnsOf(
  { rows: length, lon, lat, from, to, kind, precisions }: IncidentPiece,
  kinds: ReadonlyMap<number, string>,
  source: string,
): IncidentColumns {
  const names = [...kinds.values()]
  const placeOf = new Map([...kinds.keys()].map((number, at) => [number, at]))
  const columns = {
    length,
    srid: incidentSrid,
    x: new Float64Array(length),
    y: new Float64Array(length),
    from: new Int32Array(length),
    to: new Int32Array(length),
    timePrecision: new Uint8Array(length),
    kind: new Uint16Array(length),
    kinds: names,
    precision: new Uint8Array(length),
    source: new Uint8Array(length),
    sources: [source],
  }
  for (let row = 0; row < length; row++) {
    const [x, y] = fromWgs84(incidentSrid, [lon.readDoubleBE(row * 8), lat.readDoubleBE(row * 8)])
    columns.x[row] = x
    columns.y[row] = y
    columns.from[row] = from.readInt32BE(row * 4)
    columns.to[row] = to.readInt32BE(row * 4)
    columns.kind[row] = placeOf.get(kind.readInt16BE(row * 2))!
    const both = precisions.readInt16BE(row * 2)
    columns.timePrecision[row] = both & 7
    columns.precision[row] = both >> 3
  }
  return columns
}

async function* inTurn<T>(values: readonly T[]): AsyncGenerator<T> {
  for (const value of values) {
    await setImmediate()
    yield value
  }
}

/** Level 4: half the time of the usual one, and a few percent more bytes. */
async function zipped(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const zip = createGzip({ level: 4 })
  const parts: Buffer[] = []
  zip.on('data', (part: Buffer) => parts.push(part))
  const ended = new Promise<void>((resolve, reject) => zip.once('end', resolve).once('error', reject))
  for await (const chunk of chunks)
    if (!zip.write(chunk)) await new Promise((resolve) => zip.once('drain', resolve))
  zip.end()
  await ended
  return new Uint8Array(Buffer.concat(parts))
}
