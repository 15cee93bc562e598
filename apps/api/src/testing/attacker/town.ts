import { fromWgs84, type Position, toWgs84 } from '@trygghetskartan/geo'
import type { Sql } from '../../database/database.ts'

/** Side of the town in squares, and of a square in metres. */
const side = 8
const square = 250

const [east, north] = fromWgs84(3006, [14.157, 56.03]).map(
  (value) => Math.floor(value / square) * square,
) as [number, number]

/** Metres from the town's south-west corner to degrees. */
export const at = (x: number, y: number): Position => toWgs84(3006, [east + x, north + y])

/** Degrees, west, south, east and north. */
export const townBox = [...at(0, 0), ...at(side * square, side * square)] as [number, number, number, number]

/** A square where nobody lives, beside one with a single door. */
const park = 5 * side + 3
/** Where the addresses stand: ten in each square but those of the park. */
const addresses = Array.from({ length: side * side * 10 }, (_, i) => {
  const [n, nth] = [Math.floor(i / 10), i % 10]
  if (n === park || (n === park + 1 && nth > 0)) return []
  return [at((n % side) * square + 20 + nth * 21, Math.floor(n / side) * square + 30 + ((nth * 7) % 10) * 19)]
}).flat()
/** Streets through the middle of the squares, both ways. */
const streets = Array.from({ length: side }, (_, n) => n * square + 125).flatMap((middle) => [
  [at(0, middle), at(side * square, middle)],
  [at(middle, 0), at(middle, side * square)],
])

/** Lays out a town of eight by eight squares: an area over its western half, a small one of two squares, the rest in none. */
export async function layTown(sql: Sql): Promise<void> {
  await sql`
    insert into basemap.datasets (id, source, title, attribution, bounds, counts)
    values ('town', 'schematic', 'Prov', '', '{14,56,15,57}', '{}')`
  await sql`
    insert into basemap.features (source, source_id, theme, kind, rank, props, geom, dataset)
    select 'schematic', 'a' || a.ordinality, 'address', 'address', 0, '{}',
      ST_SetSRID(ST_MakePoint((a.value ->> 0)::float8, (a.value ->> 1)::float8), 4326), 'town'
    from jsonb_array_elements(${sql.json(addresses as never)}) with ordinality a`
  for (const [n, coordinates] of streets.entries())
    await sql`
      insert into basemap.features (source, source_id, theme, kind, rank, props, geom, dataset)
      values ('schematic', ${`r${n}`}, 'road', 'residential', 0, '{}',
        ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify({ type: 'LineString', coordinates })}), 4326), 'town')`
  const box = (title: string, west: number, south: number, width: number, height: number) => {
    const ring = [
      at(west, south),
      at(west + width, south),
      at(west + width, south + height),
      at(west, south + height),
      at(west, south),
    ]
    return sql`
      insert into core.safety_survey_areas (geom, title, year, share_unsafe, respondents)
      values (ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify({ type: 'Polygon', coordinates: [ring] })}), 4326), ${title}, 2025, 31, 210)`
  }
  await box('Väster', 0, 0, 1000, 2000)
  await box('Lilla öster', 1500, 0, 500, 250)
}

export interface TrueReport {
  readonly at: Position
  /** The day it came. */
  readonly day: string
  readonly reasons: readonly string[]
  /** Square it lies in, by column and row. */
  readonly square: string
}

/** Reports, the same for the same seed: many in a few squares, one to four in most, over five months. */
export function trueReports(seed: number): TrueReport[] {
  let state = seed
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
  const reports: TrueReport[] = []
  for (let n = 0; n < side * side; n += 1) {
    const [column, row] = [n % side, Math.floor(n / side)]
    const many = random() < 0.12 ? 6 + Math.floor(random() * 8) : Math.floor(random() * 5)
    for (let i = 0; i < many; i += 1) {
      const month = 4 + Math.floor(random() * 5)
      reports.push({
        at: at(column * square + 15 + random() * 220, row * square + 15 + random() * 220),
        day: `2026-${String(month).padStart(2, '0')}-${String(2 + Math.floor(random() * 26)).padStart(2, '0')}`,
        reasons: [['darkness', 'decay', 'people', 'drugs', 'other'][Math.floor(random() * 5)]!],
        square: `${column},${row}`,
      })
    }
  }
  // The two squares of the small area hold two and three: together enough, each too few.
  const small = (column: number, count: number): TrueReport[] =>
    Array.from({ length: count }, (_, i) => ({
      at: at(column * square + 40 + i * 40, 100),
      day: '2026-05-14',
      reasons: ['people'],
      square: `${column},0`,
    }))
  return [
    ...reports.filter((one) => one.square !== '6,0' && one.square !== '7,0'),
    ...small(6, 2),
    ...small(7, 3),
  ]
}

/** Stores reports as if each had come on its day. */
export async function storeReports(sql: Sql, reports: readonly TrueReport[]): Promise<void> {
  await sql`select set_config('app.bulk', 'on', true)`
  for (const report of reports)
    await sql`
      insert into core.unsafe_reports (geom, reasons, received_on, created_at)
      values (ST_SetSRID(ST_MakePoint(${report.at[0]}, ${report.at[1]}), 4326), ${[...report.reasons]}, ${report.day}, ${`${report.day}T21:30:00Z`})`
}
