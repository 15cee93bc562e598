import type { Flavour } from '@trygghetskartan/api/contract'
import type { Geometry } from 'geojson'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { composeStyle } from '../map/map-style.ts'

/** Something that stands on the map of a problem or an operation. */
export interface Placed {
  readonly id: string
  readonly role: 'problem' | 'measure' | 'operation' | 'drawn'
  readonly geometry: Geometry
  readonly colour: string
}

interface PlaceStyleInput {
  readonly flavour: Flavour
  readonly placed: readonly Placed[]
  /** Id of the one that is pointed out. */
  readonly chosen: string | null
  readonly origin: string
}

const halo = { light: '#ffffff', dark: '#0f1519' } as const

/** Colours of what is no measure: a measure has that of its status. */
export const roleColours = {
  problem: { light: '#a8231b', dark: '#ff9d92' },
  operation: { light: '#0b5a6b', dark: '#74cbdb' },
  drawn: { light: '#0b5a6b', dark: '#74cbdb' },
} as const

/** The ground with places over it: a problem's area dashed, operations solid, measures in the colour of their status. */
export function placeStyle({ flavour, placed, chosen, origin }: PlaceStyleInput): StyleSpecification {
  const ground = composeStyle({ flavour, layers: [], view: { without: {}, hidden: [] }, origin })
  const features = placed.map(({ geometry, ...properties }) => ({
    type: 'Feature' as const,
    geometry,
    properties: { ...properties, chosen: properties.id === chosen },
  }))
  return {
    ...ground,
    sources: {
      ...ground.sources,
      placed: { type: 'geojson', data: { type: 'FeatureCollection', features } },
    },
    layers: [...ground.layers, ...parts(flavour)],
  }
}

function parts(flavour: Flavour): LayerSpecification[] {
  const source = 'placed'
  const isPoint = ['==', ['geometry-type'], 'Point']
  const isArea = ['==', ['geometry-type'], 'Polygon']
  const isProblem = ['==', ['get', 'role'], 'problem']
  const colour = ['get', 'colour']
  const isChosen = ['get', 'chosen']
  const line = { 'line-cap': 'round', 'line-join': 'round' }
  return [
    {
      id: 'placed-area',
      type: 'fill',
      source,
      filter: isArea,
      paint: { 'fill-color': colour, 'fill-opacity': ['case', isProblem, 0.07, 0.16] },
    },
    {
      id: 'placed-halo',
      type: 'line',
      source,
      filter: ['!', isPoint],
      layout: line,
      paint: { 'line-color': halo[flavour], 'line-width': ['case', isChosen, 9, 5.5], 'line-opacity': 0.85 },
    },
    {
      id: 'placed-line',
      type: 'line',
      source,
      filter: ['all', ['!', isPoint], ['!', isProblem]],
      layout: line,
      paint: { 'line-color': colour, 'line-width': ['case', isChosen, 5, 3] },
    },
    {
      id: 'placed-dashed',
      type: 'line',
      source,
      filter: ['all', ['!', isPoint], isProblem],
      paint: { 'line-color': colour, 'line-width': 2.5, 'line-dasharray': [2.4, 1.6] },
    },
    {
      id: 'placed-point',
      type: 'circle',
      source,
      filter: isPoint,
      paint: {
        'circle-radius': ['case', isChosen, 9, 7],
        'circle-color': halo[flavour],
        'circle-stroke-color': colour,
        'circle-stroke-width': ['case', isChosen, 4.5, 3],
      },
    },
  ] as unknown as LayerSpecification[]
}
