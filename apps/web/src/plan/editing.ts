import type { FieldDescription, Measure, Problem } from '@trygghetskartan/api/contract'
import type { Geometry } from 'geojson'
import type { Drawing } from '../draw/drawing.ts'
import type { MapLayer } from '../map/map-style.ts'
import { sameValue } from './changes.ts'
import type { Draft } from './drafts.ts'
import { type FormInput, inputOf } from './form-values.ts'
import type { Revision } from './merge.ts'

/** What is being drawn and filled in now. One at a time. */
export interface Editing {
  readonly id: string
  readonly layer: MapLayer
  /** What was opened; null for a new object. */
  readonly base: (Revision & { readonly version: number }) | null
  /** null where the shape cannot be changed by pen: it stays as it is. */
  readonly drawing: Drawing | null
  readonly input: FormInput
  /** What the form held when it was opened. */
  readonly firstInput: FormInput
  readonly stage: 'open' | 'saving' | 'waiting'
  readonly problems: Readonly<Record<string, string>>
  /** How many times saving has met with problems: each time the first of them is shown. */
  readonly attempts: number
  readonly refusal: Problem | null
  /** What somebody else saved in the meantime. */
  readonly conflict: Measure | null
}

/** The fields a form asks for: a measure's status has its own buttons. */
export const formFields = (layer: MapLayer): readonly FieldDescription[] =>
  layer.fields.filter((field) => !field.readOnly && !(layer.measure && field.name === layer.categoryBy))

export const firstInputOf = (layer: MapLayer, properties: Revision['properties']): FormInput =>
  Object.fromEntries(formFields(layer).map((field) => [field.name, inputOf(field, properties[field.name])]))

/** The shape as drawn, complete or not; the stored one where no pen can change it. */
export const geometryNow = (editing: Editing): Geometry | null =>
  editing.drawing ? editing.drawing.view().geometry : (editing.base?.geometry ?? null)

/** True where something would be lost by closing. */
export function isDirty({ drawing, input, firstInput }: Editing): boolean {
  const touched = Object.keys(input).some((name) => !sameValue(input[name], firstInput[name]))
  return touched || (drawing?.view().dirty ?? false)
}

export const draftOf = (editing: Editing): Draft => ({
  id: editing.id,
  layer: editing.layer.id,
  ...(editing.base && { base: editing.base }),
  ...(editing.drawing && { sketch: editing.drawing.view().sketch }),
  input: editing.input,
  at: new Date().toISOString(),
  ...(editing.stage === 'waiting' && { waiting: true }),
})

/** Only what was changed: a field or a shape that is as it was opened is not sent. */
export function changesFrom(
  base: Revision,
  geometry: Geometry,
  values: Readonly<Record<string, unknown>>,
): { geometry?: Geometry; properties?: Record<string, unknown> } {
  const changed = Object.entries(values).filter(([name, value]) => !sameValue(value, base.properties[name]))
  return {
    ...(!sameValue(base.geometry, geometry) && { geometry }),
    ...(changed.length > 0 && { properties: Object.fromEntries(changed) }),
  }
}
