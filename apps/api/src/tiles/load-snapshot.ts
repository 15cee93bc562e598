import type { Audience } from '@trygghetskartan/layers'
import {
  createSegmentBuilder,
  type RowNow,
  type SegmentBuilder,
  type TileValue,
} from '@trygghetskartan/tiles'
import type { Database } from '../database/database.ts'
import { basemapRows, type TileRow, tileRows, tileRowsById } from '../queries/tile-rows.ts'
import { basemapOptions, basemapThemes, minzoomOf } from './basemap-zooms.ts'
import type { WorkerSource } from './worker-messages.ts'

/** A JSON value as a tile carries it: a list as its members between commas, an object as JSON. */
export function toTileValue(value: unknown): TileValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.join(',') : JSON.stringify(value)
}

const rowValues = (row: TileRow): TileValue[] => [row.id, ...row.values.map(toTileValue)]

/** Columns of a layer's tiles: the id first. */
export const tileColumns = (columns: readonly string[]): string[] => [
  'id',
  ...columns.filter((column) => column !== 'id'),
]

const ownColumns = (columns: readonly string[]) => columns.filter((column) => column !== 'id')

/** Everything an audience sees of a layer. */
export const loadLayer = (
  database: Database,
  audience: Audience,
  layer: string,
  columns: readonly string[],
) =>
  database.read(audience, async (sql) => {
    const builder = createSegmentBuilder(tileColumns(columns), true)
    for await (const rows of tileRows(sql, audience, layer, ownColumns(columns)))
      for (const row of rows) builder.add(row.wkb, rowValues(row))
    return builder.finish()
  })

/** What an audience sees now of the objects with these ids. */
export async function loadRows(
  database: Database,
  audience: Audience,
  layer: string,
  columns: readonly string[],
  ids: readonly string[],
): Promise<RowNow[]> {
  const rows = await database.read(audience, (sql) =>
    tileRowsById(sql, audience, layer, ownColumns(columns), ids),
  )
  const seen = new Map(rows.map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = seen.get(id)
    return { id, row: row ? { wkb: row.wkb, values: rowValues(row) } : null }
  })
}

/** The basemap as sources for workers: per theme its features, in groups by the zoom they appear at. */
export const loadBasemap = (database: Database): Promise<WorkerSource[]> =>
  database.read('public', async (sql) => {
    const columns = basemapThemes.map(({ props }) => ['kind', 'name', 'rank', ...props])
    const groups = basemapThemes.map(() => new Map<number, SegmentBuilder>())
    const indexOf = new Map(basemapThemes.map(({ theme }, index) => [theme, index]))
    for await (const rows of basemapRows(sql)) {
      for (const { theme, kind, name, rank, props, wkb } of rows) {
        const index = indexOf.get(theme)
        if (index === undefined) continue
        const definition = basemapThemes[index]!
        const minzoom = minzoomOf(definition, kind ?? '')
        const builder = groups[index]!.get(minzoom) ?? createSegmentBuilder(columns[index]!)
        groups[index]!.set(minzoom, builder)
        builder.add(wkb, [
          kind,
          name || null,
          rank,
          ...definition.props.map((prop) => toTileValue(props[prop])),
        ])
      }
    }
    return basemapThemes.map(({ theme }, index) => ({
      name: theme,
      columns: columns[index]!,
      options: basemapOptions,
      groups: [...groups[index]!]
        .sort(([a], [b]) => a - b)
        .map(([minzoom, builder]) => ({ minzoom, segments: [builder.finish()] })),
    }))
  })
