import { randomUUID } from 'node:crypto'
import {
  FormatError,
  Gazetteer,
  type IncidentMapping,
  type ReadIncident,
  type ReadWithdrawal,
  type Refusal,
  type Reopen,
  readIncidents,
  type Surveyed,
  surveyTable,
} from '@trygghetskartan/formats'
import type { BBox, Position } from '@trygghetskartan/geo'
import type { Actor, Database, Sql } from '../database/database.ts'
import { tellActor } from '../database/tell-actor.ts'
import { startBulk, wrongCount } from '../imports/bulk.ts'
import { Meter } from '../imports/meter.ts'
import type { ImportProgress } from '../imports/summary.ts'
import { Tally } from '../imports/tally.ts'
import { appendAudit } from '../queries/audit.ts'
import { readGazetteer } from '../queries/gazetteer.ts'
import {
  analyzeIncidents,
  compareIncidents,
  readKnownKinds,
  readMapBox,
  tellReason,
  withdrawIncidents,
  writeIncidents,
} from '../queries/incident-import.ts'
import { countIncidents } from '../queries/incident-squares.ts'
import { readSettings } from '../queries/settings.ts'
import { emptyBatch, type FilledBatch, pushRow } from './batch.ts'
import { inSmallPieces } from './in-small-pieces.ts'
import { IncidentIdentity, incidentId } from './incident-identity.ts'
import { type IncidentSummary, IncidentTally } from './incident-summary.ts'
import { WaterWatch } from './water-watch.ts'

export interface IncidentImport {
  readonly database: Database
  readonly reopen: Reopen
  /** What the file is called. */
  readonly name: string
  readonly mapping: IncidentMapping
  readonly actor: Actor
  readonly onProgress?: (progress: ImportProgress) => void
  readonly onReject?: (refusal: Refusal) => void
  readonly signal?: AbortSignal
  /** Read and compare everything, write nothing. */
  readonly preview?: boolean
  readonly now?: Date
}

const rowsAtOnce = 4000

/**
 * Reads a table of incidents and writes what holds, in one transaction: all of it or nothing. Running it again changes nothing. A preview
 * compares with what there is and writes nothing. Throws FormatError for the file as a whole (also "cancelled") and DatabaseProblem.
 */
export async function importIncidents(
  task: IncidentImport,
): Promise<{ id: string; summary: IncidentSummary }> {
  const { database, name, mapping, actor, preview = false, signal, now = new Date() } = task
  const reopen = () => inSmallPieces(task.reopen())
  const started = performance.now()
  const id = randomUUID()
  const meter = new Meter(signal, task.onProgress)
  const { centre, bounds, kinds, gazetteer } = await database.owner(async (sql) => {
    const opening = (await readSettings(sql, 'admin')).bounds
    return {
      centre: middleOf(opening),
      bounds: await readMapBox(sql, opening),
      kinds: await readKnownKinds(sql),
      gazetteer: new Gazetteer(await readGazetteer(sql)),
    }
  })
  const watched = () => meter.watch(reopen())
  const surveyed = await surveyTable(watched, mapping, { bounds, kinds }, (rows) => meter.at(rows))
  const { bytes } = meter
  const stop = surveyed.problems.find(({ stops }) => stops)
  if (stop && !preview) throw new FormatError(stop.code, stop.message)
  meter.startWriting(surveyed.rows)
  const run = new Run(task, id, meter)
  if (!stop) {
    const rows = readIncidents(reopen, mapping, surveyed, { bounds, centre, gazetteer, now })
    if (preview) await run.through(rows, (work) => database.owner(work))
    else
      await database.owner(async (sql) => {
        await startBulk(sql)
        await tellActor(sql, actor)
        await tellReason(sql, `Import: ${name}`)
        await run.through(rows, (work) => work(sql))
        if (run.changed > 0) {
          if (surveyed.rows >= rowsAtOnce) await analyzeIncidents(sql)
          await countIncidents(sql)
        }
        await appendAudit(sql, {
          action: 'import.run',
          kind: 'incidents',
          object: id,
          detail: { format: 'incidents', name },
        })
        meter.check()
      })
  }
  return { id, summary: { ...run.summary(surveyed), name, bytes, preview, seconds: secondsSince(started) } }
}

const middleOf = ([west, south, east, north]: BBox): Position => [(west + east) / 2, (south + north) / 2]

const secondsSince = (started: number): number => Math.round(performance.now() - started) / 1000

type Within = <T>(work: (sql: Sql) => Promise<T>) => Promise<T>
type Row = { item: ReadIncident | ReadWithdrawal } | { refusal: Refusal }

/** One reading of the file, batch by batch. */
class Run {
  added = 0
  corrected = 0
  private read = 0
  private readonly tally: Tally
  private readonly counts = new IncidentTally()
  private readonly identity: IncidentIdentity
  private readonly water: WaterWatch
  private readonly task: IncidentImport
  private readonly id: string
  private readonly meter: Meter

  constructor(task: IncidentImport, id: string, meter: Meter) {
    this.task = task
    this.id = id
    this.meter = meter
    this.tally = new Tally(task.onReject)
    this.identity = new IncidentIdentity(task.mapping)
    this.water = new WaterWatch((line) => this.counts.flag('in-water', line))
  }

  get changed(): number {
    return this.added + this.corrected
  }

  async through(rows: AsyncIterable<Row>, within: Within): Promise<void> {
    let batch = emptyBatch()
    let withdrawals: ReadWithdrawal[] = []
    const flush = async () => {
      this.meter.check()
      const [full, taken] = [batch, withdrawals]
      batch = emptyBatch()
      withdrawals = []
      if (full.id.length + taken.length > 0)
        await within(async (sql) => {
          await this.write(sql, full)
          await this.withdraw(sql, taken)
        })
      this.meter.at(this.read)
    }
    for await (const row of rows) {
      this.read += 1
      if ('refusal' in row) this.tally.add(row.refusal)
      else if (row.item.kind === null) withdrawals.push(row.item)
      else this.take(row.item, batch)
      if (batch.id.length + withdrawals.length >= rowsAtOnce) await flush()
    }
    await flush()
  }

  private take(item: ReadIncident, batch: FilledBatch): void {
    const outcome = this.identity.of(item)
    if ('refusal' in outcome) this.tally.add(outcome.refusal)
    else if ('duplicate' in outcome) this.counts.duplicates += 1
    else {
      pushRow(batch, item, outcome.row)
      this.counts.take(item)
    }
  }

  private async write(sql: Sql, batch: FilledBatch): Promise<void> {
    if (batch.id.length === 0) return
    await this.water.look(sql, batch)
    const { mapping, preview } = this.task
    const { added, corrected } = preview
      ? await compareIncidents(sql, batch)
      : await writeIncidents(sql, batch, { source: mapping.source, importId: this.id })
    if (added + corrected > batch.id.length) throw wrongCount()
    this.added += added
    this.corrected += corrected
  }

  private async withdraw(sql: Sql, items: readonly ReadWithdrawal[]): Promise<void> {
    if (items.length === 0) return
    const { mapping, preview } = this.task
    const ids = items.map(({ id }) => incidentId(mapping.source, id))
    const { known, withdrawn } = await withdrawIncidents(sql, ids, preview ? null : this.id)
    this.corrected += withdrawn
    for (const [at, item] of items.entries()) if (!known.has(ids[at]!)) this.tally.add(unknown(item))
  }

  summary({ kinds, problems }: Surveyed): Omit<IncidentSummary, 'name' | 'bytes' | 'preview' | 'seconds'> {
    const { read, added, corrected, tally, counts } = this
    return {
      ...{ read, added, corrected, refused: tally.count, duplicates: counts.duplicates },
      unchanged: read - tally.count - counts.duplicates - added - corrected,
      ...{
        reasons: tally.reasons,
        rejects: tally.first,
        flags: counts.flags,
        byPrecision: counts.byPrecision,
      },
      ...{ kinds, problems, period: counts.period, extent: counts.extent },
    }
  }
}

const unknown = ({ line, element, id }: ReadWithdrawal): Refusal => ({
  line,
  element,
  code: 'unknown-id',
  message: {
    sv: `Det finns ingen händelse med numret ${id}.`,
    en: `There is no incident with the number ${id}.`,
  },
})
