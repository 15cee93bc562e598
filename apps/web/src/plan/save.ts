import { findSensitive, type SensitiveFind } from '@trygghetskartan/formats/sensitive-text'
import type { Change } from './changes.ts'
import { changesFrom, type Editing, formFields, geometryNow } from './editing.ts'
import type { FieldProblem } from './form-values.ts'
import { readForm } from './form-values.ts'
import type { Revision } from './merge.ts'

export interface FieldFind extends SensitiveFind {
  readonly field: string
}

export type Reading =
  | {
      readonly type: 'wrong'
      readonly problems: Readonly<Record<string, FieldProblem>>
      readonly shape: boolean
    }
  | { readonly type: 'nothing' }
  | { readonly type: 'change'; readonly change: Change; readonly mine: Revision }

/** What saving would send, or what stands in its way. `shape` false: the shape is missing or not valid. */
export function readEditing(editing: Editing): Reading {
  const { base, drawing, id, layer } = editing
  const geometry = geometryNow(editing)
  const shape = geometry !== null && drawing?.view().problem == null
  const { values, problems } = readForm(formFields(layer), editing.input)
  if (!shape || Object.keys(problems).length > 0) return { type: 'wrong', problems, shape }
  const mine = { geometry, properties: { ...base?.properties, ...values } }
  if (base) {
    const changes = changesFrom(base, geometry, values)
    if (!changes.geometry && !changes.properties) return { type: 'nothing' }
    return { type: 'change', change: { type: 'change', id, ...changes }, mine }
  }
  const [firstStatus] = layer.legend
  const properties =
    layer.measure && firstStatus ? { [layer.categoryBy]: firstStatus.value, ...values } : values
  return {
    type: 'change',
    change: { type: 'create', object: { id, layer: layer.id, geometry, properties } },
    mine,
  }
}

/** What in the free texts should not be there. */
export function sensitiveIn(editing: Editing): FieldFind[] {
  return formFields(editing.layer)
    .filter(({ control }) => control === 'text' || control === 'longtext')
    .flatMap(({ name }) =>
      findSensitive(String(editing.input[name] ?? '')).map((find) => ({ ...find, field: name })),
    )
}
