import type { Flavour } from '@trygghetskartan/api/contract'
import type { Feature } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { useMapFeatures } from '../proposal/map-part.ts'
import type { AreaInDegrees } from './hotspot-protocol.ts'

const id = `${overlayPrefix}hotspots-explained`

/** What of the map the panel speaks of. */
export function ExplainedOutline({ outline }: { readonly outline: AreaInDegrees }) {
  const flavour = useFlavour()
  const features = useMemo<Feature[]>(
    () =>
      outline.map((rings) => ({
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])) },
      })),
    [outline],
  )
  const layers = useMemo(() => layersOf(flavour), [flavour])
  useMapFeatures(id, features, layers)
  return null
}

const layersOf = (flavour: Flavour): LayerSpecification[] => [
  {
    id: `${id}-halo`,
    type: 'line',
    source: id,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': flavour === 'light' ? '#ffffff' : '#0f1519', 'line-width': 6 },
  },
  {
    id: `${id}-line`,
    type: 'line',
    source: id,
    layout: { 'line-join': 'round' },
    paint: { 'line-color': flavour === 'light' ? '#0b5a6b' : '#74cbdb', 'line-width': 3 },
  },
]
