import {
  describeLayer,
  type LayerDefinition,
  type LayerDescription,
  type Text,
} from '@trygghetskartan/layers'
import type { NearEntry } from '../contract-around.ts'
import type { Sql } from '../database/database.ts'
import { type Circle, type NearRow, readNear } from '../queries/near.ts'

/** Shown newest first; what has no time that is known any more comes last. */
const unknownMonth = '2000-01'
const most = 300

const phaseOf: Readonly<Record<string, NearEntry['phase']>> = {
  ordered: 'underWay',
  decided: 'planned',
  built: 'done',
  in_operation: 'done',
  evaluated: 'done',
}

/** Layers of which the public is told what goes on at a place: not areas of surveys and squares of the safety map, which are everywhere. */
const told = (layers: readonly LayerDefinition[]): readonly LayerDefinition[] =>
  layers.filter(
    ({ id, audiences, dialogue }) => audiences.public && dialogue !== 'survey' && id !== 'safety_map_cells',
  )

/**
 * What anybody may know of what goes on within a circle, or everywhere: newest month first. Nothing finer than a month orders it, so that
 * the order tells nothing. Reads as the public whoever asks.
 */
export async function nearEntries(
  sql: Sql,
  layers: readonly LayerDefinition[],
  circle: Circle | null,
  today: string,
): Promise<{ entries: NearEntry[]; more: boolean }> {
  const all: NearEntry[] = []
  for (const layer of told(layers)) {
    const description = describeLayer(layer, 'public')
    for (const row of await readNear(sql, layer, circle)) all.push(entryOf(description, row, today))
  }
  all.sort(
    (a, b) =>
      b.month.localeCompare(a.month) ||
      a.title.sv.localeCompare(b.title.sv, 'sv') ||
      a.id.localeCompare(b.id),
  )
  return { entries: all.slice(0, most), more: all.length > most }
}

function entryOf(layer: LayerDescription, row: NearRow, today: string): NearEntry {
  const { properties } = row
  const ofControl = (control: string) => layer.fields.filter((field) => field.control === control)
  const textOf = (name: string) => {
    const value = properties[name]
    return typeof value === 'string' && value.trim() !== '' ? [value] : []
  }
  const state = layer.legend.find(({ value }) => value === properties[layer.categoryBy])
  const dates = ofControl('date')
    .flatMap(({ name, title }) => textOf(name).map((on) => ({ title, on })))
    // A month that stands as its first day is no date.
    .filter(({ on }) => on !== properties.month)
    .sort((a, b) => a.on.localeCompare(b.on))
  const past = [
    ...(typeof properties.month === 'string' ? [properties.month] : []),
    ...dates.map(({ on }) => on),
  ]
    .filter((on) => on <= today)
    .sort()
    .at(-1)
  return {
    layer: layer.id,
    id: row.id,
    kind: layer.title,
    title: titleOf(layer, properties),
    state: state?.title ?? null,
    phase: layer.measure ? (phaseOf[String(properties.status)] ?? 'other') : 'other',
    month: (past ?? row.changed ?? unknownMonth).slice(0, 7),
    dates,
    texts: ofControl('longtext').flatMap(({ name }) => textOf(name)),
    metres: row.metres === null ? null : Math.round(row.metres / 10) * 10,
    point: [Number(row.lon.toFixed(5)), Number(row.lat.toFixed(5))],
  }
}

/** Its own name; else what its first choices say. */
function titleOf(layer: LayerDescription, properties: Record<string, unknown>): Text {
  if (typeof properties.title === 'string') return { sv: properties.title, en: properties.title }
  const field = layer.fields.find(
    ({ name, options }) => options && name !== layer.categoryBy && properties[name] != null,
  )
  const chosen = field && [properties[field.name]].flat().map(String)
  const words = field?.options?.filter(({ value }) => chosen?.includes(value)).map(({ title }) => title) ?? []
  if (words.length === 0) return layer.title
  return { sv: words.map(({ sv }) => sv).join(', '), en: words.map(({ en }) => en).join(', ') }
}
