import type { ProposalRequest, ProposedSite, SitingMeasure, WeekHours } from '@trygghetskartan/siting'
import type { Geometry, Position } from 'geojson'
import { titleField } from '../inspector/object-title.ts'
import type { MapLayer } from '../map/map-style.ts'
import type { PlanObject } from '../plan/changes.ts'
import { planField } from '../plans/use-plans.ts'

const measureOf: Readonly<Record<ProposedSite['kind'], SitingMeasure['kind']>> = {
  camera: 'camera',
  lamp: 'light',
  clearing: 'clearance',
  presence: 'presence',
}

/** The layer a proposed site can be drafted in: one the caller edits, that has plans. Absent where there is none. */
export const layerFor = (layers: readonly MapLayer[], kind: ProposedSite['kind']): MapLayer | undefined =>
  layers.find(
    ({ siting, editable, fields }) => editable && siting?.kind === measureOf[kind] && planField(fields),
  )

interface DraftOptions {
  readonly id: string
  readonly plan: string
  readonly title: string
}

/** A proposed site as a new object of its layer, with everything the proposal reckoned with filled in. */
export function draftOf(
  site: ProposedSite,
  request: ProposalRequest,
  layer: MapLayer,
  { id, plan, title }: DraftOptions,
): PlanObject {
  const columns = layer.siting?.columns ?? {}
  const roles = Object.entries(rolesOf(site, request)).flatMap(([role, value]) => {
    const column = columns[role]
    return column && value !== undefined && value !== null ? [[column, value] as const] : []
  })
  const initial = layer.fields.flatMap((field) =>
    field.initial === undefined || field.readOnly ? [] : [[field.name, field.initial] as const],
  )
  const [firstStatus] = layer.legend
  const field = titleField(layer)
  return {
    id,
    layer: layer.id,
    geometry: geometryOf(site, layer),
    properties: {
      ...Object.fromEntries(initial),
      ...(layer.measure && firstStatus && { [layer.categoryBy]: firstStatus.value }),
      ...Object.fromEntries(roles),
      ...(field && { [field.name]: title.slice(0, field.maxLength ?? 120) }),
      [planField(layer.fields)!.name]: plan,
    },
  }
}

/** Role -> value, as packages/siting names them. */
function rolesOf(site: ProposedSite, request: ProposalRequest): Readonly<Record<string, unknown>> {
  const costs = { investment: Math.round(site.investment), yearly: Math.round(site.yearly) }
  const direction = site.direction === undefined ? {} : { direction: site.direction }
  switch (site.kind) {
    case 'camera':
      return { ...request.camera.camera, ...hoursOf(request.camera.hours), ...costs, ...direction }
    case 'lamp':
      return { ...request.lamp.light, ...costs, ...direction }
    case 'clearing':
      return costs
    case 'presence':
      return { ...hoursOf(request.presence.hours), ...costs }
  }
}

const hoursOf = (hours: WeekHours | null) =>
  hours ? { weekdays: [...hours.weekdays], from: hours.from, to: hours.to } : {}

/** The site's point, or the ground it covers where the layer holds areas. */
function geometryOf(site: ProposedSite, layer: MapLayer): Geometry {
  const [covered] = site.area
  if (layer.geometry.includes('Point') || !covered) return { type: 'Point', coordinates: [...site.at] }
  return {
    type: 'Polygon',
    coordinates: covered.map((ring) => ring.map(([lon, lat]): Position => [lon, lat])),
  }
}
