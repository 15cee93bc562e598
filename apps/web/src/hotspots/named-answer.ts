import { withNames } from '@trygghetskartan/analysis'
import type { Text } from '@trygghetskartan/api/contract'
import { fetchPlaceNames } from '../facts/place-names.ts'
import type { WholeAnswer } from './whole-answer.ts'

/** An answer with the names of its places in table and map; as it was where they cannot be had. */
export async function named(whole: WholeAnswer, t: (text: Text) => string): Promise<WholeAnswer> {
  const places = whole.toName.map(({ at }) => at)
  const said = await fetchPlaceNames(places).catch(() => [])
  const names = new Map(said.map((name, i) => [whole.toName[i]!.row, t(name)]))
  const { columns, rows } = withNames({ ...whole, shapes: null }, names)
  return { ...whole, columns, rows, geojson: whole.geojson && withWhere(whole.geojson, names) }
}

function withWhere(geojson: string, names: ReadonlyMap<number, string>): string {
  if (names.size === 0) return geojson
  const map = JSON.parse(geojson) as { features: { id: number; properties: Record<string, unknown> }[] }
  for (const { id, properties } of map.features) properties.where = names.get(id) ?? null
  return JSON.stringify(map)
}
