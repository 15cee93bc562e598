import type { Audience } from '@trygghetskartan/layers'
import { type Sql, schemaOf } from '../database/database.ts'

export interface Settings {
  municipality: { name: string; code: string }
  bounds: [number, number, number, number]
  /** What the place where faults are reported is called. */
  faults: string | null
  schematic: boolean
  demo: boolean
}

const defaults: Settings = {
  municipality: { name: 'Kristianstad', code: '1290' },
  bounds: [14.13, 56.015, 14.19, 56.05],
  faults: null,
  schematic: false,
  demo: false,
}

/** The municipality's settings, with defaults where a key is not set. */
export async function readSettings(sql: Sql, audience: Audience): Promise<Settings> {
  const rows = await sql<
    { key: string; value: unknown }[]
  >`select key, value from ${sql(schemaOf[audience])}.settings`
  return { ...defaults, ...Object.fromEntries(rows.map((row) => [row.key, row.value])) }
}

/** Who the ground on the map comes from. */
export async function readAttribution(sql: Sql): Promise<string[]> {
  const rows = await sql<
    { attribution: string }[]
  >`select distinct attribution from basemap.datasets where attribution <> '' order by 1`
  return rows.map((row) => row.attribution)
}
