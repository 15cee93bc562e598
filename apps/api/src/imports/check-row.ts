import type { Refusal, Row } from '@trygghetskartan/formats'
import type { LayerDefinition } from '@trygghetskartan/layers'
import { fieldErrorsOf } from '../validation.ts'

/** The row's values as the layer's own schema leaves them, or why it refuses them. Columns the row does not name stay unnamed. */
export function checkRow(
  layer: LayerDefinition,
  row: Row,
): { values: Record<string, unknown> } | { refusal: Refusal } {
  const parsed = layer.properties.safeParse(row.values)
  if (parsed.success) {
    const named = Object.entries(parsed.data as Record<string, unknown>).filter(
      ([name]) => name in row.values,
    )
    return { values: Object.fromEntries(named) }
  }
  const errors = fieldErrorsOf(parsed.error.issues)
  const said = (language: 'sv' | 'en') =>
    errors.map(({ field, message }) => `${field}: ${message[language]}`).join(' ')
  const { line, element } = row
  return { refusal: { line, element, code: 'invalid-value', message: { sv: said('sv'), en: said('en') } } }
}
