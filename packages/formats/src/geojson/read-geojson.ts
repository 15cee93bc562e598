import { isKnownSrid } from '@trygghetskartan/geo'
import type { Bytes } from '../byte-source.ts'
import { streamJson } from '../json/json-stream.ts'
import { FormatError, type Read } from '../refusal.ts'
import { cellValue } from '../table/cell-value.ts'
import { type Field, FieldNames, type Row, type TableOptions } from '../table/field.ts'
import { placed } from '../table/placed.ts'

/**
 * Reads GeoJSON of any size: a FeatureCollection, single Features, or one Feature a line (RFC 8142). The old `crs` member is
 * honoured where it stands before the features. Throws FormatError as streamJson does, and not-geojson, crs, unknown-column.
 */
export async function* readGeoJson(input: Bytes, options: TableOptions): AsyncGenerator<Read<Row>> {
  const names = new FieldNames(options.fields, options.ignoreUnknown ?? false)
  let srid = options.srid ?? null
  let read = 0
  for await (const event of streamJson(input, 'features')) {
    if ('broken' in event) {
      const message = { sv: `Inte JSON: ${event.broken}`, en: `Not JSON: ${event.broken}` }
      yield {
        refusal: { line: event.line, element: `feature ${event.index + 1}`, code: 'not-json', message },
      }
    } else if ('head' in event) {
      srid ??= sridOf(event.head)
    } else if ('element' in event) {
      read += 1
      yield rowOf(event.element, event.line, read, srid ?? 4326, names, options)
    } else if (isFeature(event.root)) {
      read += 1
      yield rowOf(event.root, event.line, read, srid ?? sridOf(event.root) ?? 4326, names, options)
    } else {
      const declared = sridOf(event.root)
      if (declared !== null && read > 0 && declared !== (srid ?? 4326)) throw lateCrs(declared)
      if (!event.streamed) throw notGeoJson(event.line)
    }
  }
}

const isFeature = (value: unknown): value is { type: 'Feature' } =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Feature'

function rowOf(
  given: unknown,
  line: number,
  ordinal: number,
  srid: number,
  names: FieldNames,
  options: TableOptions,
): Read<Row> {
  const element = `feature ${ordinal}`
  if (!isFeature(given)) {
    const message = { sv: 'Elementet är inte en Feature.', en: 'The element is not a Feature.' }
    return { refusal: { line, element, code: 'not-a-feature', message } }
  }
  const { id, geometry, properties } = given as { id?: unknown; geometry?: unknown; properties?: unknown }
  const found = placed(geometry, srid, options.kinds)
  if (!('geometry' in found)) return { refusal: { line, element, ...found } }
  const values: Record<string, unknown> = {}
  const own = typeof properties === 'object' && properties !== null ? properties : {}
  for (const [name, value] of Object.entries(own)) {
    const field = names.find(name, line)
    if (!field) continue
    const made = propertyValue(field, value)
    if ('fault' in made) return { refusal: { line, element, code: 'invalid-value', message: made.fault } }
    values[field.name] = made.value
  }
  const ownId = id ?? ('id' in own ? own.id : null) ?? null
  return {
    item: { line, element, id: ownId === null ? null : String(ownId), geometry: found.geometry, values },
  }
}

/** JSON carries its own types; text in a field of another kind is read as a table's cell would be. */
function propertyValue(field: Field, value: unknown): ReturnType<typeof cellValue> {
  const isText = field.control === 'text' || field.control === 'longtext'
  if (typeof value === 'string') return cellValue(field, value)
  if (isText && (typeof value === 'number' || typeof value === 'boolean')) return { value: String(value) }
  return { value }
}

/** The EPSG code of a `crs` member (GeoJSON 2008): "urn:ogc:def:crs:EPSG::3006", "EPSG:3008", "…:CRS84". Null without one. */
function sridOf(value: unknown): number | null {
  if (typeof value !== 'object' || value === null || !('crs' in value) || value.crs === null) return null
  const name = (value.crs as { properties?: { name?: unknown } }).properties?.name
  if (typeof name === 'string') {
    if (/CRS:?84$/.test(name)) return 4326
    const code = Number(/EPSG:.*?(\d+)$/.exec(name)?.[1])
    if (isKnownSrid(code)) return code
  }
  throw unknownCrs(JSON.stringify(name ?? value.crs))
}

const unknownCrs = (name: string) =>
  new FormatError('crs', {
    sv: `Referenssystemet ${name} känns inte igen. Spara filen i WGS 84, EPSG:3006 eller EPSG:3008.`,
    en: `The reference system ${name} is not known. Save the file in WGS 84, EPSG:3006 or EPSG:3008.`,
  })

const lateCrs = (srid: number) =>
  new FormatError('crs', {
    sv: `Filen anger referenssystemet EPSG:${srid} först efter sina objekt. Läs in den med --srid ${srid}.`,
    en: `The file names the reference system EPSG:${srid} only after its features. Import it with --srid ${srid}.`,
  })

const notGeoJson = (line: number) =>
  new FormatError('not-geojson', {
    sv: `Filen är JSON men inte GeoJSON: varken FeatureCollection eller Feature (rad ${line}).`,
    en: `The file is JSON but not GeoJSON: neither FeatureCollection nor Feature (line ${line}).`,
  })
