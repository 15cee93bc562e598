import type { Feature, FeatureCollection } from 'geojson'
import type { GeoJSONSource, LayerSpecification, SourceSpecification } from 'maplibre-gl'
import { useEffect, useRef, useState } from 'react'
import { firstLabel, underLabels } from '../map/apply-style.ts'
import { useMap } from '../map/map-context.ts'

/** Lies over the ground and under its names, or over everything. */
export type Height = 'under-names' | 'on-top'

/** Keeps one source with its layers on the map while it is shown, through every change of the map's own style. */
export function useMapSource(
  id: string,
  source: SourceSpecification | null,
  layers: readonly LayerSpecification[],
  height: Height,
): void {
  const map = useMap()
  useEffect(() => {
    if (!map || !source) return
    const bring = () => {
      if (!map.getSource(id)) map.addSource(id, source)
      for (const layer of layers) {
        if (map.getLayer(layer.id)) continue
        if (height === 'on-top') map.addLayer(layer)
        else map.addLayer({ ...layer, metadata: underLabels }, firstLabel(map.getStyle().layers))
      }
    }
    bring()
    map.on('styledata', bring)
    return () => {
      map.off('styledata', bring)
      // A map that is gone took everything with it.
      if (!map.style) return
      for (const layer of layers) if (map.getLayer(layer.id)) map.removeLayer(layer.id)
      if (map.getSource(id)) map.removeSource(id)
    }
  }, [map, id, source, layers, height])
}

/** The same for features that change often: only their data is handed on then. */
export function useMapFeatures(
  id: string,
  features: readonly Feature[],
  layers: readonly LayerSpecification[],
  height: Height = 'on-top',
): void {
  const map = useMap()
  const [source] = useState(() => ({ type: 'geojson' as const, data: collectionOf([]) }))
  useMapSource(id, source, layers, height)
  const given = useRef<unknown>(null)
  useEffect(() => {
    if (!map) return
    const give = () => {
      const held = map.getSource<GeoJSONSource>(id)
      if (!held || given.current === held) return
      given.current = held
      void held.setData(collectionOf(features))
    }
    given.current = null
    give()
    // A source that was taken away and brought again is empty.
    map.on('styledata', give)
    return () => void map.off('styledata', give)
  }, [map, id, features])
}

const collectionOf = (features: readonly Feature[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: [...features],
})
