import { titleField } from '../inspector/object-title.ts'
import type { MapLayer } from '../map/map-style.ts'
import type { PlanObject } from '../plan/changes.ts'
import type { Hours, Rings } from './patrol-protocol.ts'

interface ZoneDraft {
  readonly id: string
  readonly title: string
  readonly basis: string
  readonly hours: Hours
  readonly rings: Rings
}

/** A proposed zone as a new object of its layer: an idea, with its hours and what it rests on. */
export function draftZone(layer: MapLayer, { id, title, basis, hours, rings }: ZoneDraft): PlanObject {
  const columns = layer.siting?.columns ?? {}
  const initial = layer.fields.flatMap((field) =>
    field.initial === undefined || field.readOnly ? [] : [[field.name, field.initial] as const],
  )
  const field = titleField(layer)
  const roles = {
    weekdays: hours.weekdays.length > 0 ? [...hours.weekdays] : undefined,
    from: hours.from ?? undefined,
    to: hours.to ?? undefined,
  }
  return {
    id,
    layer: layer.id,
    geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map((corner) => [...corner])) },
    properties: {
      ...Object.fromEntries(initial),
      [layer.categoryBy]: layer.legend[0]?.value,
      ...Object.fromEntries(
        Object.entries(roles).flatMap(([role, value]) =>
          columns[role] && value !== undefined ? [[columns[role], value]] : [],
        ),
      ),
      ...(field && { [field.name]: title.slice(0, field.maxLength ?? 120) }),
      basis: basis.slice(0, 2000),
    },
  }
}
