import type { Geometry } from 'geojson'
import type { Sql } from '../database/database.ts'

/** A patrol zone as a shift goes out to it. */
export interface ShiftZone {
  id: string
  title: string
  presence: 'visible' | 'targeted'
  unit: string | null
  basis: string | null
  note: string | null
  weekdays: number[] | null
  from: string | null
  to: string | null
  geometry: Geometry
  /** End of the latest presence that stands, ISO; null where there is none. */
  last: string | null
}

/** Zones that are decided and not ended, as the police see them. */
export const readShiftZones = (sql: Sql): Promise<ShiftZone[]> => sql<ShiftZone[]>`
  select z.id, z.title, z.presence, z.unit, z.basis, z.internal_text as note, to_jsonb(z.weekdays) as weekdays,
    z.hours_from as from, z.hours_to as to, ST_AsGeoJSON(z.geom, 7)::jsonb as geometry,
    to_jsonb((select max(p.to_at) from police.presence_log p where p.zone_id = z.id and p.withdrawn_at is null)) #>> '{}' as last
  from police.patrol_zones z
  where z.status in ('decided', 'ordered', 'built', 'in_operation')
  order by z.title, z.id`

/** Titles of kinds of incidents in Swedish, by code. */
export async function readKindTitles(sql: Sql): Promise<ReadonlyMap<string, string>> {
  const rows = await sql<{ code: string; title: string }[]>`
    select code, title_sv as title from police.incident_kinds`
  return new Map(rows.map(({ code, title }) => [code, title]))
}
