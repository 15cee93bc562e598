import type { Field } from '@trygghetskartan/formats'
import { type LayerDefinition, property } from '@trygghetskartan/layers'

/** The layer's columns as a file may name and fill them. */
export function fieldsOf(layer: LayerDefinition): Field[] {
  return Object.entries(layer.properties.shape).map(([name, schema]) => {
    const meaning = property.meaningOf(schema)
    if (!meaning) throw new Error(`Layer ${layer.id}: ${name} has no meaning`)
    const { title, control, choices, readOnly = false } = meaning
    return {
      name,
      titles: [title.sv, title.en],
      control: ['plan', 'areas', 'luminaire', 'object'].includes(control)
        ? 'text'
        : (control as Field['control']),
      // A file says nothing of who works together here, nor of what is drawn or kept here.
      readOnly: readOnly || control === 'plan' || control === 'areas' || control === 'luminaire',
      ...(choices && {
        options: Object.entries(choices).map(([value, text]) => ({ value, titles: [text.sv, text.en] })),
      }),
    }
  })
}
