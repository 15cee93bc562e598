import { isKnownSrid, type Position, type Refusal, refuse, toWgs84 } from '@trygghetskartan/geo'
import type { AnalysisTable, Shape } from './table-of.ts'

export interface AnalysisGeoJson {
  readonly type: 'FeatureCollection'
  /** What the result is and what it follows from. */
  readonly analysis: unknown
  readonly features: readonly {
    readonly type: 'Feature'
    readonly id: number
    readonly geometry: { readonly type: Shape['type']; readonly coordinates: unknown }
    readonly properties: Readonly<Record<string, unknown>>
  }[]
}

/** Rows as features in degrees (RFC 7946), with what they are beside them. Refuses a result that has no places. */
export function geojsonOf(
  { columns, rows, shapes }: AnalysisTable,
  srid: number,
  analysis: unknown,
): AnalysisGeoJson | Refusal {
  if (!shapes || !isKnownSrid(srid))
    return refuse(
      'no-places',
      'Resultatet har inga platser. Ladda ner det som CSV.',
      'The result has no places. Download it as CSV.',
    )
  // To the seventh digit, a centimetre.
  const degrees = (position: Position) => toWgs84(srid, position).map((one) => Math.round(one * 1e7) / 1e7)
  const inDegrees = (coordinates: unknown): unknown =>
    Array.isArray(coordinates) && typeof coordinates[0] === 'number'
      ? degrees(coordinates as Position)
      : (coordinates as unknown[]).map(inDegrees)
  return {
    type: 'FeatureCollection',
    analysis,
    features: rows.map((row, at) => ({
      type: 'Feature',
      id: at,
      geometry: { type: shapes[at]!.type, coordinates: inDegrees(shapes[at]!.coordinates) },
      properties: Object.fromEntries(columns.map((name, k) => [name, row[k]])),
    })),
  }
}
