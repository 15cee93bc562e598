import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import { type MapLayer, styleLayerIds } from './map-style.ts'

/** Per layer: objects in view, and how many of each category value. */
export type ViewCounts = ReadonlyMap<
  string,
  { readonly total: number; readonly byCategory: ReadonlyMap<string, number> }
>

const none: ViewCounts = new Map()

/** Counts what is drawn in the map's view, each time the map has come to rest. */
export function useViewCounts(map: MapLibreMap | null, layers: readonly MapLayer[]): ViewCounts {
  const [counts, setCounts] = useState(none)
  useEffect(() => {
    if (!map) return
    const count = () => setCounts(countsIn(map, layers))
    map.on('idle', count)
    count()
    return () => {
      map.off('idle', count)
    }
  }, [map, layers])
  return counts
}

function countsIn(map: MapLibreMap, layers: readonly MapLayer[]): ViewCounts {
  const ids = layers.flatMap(styleLayerIds).filter((id) => map.getLayer(id))
  const categoryBy = new Map(layers.map((layer) => [layer.id, layer.categoryBy]))
  const seen = new Set<string>()
  const counts = new Map(
    layers.map((layer) => [layer.id, { total: 0, byCategory: new Map<string, number>() }]),
  )
  for (const feature of map.queryRenderedFeatures({ layers: ids })) {
    const key = `${feature.source}:${feature.id}`
    const count = counts.get(feature.source)
    if (!count || seen.has(key)) continue
    seen.add(key)
    count.total++
    const value = String(feature.properties[categoryBy.get(feature.source) ?? ''])
    count.byCategory.set(value, (count.byCategory.get(value) ?? 0) + 1)
  }
  return counts
}
