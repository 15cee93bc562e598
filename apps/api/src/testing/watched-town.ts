import type { Sql } from '../database/database.ts'

/** A square of so many metres with its south-west corner there. */
function square(lon: number, lat: number, metres: number): string {
  const [dx, dy] = [metres / (111_195 * Math.cos((lat * Math.PI) / 180)), metres / 111_195]
  return `POLYGON((${lon} ${lat}, ${lon + dx} ${lat}, ${lon + dx} ${lat + dy}, ${lon} ${lat + dy}, ${lon} ${lat}))`
}

const features: readonly [id: string, theme: string, kind: string, shape: string, name: string | null][] = [
  ['w1', 'building', 'apartments', square(14.1575, 56.0288, 24), 'Punkthuset'],
  ['w2', 'building', 'school', square(14.1575, 56.0281, 30), 'Centralskolan'],
  ['w3', 'building', 'yes', square(14.1555, 56.0288, 20), null],
  ['w4', 'road', 'residential', 'LINESTRING(14.15 56.0286, 14.165 56.0286)', 'Storgatan'],
]

/** Where the camera stands: it looks east along Storgatan, between homes and a school. */
export const watchedPlace = [14.157, 56.0286] as const

/** A street between homes and a school, with events and reports of evenings: what a camera's dossier speaks of. As the owner. */
export async function storeWatchedTown(sql: Sql): Promise<void> {
  await sql`insert into basemap.datasets (id, source, title, attribution) values ('osm:prov', 'osm', 'Prov', '© OpenStreetMap contributors')`
  for (const [id, theme, kind, shape, name] of features)
    await sql`
      insert into basemap.features (source, source_id, theme, kind, name, props, geom)
      values ('osm', ${id}, ${theme}, ${kind}, ${name}, '{}', ${`SRID=4326;${shape}`}::geometry)`
  // Forty thefts in the street on Friday evenings at 22, in the last whole quarter.
  await sql`
    insert into core.police_events (geom, kind, precision, occurred_at)
    select ST_SetSRID(ST_MakePoint(14.1572 + i * 0.00001, 56.0286), 4326), 'Stöld', 'street',
      (date_trunc('week', date_trunc('quarter', now() at time zone 'Europe/Stockholm') - interval '10 days') + interval '4 days 22 hours') at time zone 'Europe/Stockholm'
    from generate_series(0, 39) i`
  await sql`
    insert into core.unsafe_reports (geom, reasons, received_on, weekdays, hours_from, hours_to)
    select ST_SetSRID(ST_MakePoint(14.1573 + i * 0.00005, 56.0286), 4326), array['people', 'darkness'], current_date - 30, '{5}', '21:00', '23:00'
    from generate_series(0, 2) i`
  await sql`
    insert into core.lighting_upgrades (geom, title, kind, status, starts_on, completed_on)
    values (ST_SetSRID(ST_MakePoint(14.1573, 56.0287), 4326), 'Nya lyktor på Storgatan', 'new', 'built', '2026-03-01', '2026-05-15')`
}
