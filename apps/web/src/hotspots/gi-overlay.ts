import type { Flavour } from '@trygghetskartan/api/contract'
import type { Feature } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { underLabels } from '../map/apply-style.ts'
import type { Overlay } from '../map/overlay.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { classPaint, type GiClass, giClasses } from './gi-ramp.ts'

const source = `${overlayPrefix}hotspots-cells`

/** Cells by how certain it is that they are no chance, under the names of the map. */
export function giOverlay(features: readonly Feature[], flavour: Flavour): Overlay {
  const byClass = (value: (giClass: GiClass) => string | number): ExpressionSpecification =>
    [
      'match',
      ['get', 'c'],
      ...giClasses.filter((one) => one !== 0).flatMap((one) => [one, value(one)] as const),
      value(0),
    ] as unknown as ExpressionSpecification
  const layers: LayerSpecification[] = [
    {
      id: `${source}-fill`,
      type: 'fill',
      source,
      metadata: underLabels,
      paint: {
        'fill-color': byClass((one) => classPaint(one, flavour).fill),
        'fill-opacity': byClass((one) => classPaint(one, flavour).cover),
        'fill-antialias': false,
      },
    },
    {
      id: `${source}-line`,
      type: 'line',
      source,
      metadata: underLabels,
      filter: ['!=', ['get', 'c'], 0],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': byClass((one) => classPaint(one, flavour).line),
        'line-width': byClass((one) => classPaint(one, flavour).width),
      },
    },
  ]
  return {
    sources: {
      [source]: {
        type: 'geojson',
        data: { type: 'FeatureCollection', features: [...features] },
        tolerance: 0.2,
      },
    },
    layers,
  }
}
