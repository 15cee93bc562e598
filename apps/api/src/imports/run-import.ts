import type { Refusal } from '@trygghetskartan/formats'
import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Database } from '../database/database.ts'
import { importOsm } from './import-osm.ts'
import { Meter } from './meter.ts'
import type { ImportFormat, ImportProgress, ImportSummary } from './summary.ts'
import { Tally } from './tally.ts'

export { type ImportFormat, type ImportProgress, type ImportSummary, importFormats } from './summary.ts'

export interface ImportOptions {
  /** EPSG code of the coordinates; found by names, values and the file's own word where absent. */
  readonly srid?: number
  /** Pass over columns the layer does not have instead of refusing the file. */
  readonly ignoreUnknown?: boolean
}

export interface ImportTask {
  readonly database: Database
  readonly layers: readonly LayerDefinition[]
  readonly format: ImportFormat
  /** Needed for geojson and csv. */
  readonly layerId?: string
  readonly input: AsyncIterable<Uint8Array>
  /** What the file is called: an OpenStreetMap import replaces the one of the same name. */
  readonly name: string
  readonly options?: ImportOptions
  readonly onProgress?: (progress: ImportProgress) => void
  /** Every refused object, as it comes. */
  readonly onReject?: (refusal: Refusal) => void
  readonly signal?: AbortSignal
}

/**
 * Reads a file and writes what holds, in one transaction: all of it or nothing. Running it again changes nothing.
 * Throws FormatError (the file, the layer or the options; also "cancelled") or DatabaseProblem, both with `text` in two languages.
 */
export async function runImport(task: ImportTask): Promise<ImportSummary> {
  const { format, name } = task
  const started = performance.now()
  const meter = new Meter(task.signal, task.onProgress)
  const tally = new Tally(task.onReject)
  const outcome = await importOsm(task.database, task.input, name, meter, tally)
  return {
    format,
    name,
    layer: null,
    bytes: meter.bytes,
    ...outcome,
    refused: tally.count,
    reasons: tally.reasons,
    rejects: tally.first,
    seconds: Math.round(performance.now() - started) / 1000,
  }
}
