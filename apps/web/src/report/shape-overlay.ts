import type { Flavour } from '@trygghetskartan/api/contract'
import type { Feature } from 'geojson'
import type { Overlay } from '../map/overlay.ts'
import { fewest, geometryOf, type Place, type ShapeKind } from './shape.ts'

const id = 'report-shape'
const ink = { light: '#a8231b', dark: '#ff9d92' } as const
const paper = { light: '#ffffff', dark: '#0f1519' } as const

/** The points of a stretch or an area so far, and what they make. A point is its pin alone. */
export function shapeOverlay(kind: ShapeKind, points: readonly Place[], flavour: Flavour): Overlay {
  const whole = kind !== 'point' && points.length >= 2
  const made = points.length >= fewest[kind] ? kind : 'stretch'
  const features: Feature[] =
    kind === 'point'
      ? []
      : [
          ...(whole ? [feature(geometryOf(made, points))] : []),
          ...points.map((point) => feature({ type: 'Point', coordinates: [...point] })),
        ]
  return {
    sources: { [id]: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        id: `${id}-area`,
        type: 'fill',
        source: id,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': ink[flavour], 'fill-opacity': 0.18 },
      },
      {
        id: `${id}-line`,
        type: 'line',
        source: id,
        filter: ['!=', ['geometry-type'], 'Point'],
        layout: { 'line-cap': 'round', 'line-join': 'round' },
        paint: { 'line-color': ink[flavour], 'line-width': 4 },
      },
      {
        id: `${id}-points`,
        type: 'circle',
        source: id,
        filter: ['==', ['geometry-type'], 'Point'],
        paint: {
          'circle-radius': 6,
          'circle-color': ink[flavour],
          'circle-stroke-color': paper[flavour],
          'circle-stroke-width': 2.5,
        },
      },
    ],
  }
}

const feature = (geometry: Feature['geometry']): Feature => ({ type: 'Feature', properties: {}, geometry })
