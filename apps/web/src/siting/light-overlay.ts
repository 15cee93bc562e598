import type { Flavour } from '@trygghetskartan/api/contract'
import type { LightReport, LonLat } from '@trygghetskartan/siting'
import type { Feature, Position } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { underLabels } from '../map/apply-style.ts'
import { labelFonts } from '../map/basemap-labels.ts'

const ink = { light: '#17232b', dark: '#f3f7f9' } as const
const halo = { light: '#ffffff', dark: '#0f1519' } as const
const fail = { light: '#a8231b', dark: '#ff9d92' } as const

interface Words {
  readonly lux: (value: number) => string
  readonly fails: (wanted: string) => string
}

/** Lamps at their places, lines of equal light, and the stretches that stay below their class. */
export function lightFeatures(report: LightReport | null, words: Words): Feature[] {
  if (!report) return []
  const line = (positions: readonly LonLat[], properties: Feature['properties']): Feature => ({
    type: 'Feature',
    geometry: { type: 'LineString', coordinates: positions as unknown as Position[] },
    properties,
  })
  return [
    ...report.isoLines.map(({ lux, line: positions }) =>
      line(positions, { part: 'iso', words: words.lux(lux) }),
    ),
    ...report.stretches
      .filter(({ after }) => after.fails.length > 0)
      .map(({ line: positions, wanted }) => line(positions, { part: 'fails', words: words.fails(wanted) })),
    ...report.lamps.map(
      ({ at }): Feature => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates: at as unknown as Position },
        properties: { part: 'lamp' },
      }),
    ),
  ]
}

export function lightStyle(source: string, flavour: Flavour): LayerSpecification[] {
  const part = (name: string) => ['==', ['get', 'part'], name]
  const label = {
    'symbol-placement': 'line',
    'text-field': ['get', 'words'],
    'text-font': labelFonts.medium,
    'text-size': 11,
    'symbol-spacing': 180,
    'text-max-angle': 60,
  }
  const letters = { 'text-color': ink[flavour], 'text-halo-color': halo[flavour], 'text-halo-width': 1.6 }
  return [
    {
      id: `${source}-iso`,
      type: 'line',
      filter: part('iso'),
      paint: { 'line-color': ink[flavour], 'line-opacity': 0.55, 'line-width': 0.9 },
    },
    {
      id: `${source}-fails-halo`,
      type: 'line',
      filter: part('fails'),
      paint: { 'line-color': halo[flavour], 'line-opacity': 0.8, 'line-width': 5 },
    },
    {
      id: `${source}-fails`,
      type: 'line',
      filter: part('fails'),
      paint: { 'line-color': fail[flavour], 'line-width': 3, 'line-dasharray': [2, 1.4] },
    },
    {
      id: `${source}-lamps`,
      type: 'circle',
      filter: part('lamp'),
      paint: {
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 14, 2.5, 18, 6],
        'circle-color': '#ffd75a',
        'circle-stroke-color': '#3a2c00',
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: `${source}-lux-words`,
      type: 'symbol',
      minzoom: 16,
      filter: part('iso'),
      layout: label,
      paint: letters,
    },
    {
      id: `${source}-fail-words`,
      type: 'symbol',
      filter: part('fails'),
      layout: { ...label, 'text-offset': [0, 1], 'text-size': 11.5 },
      paint: { ...letters, 'text-color': fail[flavour] },
    },
  ].map((layer) => ({
    ...layer,
    source,
    ...(layer.type !== 'symbol' && layer.type !== 'circle' && { metadata: underLabels }),
  })) as unknown as LayerSpecification[]
}
