import { type Random, seeded } from '@trygghetskartan/analysis'
import type { Sql } from '@trygghetskartan/api/database/database'
import { type Position, toWgs84 } from '@trygghetskartan/geo'
import { firstDay } from '@trygghetskartan/privacy'
import { ground, madeIncidents } from './made-incidents.ts'

/** Areas from west to east and from south to north. */
const [columns, rows] = [8, 6]
/** Corners of an area's outline to each side: about as finely drawn as a municipality's own areas are. */
const cornersPerSide = 60
const reasons = ['darkness', 'broken_lamp', 'deserted', 'people', 'traffic', 'decay', 'other']

/** Lays out a made-up municipality of 20 x 20 km: addresses in quarters, villages and by themselves, measures, and areas over all of it. */
export async function layMunicipality(sql: Sql, addresses: number): Promise<void> {
  const random = seeded(7)
  await sql`select set_config('app.bulk', 'on', true)`
  await sql`
    insert into basemap.datasets (id, source, title, attribution, bounds, counts)
    values ('town', 'schematic', 'Bench', '', '{13,55,16,57}', '{}')`
  const quarters = Array.from({ length: 60 }, () => placeIn(random))
  const doors = Array.from({ length: addresses }, () =>
    degrees(random.next() < 0.85 ? beside(quarters[random.below(60)]!, 500, random) : placeIn(random)),
  )
  await inParts(
    doors,
    (part, at) => sql`
      insert into basemap.features (source, source_id, theme, kind, rank, props, geom, dataset)
      select 'schematic', 'a' || (${at}::int + p.ordinality), 'address', 'address', 0, '{}', ${pointOf(sql)}, 'town'
      from jsonb_array_elements(${sql.json(part as never)}) with ordinality p`,
  )
  await inParts(
    Array.from({ length: 2000 }, () => degrees(beside(quarters[random.below(60)]!, 500, random))),
    (part) => sql`
      insert into core.lighting_upgrades (geom, title, status)
      select ${pointOf(sql)}, 'Lampa', 'built' from jsonb_array_elements(${sql.json(part as never)}) with ordinality p`,
  )
  for (let area = 0; area < columns * rows; area += 1)
    await sql`
      insert into core.safety_survey_areas (geom, title, year, share_unsafe, respondents)
      values (ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify({ type: 'Polygon', coordinates: [outlineOf(area)] })}), 4326),
        ${`Område ${area + 1}`}, 2025, 31, 210)`
}

/** Reports as residents send them: six in ten about one of 300 places, the rest anywhere; as many each month, ending with the given one. */
export async function storeReports(
  sql: Sql,
  { reports, months, last }: { reports: number; months: number; last: number },
): Promise<void> {
  const { x, y } = madeIncidents(reports)
  const random = seeded(11)
  await sql`select set_config('app.bulk', 'on', true)`
  const made = Array.from({ length: reports }, (_, i) => {
    const month = firstDay(last - months + 1 + Math.floor((i * months) / reports)).slice(0, 8)
    const day = `${month}${String(1 + random.below(28)).padStart(2, '0')}`
    const [lon, lat] = degrees([x[i]!, y[i]!])
    return { lon, lat, day, reason: reasons[random.below(reasons.length)] }
  })
  await inParts(
    made,
    (part) => sql`
      insert into core.unsafe_reports (geom, reasons, received_on, created_at)
      select ST_SetSRID(ST_MakePoint(r.lon, r.lat), 4326), array[r.reason], r.day, r.day::timestamp at time zone 'Europe/Stockholm'
      from jsonb_to_recordset(${sql.json(part as never)}) as r(lon float8, lat float8, day date, reason text)`,
  )
}

const pointOf = (sql: Sql) =>
  sql`ST_SetSRID(ST_MakePoint((p.value ->> 0)::float8, (p.value ->> 1)::float8), 4326)`

const degrees = ([x, y]: Position): Position => toWgs84(3006, [x, y])

const placeIn = (random: Random): Position => [
  ground.west + ground.across * random.next(),
  ground.south + ground.across * random.next(),
]

function beside([x, y]: Position, metres: number, random: Random): Position {
  const aside = () => (random.next() + random.next() + random.next() - 1.5) * 2 * metres
  return [x + aside(), y + aside()]
}

/** A cell of the areas' grid whose sides wind, the same for both neighbours. Degrees, closed. */
function outlineOf(area: number): Position[] {
  const [column, row] = [area % columns, Math.floor(area / columns)]
  const along = Array.from({ length: cornersPerSide }, (_, i) => i / cornersPerSide)
  const cells = [
    ...along.map((u): Position => [column + u, row]),
    ...along.map((u): Position => [column + 1, row + u]),
    ...along.map((u): Position => [column + 1 - u, row + 1]),
    ...along.map((u): Position => [column, row + 1 - u]),
    [column, row] as Position,
  ]
  return cells.map(([u, v]) =>
    degrees([
      ground.west + (ground.across / columns) * (u + 0.1 * Math.sin(v * 9)),
      ground.south + (ground.across / rows) * (v + 0.1 * Math.sin(u * 9)),
    ]),
  )
}

async function inParts<T>(all: readonly T[], store: (part: readonly T[], at: number) => Promise<unknown>) {
  for (let at = 0; at < all.length; at += 5000) await store(all.slice(at, at + 5000), at)
}
