import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useState } from 'react'
import type { Bounds } from '../map/geometry-bounds.ts'

/** What is in the map's view, in degrees, each time it has come to rest; undefined while there is no map or it is not wanted. */
export function useMapBounds(map: MapLibreMap | null, wanted = true): Bounds | undefined {
  const [bounds, setBounds] = useState<Bounds>()
  useEffect(() => {
    if (!map || !wanted) return setBounds(undefined)
    const read = () => {
      const seen = map.getBounds()
      setBounds([seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()])
    }
    read()
    map.on('moveend', read)
    return () => {
      map.off('moveend', read)
    }
  }, [map, wanted])
  return bounds
}
