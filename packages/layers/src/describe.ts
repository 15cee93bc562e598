import type { LayerDefinition } from './definition.ts'
import type { Audience, FieldDescription, LayerDescription, LegendRow } from './description.ts'
import { paintOf } from './paint.ts'
import { meaningOf } from './property.ts'

/**
 * Everything an audience may know about a layer, and nothing else: fields, legend and style of its own columns.
 * @throws Error where the audience does not know the layer.
 */
export function describeLayer(layer: LayerDefinition, audience: Audience): LayerDescription {
  const columns = layer.audiences[audience]
  if (!columns) throw new Error(`${audience} does not know the layer ${layer.id}`)
  const values = layer.categories.values.filter((row) => !row.audiences || row.audiences.includes(audience))
  const met = { ...layer, categories: { by: layer.categories.by, values } }
  const legend = values.map(({ audiences: _, ...row }) => row)
  const editable = layer.editable.includes(audience)
  const seesAll = (names: readonly string[]) => names.every((name) => columns.includes(name))
  const siting = seesAll(Object.values(layer.siting?.columns ?? {})) ? layer.siting : undefined
  const permit = seesAll(Object.values(layer.permit ?? {})) ? layer.permit : undefined
  return {
    id: layer.id,
    title: layer.title,
    description: layer.description,
    group: layer.group,
    geometry: layer.geometry,
    measure: layer.measure,
    editable,
    fields: columns.map((name) => describeField(layer, name, legend, editable)),
    table: layer.table.filter((name) => columns.includes(name)),
    categoryBy: layer.categories.by,
    legend,
    style: { light: layer.style(paintOf(met, 'light')), dark: layer.style(paintOf(met, 'dark')) },
    icon: layer.icon,
    minzoom: layer.minzoom,
    maxzoom: layer.maxzoom,
    ...(siting && { siting }),
    ...(permit && { permit }),
    ...((layer.measure || layer.chained) && { chained: true as const }),
    ...(layer.dialogue && { dialogue: layer.dialogue }),
  }
}

function describeField(
  layer: LayerDefinition,
  name: string,
  legend: readonly LegendRow[],
  editable: boolean,
): FieldDescription {
  const schema = layer.properties.shape[name]
  const meaning = schema && meaningOf(schema)
  if (!meaning)
    throw new Error(`Layer ${layer.id}: ${name} has no meaning; make it with a function of property.ts`)
  const { choices, required, readOnly, initial, ...said } = meaning
  const options = choices && optionsOf(choices, name === layer.categories.by ? legend : null)
  return {
    name,
    ...said,
    ...(options && { options }),
    ...(editable && !readOnly && initial !== undefined && { initial }),
    required: required ?? false,
    readOnly: readOnly ?? false,
  }
}

/** The category's options are its legend, so that an audience is not told of values it never meets. */
function optionsOf(
  choices: Readonly<Record<string, FieldDescription['title']>>,
  legend: readonly LegendRow[] | null,
): FieldDescription['options'] {
  if (legend) return legend.map(({ value, title, colour }) => ({ value, title, colour }))
  return Object.entries(choices).map(([value, title]) => ({ value, title }))
}
