import type { Flavour } from '@trygghetskartan/api/contract'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { labelFonts } from '../map/basemap-labels.ts'
import type { MapLayer } from '../map/map-style.ts'
import type { Overlay } from '../map/overlay.ts'

export type DrawnMeasure = Pick<PlanMeasure, 'id' | 'layer' | 'geometry' | 'properties'>

/** Measures drawn in their layers' own style from values, wherever no tile holds them. `prefix` keeps several apart on one map. */
export function measuresOverlay(
  prefix: string,
  layers: readonly MapLayer[],
  measures: readonly DrawnMeasure[],
  flavour: Flavour,
): Overlay {
  const held = layers
    .map((layer) => ({ layer, own: measures.filter((measure) => measure.layer === layer.id) }))
    .filter(({ own }) => own.length > 0)
  return {
    sources: Object.fromEntries(
      held.map(({ layer, own }) => [
        `${prefix}-${layer.id}`,
        { type: 'geojson' as const, data: featuresOf(own), promoteId: 'id' },
      ]),
    ),
    // Areas and lines of every layer lie under the points of every layer.
    layers: held
      .flatMap(({ layer }) => partsOf(prefix, layer, flavour))
      .toSorted((a, b) => Number(isMark(a)) - Number(isMark(b))),
  }
}

export const featuresOf = (measures: readonly DrawnMeasure[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: measures.map(({ id, layer, geometry, properties }) => ({
    type: 'Feature',
    geometry,
    properties: { ...properties, id, layer },
  })),
})

const isMark = ({ type }: LayerSpecification) => type === 'circle' || type === 'symbol'

const partsOf = (prefix: string, layer: MapLayer, flavour: Flavour): LayerSpecification[] =>
  layer.style[flavour].map((part) => {
    const { layout, ...rest } = part as { layout?: Record<string, unknown>; id: string }
    const source = `${prefix}-${layer.id}`
    const font = layout && 'text-field' in layout ? { 'text-font': labelFonts.medium } : {}
    return {
      ...rest,
      id: `${source}-${part.id}`,
      source,
      layout: { ...layout, ...font },
    } as unknown as LayerSpecification
  })
