import { decidedStatuses, statusSteps } from '@trygghetskartan/layers'
import type { Caller } from './auth.ts'
import type { Measure } from './contract.ts'
import type { StoredObject } from './queries/measures.ts'

/** Whether a step to the status is taken by who decides alone, and with a decision. */
export const isDecided = (status: string): boolean => decidedStatuses.includes(status)

/** An object as the caller gets it: `nextStatuses` only what the caller may do, `deciderStatuses` what others could. */
export function measureOf(object: StoredObject, caller: Caller): Measure {
  const { layer, properties } = object
  const mayStep = layer.measure && layer.editable.includes(caller.audience)
  const { version: _, ...columns } = properties
  const next = mayStep
    ? statusSteps.filter((step) => step.from === properties.status).map((step) => step.to)
    : []
  const others = caller.decides ? [] : next.filter(isDecided)
  return {
    id: object.id,
    layer: layer.id,
    version: object.version,
    geometry: object.geometry,
    properties: columns,
    nextStatuses: next.filter((status) => !others.includes(status)),
    ...(others.length > 0 && { deciderStatuses: others }),
  }
}
