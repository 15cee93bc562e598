import { statusSteps } from '@trygghetskartan/layers'
import type { Caller } from './auth.ts'
import type { Measure } from './contract.ts'
import type { StoredObject } from './queries/measures.ts'

/** An object as the caller gets it: `nextStatuses` only where the caller may take a step. */
export function measureOf(object: StoredObject, caller: Caller): Measure {
  const { layer, properties } = object
  const mayStep = layer.measure && layer.editable.includes(caller.audience)
  const { version: _, ...columns } = properties
  return {
    id: object.id,
    layer: layer.id,
    version: object.version,
    geometry: object.geometry,
    properties: columns,
    nextStatuses: mayStep
      ? statusSteps.filter((step) => step.from === properties.status).map((step) => step.to)
      : [],
  }
}
