import type { Flavour } from '@trygghetskartan/api/contract'
import type { ClearanceReport } from '@trygghetskartan/siting'
import type { Feature, Position } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { underLabels } from '../map/apply-style.ts'

const accent = { light: '#0b5a6b', dark: '#74cbdb' } as const
const halo = { light: '#ffffff', dark: '#0f1519' } as const

/** Ground that opens, the lines of sight across it, and where one looks from. */
export function clearanceFeatures(report: ClearanceReport | null): Feature[] {
  if (!report) return []
  return [
    {
      type: 'Feature',
      geometry: { type: 'MultiPolygon', coordinates: report.opened as unknown as Position[][][] },
      properties: { part: 'opened' },
    },
    ...report.sightLines.map(
      ({ from, to }): Feature => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: [from, to] as unknown as Position[] },
        properties: { part: 'line' },
      }),
    ),
    ...report.viewpoints.map(
      ({ at }): Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: at as unknown as Position },
        properties: { part: 'viewpoint' },
      }),
    ),
  ]
}

export function clearanceStyle(source: string, flavour: Flavour): LayerSpecification[] {
  const part = (name: string) => ['==', ['get', 'part'], name]
  return [
    {
      id: `${source}-opened`,
      type: 'fill',
      filter: part('opened'),
      paint: { 'fill-color': accent[flavour], 'fill-opacity': 0.28 },
      metadata: underLabels,
    },
    {
      id: `${source}-lines`,
      type: 'line',
      filter: part('line'),
      paint: {
        'line-color': accent[flavour],
        'line-width': 1.4,
        'line-dasharray': [4, 2],
        'line-opacity': 0.8,
      },
      metadata: underLabels,
    },
    {
      id: `${source}-viewpoints`,
      type: 'circle',
      filter: part('viewpoint'),
      paint: {
        'circle-radius': 4,
        'circle-color': halo[flavour],
        'circle-stroke-color': accent[flavour],
        'circle-stroke-width': 2,
      },
    },
  ].map((layer) => ({ ...layer, source })) as unknown as LayerSpecification[]
}
