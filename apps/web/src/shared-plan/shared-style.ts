import type { Flavour } from '@trygghetskartan/api/contract'
import type { SharedPlan } from '@trygghetskartan/api/contract-plans'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { composeStyle } from '../map/map-style.ts'

interface SharedStyleInput {
  readonly flavour: Flavour
  readonly measures: SharedPlan['measures']
  /** Id of the measure to ring. */
  readonly chosen: string | null
  readonly origin: string
}

const halo = { light: '#ffffff', dark: '#0f1519' } as const
const accent = { light: '#0b5a6b', dark: '#74cbdb' } as const

/** The ground with a shared plan's measures, drawn by what the link tells of them: no layer is known here. */
export function sharedStyle({ flavour, measures, chosen, origin }: SharedStyleInput): StyleSpecification {
  const ground = composeStyle({ flavour, layers: [], view: { without: {}, hidden: [] }, origin })
  const features = measures.map(({ id, layer, colour, geometry }) => ({
    type: 'Feature' as const,
    geometry,
    properties: { id, layer, colour: colour[flavour] },
  }))
  return {
    ...ground,
    sources: {
      ...ground.sources,
      shared: { type: 'geojson', data: { type: 'FeatureCollection', features } },
    },
    layers: [...ground.layers, ...parts(flavour, chosen)],
  }
}

function parts(flavour: Flavour, chosen: string | null): LayerSpecification[] {
  const source = 'shared'
  const isPoint = ['==', ['geometry-type'], 'Point']
  const isArea = ['==', ['geometry-type'], 'Polygon']
  const colour = ['get', 'colour']
  const isChosen = ['==', ['get', 'id'], chosen ?? '']
  return [
    {
      id: 'shared-area',
      type: 'fill',
      source,
      filter: isArea,
      paint: { 'fill-color': colour, 'fill-opacity': 0.18 },
    },
    {
      id: 'shared-line-halo',
      type: 'line',
      source,
      filter: ['!', isPoint],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': ['case', isChosen, accent[flavour], halo[flavour]],
        'line-width': ['case', isChosen, 9, 6.5],
      },
    },
    {
      id: 'shared-line',
      type: 'line',
      source,
      filter: ['!', isPoint],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour, 'line-width': 3.5 },
    },
    {
      id: 'shared-point',
      type: 'circle',
      source,
      filter: isPoint,
      paint: {
        'circle-radius': ['case', isChosen, 15, 12],
        'circle-color': halo[flavour],
        'circle-stroke-color': ['case', isChosen, accent[flavour], colour],
        'circle-stroke-width': ['case', isChosen, 4, 2.5],
      },
    },
    {
      id: 'shared-icon',
      type: 'symbol',
      source,
      layout: {
        'icon-image': ['get', 'layer'],
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
        'symbol-placement': 'point',
      },
      paint: {
        'icon-color': colour,
        'icon-halo-color': halo[flavour],
        'icon-halo-width': ['case', isPoint, 0, 2.5],
      },
    },
  ] as unknown as LayerSpecification[]
}
