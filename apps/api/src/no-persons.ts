import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import { type Audience, describeLayer, type LayerDefinition } from '@trygghetskartan/layers'
import { ProblemError } from './errors.ts'

/** 422 where a text, by its field's name, may point out a person. */
export function refusePersons(texts: Readonly<Record<string, string | null | undefined>>): void {
  for (const [field, text] of Object.entries(texts)) {
    const [find] = findSensitive(text ?? '')
    if (!find) continue
    const message = {
      sv: `”${find.text}” kan peka ut en person. Skriv utan namn, nummer och skyltar.`,
      en: `“${find.text}” may point out a person. Write without names, numbers and plates.`,
    }
    throw new ProblemError('invalid', undefined, { errors: [{ field, message }] })
  }
}

/**
 * The same for what is written of walks, remarks and surveys on the map: all its free texts, where they are given anew. Measures are
 * not among them: theirs name who answers for a camera, and how to reach them.
 */
export function refusePersonsInDialogue(
  layer: LayerDefinition,
  audience: Audience,
  given: Readonly<Record<string, unknown>>,
  current: Readonly<Record<string, unknown>> = {},
): void {
  if (!layer.dialogue) return
  const free = describeLayer(layer, audience).fields.filter(
    ({ name, control }) =>
      (control === 'text' || control === 'longtext') && given[name] && given[name] !== current[name],
  )
  refusePersons(Object.fromEntries(free.map(({ name }) => [name, String(given[name])])))
}
