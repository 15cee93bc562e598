import type { KnownKind } from '@trygghetskartan/formats'
import { type BBox, bboxUnion, type Position } from '@trygghetskartan/geo'
import type { Sql } from '../database/database.ts'
import type { Fragment } from './fragments.ts'

/** What an import of incidents asks and writes, all as the owner. */

export const readKnownKinds = (sql: Sql): Promise<KnownKind[]> => sql<KnownKind[]>`
  select code, jsonb_build_array(title_sv, title_en) as titles from core.incident_kinds order by number`

/** The box in degrees that the map covers: what it opens on, and every extract that has been imported. */
export async function readMapBox(sql: Sql, opening: BBox): Promise<BBox> {
  const rows = await sql<{ bounds: BBox }[]>`
    select to_jsonb(bounds) as bounds from basemap.datasets where cardinality(bounds) = 4`
  return rows.map(({ bounds }) => bounds).reduce(bboxUnion, opening)
}

/** Rows on their way in: each column's values behind one another. Times in minutes since 1970 UTC, positions in degrees. */
export interface IncidentBatch {
  readonly id: string[]
  /** Digest of what the source says, hexadecimal. */
  readonly content: string[]
  readonly lon: number[]
  readonly lat: number[]
  readonly from: number[]
  readonly to: number[]
  readonly timePrecision: string[]
  readonly kind: string[]
  readonly precision: string[]
  readonly place: (string | null)[]
  readonly note: (string | null)[]
  readonly sourceId: (string | null)[]
  readonly withdrawn: boolean[]
}

const numbers = (values: readonly number[]): string => `{${values.join()}}`

/** The batch as rows n. */
const rowsOf = (sql: Sql, batch: IncidentBatch): Fragment => sql`
  select u.*, ST_SetSRID(ST_MakePoint(u.lon, u.lat), 4326) as geom, decode(u.digest, 'hex') as content,
    'epoch'::timestamptz + u.from_minute * interval '1 minute' as occurred_from,
    'epoch'::timestamptz + u.to_minute * interval '1 minute' as occurred_to
  from unnest(${batch.id}::uuid[], ${batch.content}::text[], ${numbers(batch.lon)}::float8[], ${numbers(batch.lat)}::float8[],
    ${numbers(batch.from)}::integer[], ${numbers(batch.to)}::integer[], ${batch.timePrecision}::text[], ${batch.kind}::text[],
    ${batch.precision}::text[], ${batch.place}::text[], ${batch.note}::text[], ${batch.sourceId}::text[],
    ${`{${batch.withdrawn.join()}}`}::boolean[])
    as u(id, digest, lon, lat, from_minute, to_minute, time_precision, kind, precision, place_name, note, source_id, withdrawn)`

export interface Written {
  /** New rows. */
  readonly added: number
  /** Rows whose source now says something else. */
  readonly corrected: number
}

const news = (sql: Sql) => sql`t.content <> n.content`

/** Writes a batch: new rows in, and those of which the source says something else corrected. What the police have withdrawn stays so. */
export async function writeIncidents(
  sql: Sql,
  batch: IncidentBatch,
  { source, importId }: { source: string; importId: string },
): Promise<Written> {
  const [row] = await sql<Written[]>`
    with n as materialized (${rowsOf(sql, batch)}),
    corrected as (
      update core.incidents t set geom = n.geom, occurred_from = n.occurred_from, occurred_to = n.occurred_to,
        time_precision = n.time_precision, kind = n.kind, precision = n.precision, place_name = n.place_name, note = n.note,
        content = n.content, import_id = ${importId}, state = case when n.withdrawn then 'withdrawn' else t.state end
      from n where t.id = n.id and ${news(sql)}
      returning 1
    ),
    added as (
      insert into core.incidents (id, geom, occurred_from, occurred_to, time_precision, kind, precision, place_name, note, source,
        source_id, content, import_id, state)
      select n.id, n.geom, n.occurred_from, n.occurred_to, n.time_precision, n.kind, n.precision, n.place_name, n.note, ${source},
        n.source_id, n.content, ${importId}, case when n.withdrawn then 'withdrawn' else 'valid' end
      from n
      on conflict (id) do nothing
      returning 1
    )
    select (select count(*) from added)::integer as added, (select count(*) from corrected)::integer as corrected`
  return row!
}

/** What writing a batch would do. */
export async function compareIncidents(sql: Sql, batch: IncidentBatch): Promise<Written> {
  const [row] = await sql<Written[]>`
    select count(*) filter (where t.id is null)::integer as added, count(*) filter (where t.content <> decode(n.digest, 'hex'))::integer as corrected
    from unnest(${batch.id}::uuid[], ${batch.content}::text[]) as n(id, digest) left join core.incidents t on t.id = n.id`
  return row!
}

/** Withdraws incidents, or only says which it would; the ids of those there are, and how many of them were not withdrawn yet. */
export async function withdrawIncidents(
  sql: Sql,
  ids: readonly string[],
  importId: string | null,
): Promise<{ known: ReadonlySet<string>; withdrawn: number }> {
  const rows = await sql<{ id: string; open: boolean }[]>`
    select t.id::text as id, t.state <> 'withdrawn' as open from core.incidents t where t.id = any (${[...ids]}::uuid[])`
  const open = rows.filter((row) => row.open).map(({ id }) => id)
  if (importId !== null && open.length > 0)
    await sql`update core.incidents set state = 'withdrawn', import_id = ${importId} where id = any (${open}::uuid[])`
  return { known: new Set(rows.map(({ id }) => id)), withdrawn: open.length }
}

/** Which of the positions are in the water of the map, by their number in the list. */
export async function wetOf(sql: Sql, positions: readonly Position[]): Promise<number[]> {
  const rows = await sql<{ at: number }[]>`
    select p.at::integer as at
    from (
      select ST_SetSRID(ST_MakePoint(u.lon, u.lat), 4326) as geom, u.at - 1 as at
      from unnest(${numbers(positions.map(([lon]) => lon))}::float8[], ${numbers(positions.map(([, lat]) => lat))}::float8[])
        with ordinality as u(lon, lat, at)
    ) p
    where exists (
      select from basemap.features f
      where f.theme not in ('road', 'building', 'place') and f.theme = 'water' and f.geom && p.geom and ST_Intersects(f.geom, p.geom))`
  return rows.map(({ at }) => at)
}

/** After a bulk write the planner knows nothing of what came in. */
export const analyzeIncidents = (sql: Sql) => sql`analyze core.incidents`

/** Why rows change, in their history. */
export const tellReason = (sql: Sql, reason: string) => sql`select set_config('app.note', ${reason}, true)`
