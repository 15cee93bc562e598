import type { Flavour } from '@trygghetskartan/api/contract'
import type { LonLat } from '@trygghetskartan/siting'
import type { Feature } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { useMemo } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { useMapFeatures } from '../proposal/map-part.ts'

const id = `${overlayPrefix}place`

/** Shows which place is asked about: a ring with a point in it. */
export function PlaceRing({ place }: { readonly place: LonLat }) {
  const flavour = useFlavour()
  const features = useMemo<Feature[]>(
    () => [{ type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [...place] } }],
    [place],
  )
  const layers = useMemo(() => layersOf(flavour), [flavour])
  useMapFeatures(id, features, layers)
  return null
}

const layersOf = (flavour: Flavour): LayerSpecification[] => {
  const ink = flavour === 'light' ? '#0b5a6b' : '#74cbdb'
  const paper = flavour === 'light' ? '#ffffff' : '#0f1519'
  const ring = (name: string, radius: number, width: number, colour: string, fill = 0) => ({
    id: `${id}-${name}`,
    type: 'circle' as const,
    source: id,
    paint: {
      'circle-radius': radius,
      'circle-color': colour,
      'circle-opacity': fill,
      'circle-stroke-color': colour,
      'circle-stroke-width': width,
    },
  })
  return [ring('halo', 14, 6, paper), ring('ring', 14, 2.5, ink), ring('point', 2.5, 1.5, ink, 1)]
}
