import type { Flavour } from '@trygghetskartan/api/contract'
import type { Rings } from '@trygghetskartan/siting'
import type { FeatureCollection } from 'geojson'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { composeStyle, type MapLayer } from '../map/map-style.ts'
import { type DrawnMeasure, featuresOf, measuresOverlay } from '../plans/measures-overlay.ts'

interface CompareStyleInput {
  readonly flavour: Flavour
  readonly layers: readonly MapLayer[]
  readonly measures: readonly DrawnMeasure[]
  /** Ids of those that no other plan has. */
  readonly alone: ReadonlySet<string>
  /** Ground that cameras see. */
  readonly watched: readonly Rings[]
  readonly origin: string
}

const accent = { light: '#0b5a6b', dark: '#74cbdb' } as const
const halo = { light: '#ffffff', dark: '#0f1519' } as const
const sight = { light: '#7a4b00', dark: '#f2c063' } as const

/** The ground with one plan's measures on it, what its cameras see dotted, and what it has alone ringed. */
export function compareStyle({
  flavour,
  layers,
  measures,
  alone,
  watched,
  origin,
}: CompareStyleInput): StyleSpecification {
  const ground = composeStyle({ flavour, layers: [], view: { without: {}, hidden: [] }, origin })
  const own = measuresOverlay('plan', layers, measures, flavour)
  const seen: FeatureCollection = {
    type: 'FeatureCollection',
    features: watched.map((rings) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map((at) => [...at])) },
    })),
  }
  return {
    ...ground,
    sources: {
      ...ground.sources,
      ...own.sources,
      watched: { type: 'geojson', data: seen },
      alone: { type: 'geojson', data: featuresOf(measures.filter(({ id }) => alone.has(id))) },
    },
    layers: [...ground.layers, ...watchedParts(flavour), ...aloneParts(flavour), ...own.layers],
  }
}

const watchedParts = (flavour: Flavour): LayerSpecification[] => [
  {
    id: 'watched',
    type: 'fill',
    source: 'watched',
    paint: { 'fill-color': sight[flavour], 'fill-opacity': 0.18 },
  },
  {
    id: 'watched-edge',
    type: 'line',
    source: 'watched',
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': sight[flavour], 'line-width': 1.8, 'line-dasharray': [0.1, 2] },
  },
]

/** Under the measures themselves: a ring about a point, a casing along a line or an edge. */
function aloneParts(flavour: Flavour): LayerSpecification[] {
  const isPoint = ['==', ['geometry-type'], 'Point'] as const
  const line = (id: string, colour: string, width: number, gap: number) => ({
    id,
    type: 'line',
    source: 'alone',
    filter: ['!', isPoint],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width, 'line-gap-width': gap },
  })
  const ring = (id: string, colour: string, width: number) => ({
    id,
    type: 'circle',
    source: 'alone',
    filter: isPoint,
    paint: {
      // Far out the marks are small, and so is what rings them.
      'circle-radius': ['interpolate', ['linear'], ['zoom'], 11, 7, 15, 16],
      'circle-opacity': 0,
      'circle-stroke-color': colour,
      'circle-stroke-width': width,
    },
  })
  return [
    line('alone-line-halo', halo[flavour], 5, 7),
    line('alone-line', accent[flavour], 2.5, 8),
    ring('alone-halo', halo[flavour], 5.5),
    ring('alone', accent[flavour], 2.5),
  ] as unknown as LayerSpecification[]
}
