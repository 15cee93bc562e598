import type { Audience } from '@trygghetskartan/layers'
import type { Box, Demand, DemandReport, LonLat } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import { type Sql, schemaOf } from '../database/database.ts'
import { today } from './ground.ts'

const envelope = (sql: Sql, [west, south, east, north]: Box) =>
  sql`ST_MakeEnvelope(${west}, ${south}, ${east}, ${north}, 4326)`

export async function readToday(sql: Sql): Promise<string> {
  const [row] = await sql<{ day: string }[]>`select to_char(${today(sql)}, 'YYYY-MM-DD') as day`
  return row!.day
}

/** Reports in the box that nobody has declined. */
export const readReports = (sql: Sql, audience: Audience, box: Box): Promise<DemandReport[]> => sql<
  DemandReport[]
>`
  select v.id::text as id, ST_AsGeoJSON(v.geom, 7)::jsonb as geometry, to_jsonb(v.reasons) as reasons,
    to_char(v.received_on, 'YYYY-MM-DD') as "receivedOn", to_jsonb(v.weekdays) as weekdays, v.hours_from as "from", v.hours_to as "to"
  from ${sql(schemaOf[audience])}.unsafe_reports v
  where v.geom && ${envelope(sql, box)} and ST_Intersects(v.geom, ${envelope(sql, box)}) and v.state <> 'declined'
  order by v.id`

export interface SurveyRow {
  id: string
  title: string
  year: number
  shareUnsafe: number
  respondents: number
  geometry: Geometry
}

/** The newest survey of each area that touches the box. */
export const readSurveys = (sql: Sql, audience: Audience, box: Box): Promise<SurveyRow[]> => sql<SurveyRow[]>`
  select v.id::text as id, v.title, v.year, v.share_unsafe::float8 as "shareUnsafe", v.respondents,
    ST_AsGeoJSON(v.geom, 7)::jsonb as geometry
  from ${sql(schemaOf[audience])}.safety_survey_areas v
  where v.geom && ${envelope(sql, box)} and ST_Intersects(v.geom, ${envelope(sql, box)}) and v.newest
  order by v.id`

export interface SquareRow {
  row: number
  column: number
  bounds: [number, number, number, number]
  n: number
  kinds: Record<string, number>
  blocks: number[]
  quarters: number[]
}

/** Rows of squares to a degree of latitude; the database has the same in core.square_row. */
const rowsPerDegree = 1111.950797
const rowOf = (lat: number): number => Math.floor((lat + 90) * rowsPerDegree)

/** Fixed squares that touch the box. A square is told whole or not at all, so that no two boxes tell of a part of one. */
export async function readSquares(sql: Sql, audience: Audience, box: Box): Promise<SquareRow[]> {
  const [west, south, east, north] = box
  return sql<SquareRow[]>`
    select q.square_row as row, q.square_column as "column", to_jsonb(q.bounds) as bounds, q.n, q.kinds,
      to_jsonb(q.blocks) as blocks, to_jsonb(q.quarters) as quarters
    from ${sql(schemaOf[audience])}.incident_squares q
    where q.square_row between ${rowOf(south) - 1} and ${rowOf(north) + 1}
      and q.bounds[1] <= ${east} and q.bounds[3] >= ${west} and q.bounds[2] <= ${north} and q.bounds[4] >= ${south}
    order by q.square_row, q.square_column`
}

/** How many events of the whole municipality are in no square. */
export async function readRest(sql: Sql, audience: Audience): Promise<Demand['leftOut']> {
  const [row] = await sql<{ suppressed: number; imprecise: number }[]>`
    select suppressed, imprecise from ${sql(schemaOf[audience])}.incident_rest`
  return row!
}

/** The square that a point is in, if it holds enough. */
export async function readSquareAt(
  sql: Sql,
  audience: Audience,
  [lon, lat]: LonLat,
): Promise<SquareRow | undefined> {
  const found = await readSquares(sql, audience, [lon, lat, lon, lat])
  return found.find(
    ({ bounds: [west, south, east, north] }) => west <= lon && lon < east && south <= lat && lat < north,
  )
}
