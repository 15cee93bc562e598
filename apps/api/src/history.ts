import { type Audience, columnsFor, type LayerDefinition } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { HistoryEntry } from './contract.ts'
import type { HistoryRow } from './queries/measures.ts'
import { writableColumns } from './validation.ts'

type Row = Record<string, unknown>

const equal = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What an entry changed, in the columns the audience sees; `geometry` stands for the shape. */
export function historyEntryOf(
  row: HistoryRow,
  layers: readonly LayerDefinition[],
  audience: Audience,
): HistoryEntry {
  const layer = layers.find((one) => one.id === row.layer)
  const columns = layer ? columnsFor(layer, audience) : []
  const before: Row = row.before ?? {}
  const after: Row = row.after ?? {}
  const pairs: [string, string][] = [
    ['geom', 'geometry'],
    ...columns.map((name): [string, string] => [name, name]),
  ]
  const changes = pairs
    .map(([column, name]): [string, [unknown, unknown]] => [
      name,
      [before[column] ?? null, after[column] ?? null],
    ])
    .filter(([, [was, is]]) => !equal(was, is))
  return { version: row.version, at: row.at, by: row.by, op: row.op, changes: Object.fromEntries(changes) }
}

/** The object a removal took away, from the row the history kept: what the audience may write of it, and the status it had. */
export function removedObject(
  before: Row,
  layer: LayerDefinition,
  audience: Audience,
): { geometry: Geometry; properties: Row } {
  const names = [...writableColumns(layer, audience), ...(layer.measure ? ['status'] : [])]
  const properties = Object.fromEntries(
    Object.entries(before).filter(([name, value]) => names.includes(name) && value !== null),
  )
  return { geometry: before.geom as Geometry, properties }
}
