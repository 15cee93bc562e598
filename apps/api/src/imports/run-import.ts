import {
  FormatError,
  Gazetteer,
  type Read,
  type Refusal,
  type Row,
  readCsv,
  readGeoJson,
  readPolisen,
} from '@trygghetskartan/formats'
import { isKnownSrid } from '@trygghetskartan/geo'
import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Database, Sql } from '../database/database.ts'
import { readGazetteer } from '../queries/gazetteer.ts'
import { importOsm } from './import-osm.ts'
import { importRows } from './import-rows.ts'
import { importSurvey } from './import-survey.ts'
import { fieldsOf } from './layer-fields.ts'
import { Meter } from './meter.ts'
import { sniffed } from './sniff.ts'
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
  /** Read and check everything, write nothing. */
  readonly preview?: boolean
  /** The last that is done in the transaction of the data. */
  readonly seal?: (sql: Sql) => Promise<void>
}

type Outcome = Pick<
  ImportSummary,
  'read' | 'written' | 'unchanged' | 'removed' | 'elements' | 'byTheme' | 'byPrecision'
>

/**
 * Reads a file and writes what holds, in one transaction: all of it or nothing. Running it again changes nothing.
 * Throws FormatError (the file, the layer or the options; also "cancelled") or DatabaseProblem, both with `text` in two languages.
 */
export async function runImport(task: ImportTask): Promise<ImportSummary> {
  const { format, name, database, preview = false, seal } = task
  const input = sniffed(task.input, format)
  const started = performance.now()
  const meter = new Meter(task.signal, task.onProgress)
  const tally = new Tally(task.onReject)
  const layer = layerOf(task)
  const outcome = layer
    ? await intoLayer({ ...task, input }, layer, meter, tally)
    : format === 'survey'
      ? await importSurvey(database, input, meter, tally, { preview, seal })
      : await importOsm(database, input, name, meter, tally, { preview, seal })
  return {
    format,
    name,
    layer: layer?.id ?? (format === 'survey' ? surveyLayer : null),
    bytes: meter.bytes,
    ...outcome,
    refused: tally.count,
    reasons: tally.reasons,
    rejects: tally.first,
    ...(preview && { preview }),
    seconds: Math.round(performance.now() - started) / 1000,
  }
}

async function intoLayer(
  task: ImportTask,
  layer: LayerDefinition,
  meter: Meter,
  tally: Tally,
): Promise<Outcome> {
  const { database, format, name, options = {}, preview = false, seal } = task
  const { srid, ignoreUnknown } = options
  const ending = { preview, seal }
  const bytes = meter.watch(task.input)
  if (format === 'polisen') {
    const gazetteer = new Gazetteer(await database.owner((sql) => readGazetteer(sql)))
    const byPrecision: Record<string, number> = {}
    const outcome = await importRows(
      database,
      layer,
      readPolisen(bytes, gazetteer),
      name,
      meter,
      tally,
      ending,
      (row) => {
        const precision = String(row.values.precision)
        byPrecision[precision] = (byPrecision[precision] ?? 0) + 1
      },
    )
    return { ...outcome, byPrecision }
  }
  if (srid !== undefined && !isKnownSrid(srid)) throw unknownSrid(srid)
  const table = { fields: fieldsOf(layer), kinds: layer.geometry, srid, ignoreUnknown }
  const rows: AsyncIterable<Read<Row>> = format === 'csv' ? readCsv(bytes, table) : readGeoJson(bytes, table)
  return importRows(database, layer, rows, name, meter, tally, ending)
}

/** Whose areas survey results are about. */
const surveyLayer = 'safety_survey_areas'

/** The layer whose objects are written; null for the basemap, and for results of surveys. */
function layerOf({ format, layerId, layers }: ImportTask): LayerDefinition | null {
  if (format === 'osm' || format === 'survey') return null
  const wanted = format === 'polisen' ? 'police_events' : layerId
  const layer = layers.find(({ id }) => id === wanted)
  if (layer) return layer
  const known = layers.map(({ id }) => id).join(', ')
  if (wanted === undefined) {
    throw new FormatError('no-layer', {
      sv: `Ange vilket lager filen ska in i: --layer med något av ${known}.`,
      en: `Say which layer the file goes into: --layer with one of ${known}.`,
    })
  }
  throw new FormatError('unknown-layer', {
    sv: `Lagret ${wanted} finns inte. Det finns ${known}.`,
    en: `There is no layer ${wanted}. There are ${known}.`,
  })
}

const unknownSrid = (srid: number) =>
  new FormatError('srid', {
    sv: `EPSG:${srid} stöds inte. Använd 4326, 3006, 3007–3018 eller 3857.`,
    en: `EPSG:${srid} is not supported. Use 4326, 3006, 3007–3018 or 3857.`,
  })
