import { bboxOf, bboxUnion } from '@trygghetskartan/geo'
import { type LayerDefinition, measureStatuses } from '@trygghetskartan/layers'
import type { SharedPlan } from '../contract-plans.ts'
import type { OpenShare } from '../queries/plan-shares.ts'

/** What whoever has the link is shown: layers that the public knows, in their order on the map. */
export function sharedPlanOf(
  share: OpenShare,
  layers: readonly LayerDefinition[],
  municipality: string,
): SharedPlan {
  const { title, description, expiresAt, costs } = share
  const measures = layers
    .filter((layer) => layer.audiences.public)
    .flatMap((layer) =>
      share.measures.filter((measure) => measure.layer === layer.id).map((measure) => shown(measure, layer)),
    )
  const boxes = measures.map(({ geometry }) => bboxOf(geometry))
  const bounds = boxes.length > 0 ? boxes.reduce(bboxUnion) : null
  return { title, description, municipality, expiresAt, measures, costs, bounds }
}

function shown(
  measure: OpenShare['measures'][number],
  layer: LayerDefinition,
): SharedPlan['measures'][number] {
  const { id, geometry, publicText } = measure
  const status = measureStatuses.find(({ value }) => value === measure.status) ?? measureStatuses[0]!
  return {
    id,
    layer: layer.id,
    layerTitle: layer.title,
    title: measure.title ?? '',
    status: status.value,
    statusTitle: status.title,
    publicText,
    geometry,
    colour: status.colour,
    icon: layer.icon,
  }
}
