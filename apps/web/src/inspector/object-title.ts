import type { FieldDescription, LayerDescription, Properties } from '@trygghetskartan/api/contract'
import type { Formatter } from '../messages/format.ts'

type Titled = Pick<LayerDescription, 'fields' | 'categoryBy' | 'table'>

/** The field objects of a layer go by: its title or name, else the choice its table begins with, else the first words there. */
export function titleField(layer: Titled): FieldDescription | undefined {
  const called = (name: string) => layer.fields.find((field) => field.name === name)
  const [first, ...others] = layer.table.map(called)
  const words = [first, ...others].find((field) => field?.control === 'text')
  return called('title') ?? called('name') ?? (first?.control === 'choice' ? first : words)
}

/** What to call an object: its own title where it has one, else its category in words, else its layer. */
export function objectTitle(
  layer: Titled,
  properties: Properties,
  format: Formatter,
  layerTitle: string,
): string {
  const field = titleField(layer)
  const category = layer.fields.find(({ name }) => name === layer.categoryBy)
  return (
    (field && format.field(field, properties[field.name]).trim()) ||
    (category && format.field(category, properties[category.name])) ||
    layerTitle
  )
}
