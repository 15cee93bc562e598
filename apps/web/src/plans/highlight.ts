import type { Flavour } from '@trygghetskartan/api/contract'
import type { LayerSpecification } from 'maplibre-gl'
import type { MapLayer } from '../map/map-style.ts'
import type { Overlay } from '../map/overlay.ts'
import { type DrawnMeasure, featuresOf, measuresOverlay } from './measures-overlay.ts'

const veil = { light: '#f2f3f2', dark: '#1a2126' } as const
const accent = { light: '#0b5a6b', dark: '#74cbdb' } as const
const halo = { light: '#ffffff', dark: '#0f1519' } as const

/** Everything but a plan's measures steps back behind a veil; `chosen` is ringed. */
export function highlight(
  layers: readonly MapLayer[],
  measures: readonly DrawnMeasure[],
  chosen: string | undefined,
  flavour: Flavour,
): Overlay {
  const own = measuresOverlay('plan', layers, measures, flavour)
  const picked = measures.filter(({ id }) => id === chosen)
  return {
    covers: true,
    sources: {
      'plan-veil': {
        type: 'geojson',
        data: {
          type: 'Polygon',
          coordinates: [
            [
              [-180, -85],
              [180, -85],
              [180, 85],
              [-180, 85],
              [-180, -85],
            ],
          ],
        },
      },
      ...own.sources,
      'plan-chosen': { type: 'geojson', data: featuresOf(picked) },
    },
    layers: [
      {
        id: 'plan-veil',
        type: 'fill',
        source: 'plan-veil',
        paint: { 'fill-color': veil[flavour], 'fill-opacity': 0.55, 'fill-antialias': false },
      },
      ...own.layers,
      ...rings(flavour),
    ],
  }
}

function rings(flavour: Flavour): LayerSpecification[] {
  const source = 'plan-chosen'
  const isPoint = ['==', ['geometry-type'], 'Point'] as const
  const pair = [
    ['halo', halo[flavour], 6],
    ['ring', accent[flavour], 3],
  ] as const
  return pair.flatMap(([name, colour, width]): LayerSpecification[] => [
    {
      id: `plan-chosen-line-${name}`,
      type: 'line',
      source,
      filter: ['!', isPoint] as never,
      paint: { 'line-color': colour, 'line-width': width, 'line-gap-width': 7 },
    },
    {
      id: `plan-chosen-${name}`,
      type: 'circle',
      source,
      filter: isPoint as never,
      paint: {
        'circle-radius': 17,
        'circle-opacity': 0,
        'circle-stroke-color': colour,
        'circle-stroke-width': width,
      },
    },
  ])
}
