import type { Flavour } from '@trygghetskartan/api/contract'
import type { Geometry, Polygon, Position } from 'geojson'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { composeStyle } from '../map/map-style.ts'

/** What stands on the map of a report. They are told apart by size and filling, not by colour alone. */
export interface OnMap {
  readonly id: string
  readonly role: 'report' | 'near' | 'place' | 'measure' | 'preview'
  readonly geometry: Geometry
  readonly colour: string
}

const halo = { light: '#ffffff', dark: '#0f1519' } as const

export const roleColours = {
  report: { light: '#a8231b', dark: '#ff9d92' },
  near: { light: '#6f5350', dark: '#c9aeab' },
  place: { light: '#35468c', dark: '#93a5e8' },
  preview: { light: '#1a6b3c', dark: '#7dd6a0' },
} as const

const degree = 111_195

/** A circle of so many metres, as near one as 48 corners come. */
export function circleAround([lon, lat]: Position, metres: number): Polygon {
  const along = Math.cos((lat! * Math.PI) / 180)
  const ring = Array.from({ length: 49 }, (_, i): Position => {
    const turn = (i % 48) * (Math.PI / 24)
    return [lon! + (metres * Math.sin(turn)) / degree / along, lat! + (metres * Math.cos(turn)) / degree]
  })
  return { type: 'Polygon', coordinates: [ring] }
}

interface ReportStyleInput {
  readonly flavour: Flavour
  readonly placed: readonly OnMap[]
  /** How far near is; null where nothing is in the middle. */
  readonly reach: Polygon | null
  /** Id of what is pointed at. */
  readonly pointed: string | null
  readonly origin: string
}

/** The ground, how far near is, and what lies there over it. */
export function reportStyle({
  flavour,
  placed,
  reach,
  pointed,
  origin,
}: ReportStyleInput): StyleSpecification {
  const ground = composeStyle({ flavour, layers: [], view: { without: {}, hidden: [] }, origin })
  const features = placed.map(({ geometry, ...properties }) => ({
    type: 'Feature' as const,
    geometry,
    properties: { ...properties, pointed: properties.id === pointed },
  }))
  return {
    ...ground,
    sources: {
      ...ground.sources,
      reach: { type: 'geojson', data: reach ?? { type: 'FeatureCollection', features: [] } },
      placed: { type: 'geojson', data: { type: 'FeatureCollection', features } },
    },
    layers: [...ground.layers, ...parts(flavour)],
  }
}

/** Layers of the style that can be clicked. */
export const clickable = ['placed-area', 'placed-line', 'placed-dashed', 'placed-point']

function parts(flavour: Flavour): LayerSpecification[] {
  const role = (...roles: OnMap['role'][]) => ['in', ['get', 'role'], ['literal', roles]]
  const isPoint = ['==', ['geometry-type'], 'Point']
  const isDashed = role('place', 'preview')
  const colour = ['get', 'colour']
  const byRole = (sizes: Readonly<Record<OnMap['role'], number>>, more: number) => [
    '+',
    ['match', ['get', 'role'], ...Object.entries(sizes).flat(), 8],
    ['case', ['get', 'pointed'], more, 0],
  ]
  const source = 'placed'
  return [
    {
      id: 'reach',
      type: 'line',
      source: 'reach',
      paint: {
        'line-color': flavour === 'light' ? '#65747e' : '#8b9aa3',
        'line-width': 1.5,
        'line-dasharray': [3, 3],
      },
    },
    {
      id: 'placed-area',
      type: 'fill',
      source,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour, 'fill-opacity': 0.14 },
    },
    {
      id: 'placed-line',
      type: 'line',
      source,
      filter: ['all', ['!', isPoint], ['!', isDashed]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': colour,
        'line-width': byRole({ report: 6, near: 3, place: 3, measure: 4, preview: 4 }, 2),
      },
    },
    {
      id: 'placed-dashed',
      type: 'line',
      source,
      filter: ['all', ['!', isPoint], isDashed],
      paint: { 'line-color': colour, 'line-width': 3, 'line-dasharray': [2, 1.4] },
    },
    {
      id: 'placed-point',
      type: 'circle',
      source,
      filter: isPoint,
      layout: {
        'circle-sort-key': ['match', ['get', 'role'], 'report', 5, 'preview', 4, 'place', 3, 'measure', 2, 1],
      },
      paint: {
        'circle-radius': byRole({ report: 10, near: 6, place: 8, measure: 7, preview: 14 }, 4),
        'circle-color': ['case', role('report', 'near'), colour, halo[flavour]],
        'circle-opacity': ['case', role('preview'), 0, 1],
        'circle-stroke-color': ['case', role('report', 'near'), halo[flavour], colour],
        'circle-stroke-width': ['case', role('report', 'near'), 2.5, 3.5],
      },
    },
    {
      id: 'placed-core',
      type: 'circle',
      source,
      filter: ['all', isPoint, isDashed],
      paint: { 'circle-radius': 3, 'circle-color': colour },
    },
  ] as unknown as LayerSpecification[]
}
