import type { NewReport, PublicPlace, ReportGeometry } from '../contract-reports.ts'
import type { Sql } from '../database/database.ts'
import type { SpentProof } from '../reports/proof.ts'

export interface SentReport {
  readonly id: string
  readonly report: NewReport
  readonly code: Buffer
  readonly body: Buffer
  readonly quiet: boolean
  /** Null: what is not there already is refused. */
  readonly proof: SpentProof | null
}

const geom = (sql: Sql, geometry: ReportGeometry) =>
  sql`ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326)`

/** Keeps a report once, as the public; how it went stands in the function's comment. A proof that is spent is refused by 23514 (proof_spent). */
export async function sendReport(
  sql: Sql,
  { id, report, code, body, quiet, proof }: SentReport,
): Promise<{ how: 'made' | 'same' | 'other' | 'gone' | 'unproved'; receivedOn: string }> {
  const {
    reasons,
    weekdays = null,
    hours_from = null,
    hours_to = null,
    season = null,
    words,
    language,
  } = report
  const [row] = await sql<{ sent: { how: 'made'; receivedOn: string } }[]>`
    select public_map.send_report(${id}, ${geom(sql, report.geometry)}, ${reasons}, ${weekdays?.length ? weekdays : null}::smallint[], ${hours_from}, ${hours_to},
      ${season}, ${words || null}, ${code}, ${body}, ${language}, ${quiet}, ${report.supports ?? null},
      ${proof?.sha256 ?? null}, ${proof?.expiresAt ?? null}) as sent`
  return row!.sent
}

/** Keeps “me too” of a place once, as the public. */
export async function supportPlace(
  sql: Sql,
  id: string,
  place: string,
  proof: SpentProof | null,
): Promise<'made' | 'same' | 'other' | 'none' | 'unproved'> {
  const [row] = await sql<{ sent: 'made' }[]>`
    select public_map.support_place(${id}, ${place}, ${proof?.sha256 ?? null}, ${proof?.expiresAt ?? null}) as sent`
  return row!.sent
}

const place = (sql: Sql) => sql`
  v.id, ST_AsGeoJSON(v.geom, 6)::jsonb as geometry, to_jsonb(coalesce(v.reasons, '{}')) as reasons, v.state, v.words, v.answer,
  to_jsonb(v.month) #>> '{}' as month, v.heard, exists (select from public_map.place_photos p where p.place_id = v.id) as photo`

/** Public places within so many metres, the nearest first, at most ten. */
export const placesNear = (sql: Sql, geometry: ReportGeometry, metres: number) => sql<
  (PublicPlace & { distance: number })[]
>`
  select ${place(sql)}, round(ST_Distance(v.geom::geography, s.geom::geography) / 5)::int * 5 as distance
  from public_map.reported_places v, (select ${geom(sql, geometry)} as geom) s
  where v.geom && ST_Expand(s.geom, ${metres / 50_000}, ${metres / 100_000}) and ST_DWithin(v.geom::geography, s.geom::geography, ${metres})
  order by ST_Distance(v.geom::geography, s.geom::geography), v.id limit 10`

/** One public place; undefined where there is none. */
export async function findPlace(sql: Sql, id: string): Promise<PublicPlace | undefined> {
  const [row] = await sql<
    PublicPlace[]
  >`select ${place(sql)} from public_map.reported_places v where v.id = ${id}`
  return row
}

/** The JPEG that was released with a public place, whole or small. */
export async function placePhoto(
  sql: Sql,
  id: string,
  size: 'full' | 'thumbnail',
): Promise<Uint8Array | undefined> {
  const column = size === 'full' ? sql`picture` : sql`thumbnail`
  const [row] = await sql<{ picture: Uint8Array }[]>`
    select ${column} as picture from public_map.place_photos where place_id = ${id}`
  return row?.picture
}
