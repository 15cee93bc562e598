import type { Flavour } from '@trygghetskartan/api/contract'
import type { Feature, Position } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import { labelFonts } from '../map/basemap-labels.ts'
import { useFlavour } from '../map/map-context.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { useMapFeatures } from '../proposal/map-part.ts'
import type { Rings } from './patrol-protocol.ts'

const ids = { ground: `${overlayPrefix}patrol-ground`, numbers: `${overlayPrefix}patrol-numbers` } as const

/** Proposed zones on the map, with the numbers they have in the list. */
export function ProposalOverlay({ zones }: { readonly zones: readonly { readonly rings: Rings }[] }) {
  const flavour = useFlavour()
  const ground = useMemo(
    () =>
      zones.map(
        ({ rings }): Feature => ({
          type: 'Feature',
          properties: {},
          geometry: { type: 'Polygon', coordinates: rings as Position[][] },
        }),
      ),
    [zones],
  )
  const numbers = useMemo(
    () =>
      zones.map(
        ({ rings }, i): Feature => ({
          type: 'Feature',
          properties: { number: String(i + 1) },
          geometry: { type: 'Point', coordinates: middleOf(rings) },
        }),
      ),
    [zones],
  )
  const [below, above] = useMemo(() => [groundLayers(flavour), numberLayers(flavour)], [flavour])
  useMapFeatures(ids.ground, ground, below, 'under-names')
  useMapFeatures(ids.numbers, numbers, above)
  return null
}

/** Mean of the outer corners. */
export function middleOf([outer = []]: Rings): [number, number] {
  const corners = outer.slice(1)
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / corners.length
  return [mean(0), mean(1)]
}

const inkOf = (flavour: Flavour) => (flavour === 'light' ? '#6b2d86' : '#d7a6ea')

const groundLayers = (flavour: Flavour): LayerSpecification[] => [
  {
    id: `${ids.ground}-fill`,
    type: 'fill',
    source: ids.ground,
    paint: { 'fill-color': inkOf(flavour), 'fill-opacity': 0.2 },
  },
  {
    id: `${ids.ground}-edge`,
    type: 'line',
    source: ids.ground,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': inkOf(flavour), 'line-width': 2.5, 'line-dasharray': [3, 1.5] },
  },
]

const numberLayers = (flavour: Flavour): LayerSpecification[] => {
  const paper = flavour === 'light' ? '#ffffff' : '#11181d'
  return [
    {
      id: `${ids.numbers}-disc`,
      type: 'circle',
      source: ids.numbers,
      paint: {
        'circle-radius': 13,
        'circle-color': inkOf(flavour),
        'circle-stroke-color': paper,
        'circle-stroke-width': 2,
      },
    },
    {
      id: `${ids.numbers}-text`,
      type: 'symbol',
      source: ids.numbers,
      layout: {
        'text-field': ['get', 'number'],
        'text-font': labelFonts.medium as unknown as string[],
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': paper },
    },
  ]
}
