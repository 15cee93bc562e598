import type { Flavour } from '@trygghetskartan/api/contract'
import type { Feature } from 'geojson'
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { useCallback, useEffect, useRef } from 'react'
import { firstLabel, isUnderLabels } from '../map/apply-style.ts'
import { useFlavour, useMap } from '../map/map-context.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { bringHatches } from './hatch.ts'

/** The paint of an overlay, whose one source is named `source`. */
export type OverlayStyle = (source: string, flavour: Flavour) => readonly LayerSpecification[]

/**
 * A source of one's own on the map, under its names: added with its layers, kept over every change of style, taken away
 * at the end. Returns what gives it features; they are drawn in the next frame.
 */
export function useMapOverlay(name: string, style: OverlayStyle): (features: readonly Feature[]) => void {
  const map = useMap()
  const flavour = useFlavour()
  const held = useRef<readonly Feature[]>([])
  const source = overlayPrefix + name
  useEffect(() => {
    if (!map) return
    const layers = style(source, flavour)
    const bring = () => {
      bringHatches(map)
      if (!map.getSource(source))
        map.addSource(source, { type: 'geojson', data: collection(held.current), tolerance: 0.2 })
      for (const layer of layers) {
        if (map.getLayer(layer.id)) continue
        map.addLayer(layer, isUnderLabels(layer) ? firstLabel(map.getStyle().layers) : undefined)
      }
    }
    bring()
    map.on('styledata', bring)
    return () => {
      map.off('styledata', bring)
      takeAway(map, source)
    }
  }, [map, source, style, flavour])
  return useCallback(
    (features) => {
      held.current = features
      void map?.getSource<GeoJSONSource>(source)?.setData(collection(features))
    },
    [map, source],
  )
}

const collection = (features: readonly Feature[]) => ({
  type: 'FeatureCollection' as const,
  features: [...features],
})

/** Takes a source and all that draws it off the map, where the map is still there. */
export function takeAway(map: MapLibreMap, source: string): void {
  // A map that is gone took everything with it.
  if (!map.style) return
  for (const layer of map.getStyle().layers)
    if ('source' in layer && layer.source === source) map.removeLayer(layer.id)
  if (map.getSource(source)) map.removeSource(source)
}
