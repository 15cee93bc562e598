import type { FieldDescription, LayerDescription } from '@trygghetskartan/layers'
import type { Geometry, Position } from 'geojson'
import type { Language } from './language.ts'
import type { ItemRow } from './queries/items.ts'

/** Text a spreadsheet would run as a formula is made plain by a leading apostrophe (CWE-1236). */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
export const quoted = (text: string): string =>
  /[";\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

export const decimal = (value: number, language: Language): string =>
  language === 'sv' ? String(value).replace('.', ',') : String(value)

function cell(field: FieldDescription, value: unknown, language: Language): string {
  if (value === null || value === undefined) return ''
  const titleOf = (one: unknown) =>
    field.options?.find((option) => option.value === one)?.title[language] ?? String(one)
  if (typeof value === 'number') return decimal(value, language)
  if (typeof value === 'boolean') return { sv: value ? 'ja' : 'nej', en: value ? 'yes' : 'no' }[language]
  if (field.control === 'areas')
    return quoted(wktOf({ type: 'MultiPolygon', coordinates: value as Position[][][] }))
  if (Array.isArray(value)) return quoted(harmless(value.map(titleOf).join(', ')))
  return quoted(harmless(titleOf(value)))
}

const point = ([x, y]: Position): string => `${x} ${y}`
const line = (positions: Position[]): string => `(${positions.map(point).join(', ')})`
const area = (rings: Position[][]): string => `(${rings.map(line).join(', ')})`

/** Well-known text (OGC 06-103r4) of a geometry in degrees. */
export function wktOf(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `POINT (${point(geometry.coordinates)})`
    case 'MultiPoint':
      return `MULTIPOINT ${line(geometry.coordinates)}`
    case 'LineString':
      return `LINESTRING ${line(geometry.coordinates)}`
    case 'MultiLineString':
      return `MULTILINESTRING ${area(geometry.coordinates)}`
    case 'Polygon':
      return `POLYGON ${area(geometry.coordinates)}`
    case 'MultiPolygon':
      return `MULTIPOLYGON (${geometry.coordinates.map(area).join(', ')})`
    case 'GeometryCollection':
      return `GEOMETRYCOLLECTION (${geometry.geometries.map(wktOf).join(', ')})`
  }
}

/** A table of objects: header in the caller's language, semicolons and a byte order mark as Swedish spreadsheets expect, geometry last as WKT. */
export function csvOf(layer: LayerDescription, rows: readonly ItemRow[], language: Language): string {
  const fields = layer.fields
  const header = ['id', ...fields.map((field) => quoted(field.title[language])), 'WKT'].join(';')
  const lines = rows.map((row) =>
    [
      row.id,
      ...fields.map((field) => cell(field, row.properties[field.name], language)),
      quoted(wktOf(row.geometry)),
    ].join(';'),
  )
  return `\ufeff${[header, ...lines].join('\r\n')}\r\n`
}
