import type { LayerDescription, Properties } from '@trygghetskartan/api/contract'
import type { Formatter } from '../messages/format.ts'

const named = ['title', 'name', 'area_name', 'place']

/** What to call an object: its own title where it has one, else its category in words, else its layer. */
export function objectTitle(
  layer: Pick<LayerDescription, 'fields' | 'categoryBy' | 'title'>,
  properties: Properties,
  format: Formatter,
  layerTitle: string,
): string {
  for (const name of named) {
    const value = properties[name]
    if (typeof value === 'string' && value.trim()) return value
  }
  const category = layer.fields.find((field) => field.name === layer.categoryBy)
  return (category && format.field(category, properties[category.name])) || layerTitle
}
