import type { Properties } from '@trygghetskartan/api/contract'
import type { NewDecision } from '@trygghetskartan/api/contract-decisions'
import type { Geometry } from 'geojson'

/** An object of an editable layer, as far as a change of it is concerned. */
export interface PlanObject {
  readonly id: string
  readonly layer: string
  readonly geometry: Geometry
  readonly properties: Properties
}

/** The objects changes are about, by id; what is deleted or not yet made is absent. */
export type PlanState = ReadonlyMap<string, PlanObject>

export type Change =
  | {
      readonly type: 'create'
      readonly object: PlanObject
      /** It was there before and was deleted: it comes back as it was. */
      readonly again?: true
    }
  | {
      readonly type: 'change'
      readonly id: string
      readonly geometry?: Geometry
      /** Only what is to be changed; the rest stays. */
      readonly properties?: Properties
    }
  | { readonly type: 'delete'; readonly id: string }
  | {
      readonly type: 'status'
      readonly id: string
      readonly to: string
      readonly note?: string
      readonly decision?: NewDecision
    }

export interface Applied {
  readonly state: PlanState
  /** Takes the state back to what it was before. */
  readonly reverse: Change
}

/**
 * The one door for changes: the state after a change, and the change that takes it back.
 * `apply(apply(s, c).state, reverse).state` equals `s`.
 * @throws Error where the change is about an object that is not there, or makes one that is: misuse.
 */
export function apply(state: PlanState, change: Change): Applied {
  if (change.type === 'create') {
    if (state.has(change.object.id)) throw new Error(`Object ${change.object.id} is there already`)
    return {
      state: new Map(state).set(change.object.id, change.object),
      reverse: { type: 'delete', id: change.object.id },
    }
  }
  const before = state.get(change.id)
  if (before === undefined) throw new Error(`No object ${change.id}`)
  switch (change.type) {
    case 'delete': {
      const next = new Map(state)
      next.delete(change.id)
      return { state: next, reverse: { type: 'create', object: before, again: true } }
    }
    case 'status': {
      const properties = { ...before.properties, status: change.to }
      return {
        state: new Map(state).set(change.id, { ...before, properties }),
        reverse: { type: 'status', id: change.id, to: String(before.properties.status) },
      }
    }
    case 'change': {
      const changed = Object.keys(change.properties ?? {})
      const earlier = Object.fromEntries(changed.map((name) => [name, before.properties[name] ?? null]))
      return {
        state: new Map(state).set(change.id, {
          ...before,
          geometry: change.geometry ?? before.geometry,
          properties: { ...before.properties, ...change.properties },
        }),
        reverse: {
          type: 'change',
          id: change.id,
          ...(change.geometry && { geometry: before.geometry }),
          ...(change.properties && { properties: earlier }),
        },
      }
    }
  }
}

/** Id of the object a change is about. */
export const subjectOf = (change: Change): string => (change.type === 'create' ? change.object.id : change.id)

/** Names of the properties, and 'geometry', in which two objects differ. */
export function differences(
  a: Pick<PlanObject, 'geometry' | 'properties'>,
  b: Pick<PlanObject, 'geometry' | 'properties'>,
): string[] {
  const names = new Set([...Object.keys(a.properties), ...Object.keys(b.properties)])
  const changed = [...names].filter((name) => !sameValue(a.properties[name], b.properties[name]))
  return sameValue(a.geometry, b.geometry) ? changed : [...changed, 'geometry']
}

/** Equal as JSON; nothing, null, an empty text and an empty list are the same nothing. */
export const sameValue = (a: unknown, b: unknown): boolean =>
  JSON.stringify(blank(a)) === JSON.stringify(blank(b))

const isBlank = (value: unknown) =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
const blank = (value: unknown) => (isBlank(value) ? null : value)
