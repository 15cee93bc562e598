import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'

type Bounds = readonly [west: number, south: number, east: number, north: number]

/**
 * Takes an open map to where there is ground, once an import has put other ground in place of what it stood on.
 * Whoever sees some of the new ground already stays where they are. `map` is null while nobody may be moved.
 */
export function useFollowedGround(map: MapLibreMap | null, bounds: Bounds): void {
  const known = useRef(bounds)
  useEffect(() => {
    if (!map || bounds === known.current) return
    known.current = bounds
    if (!touches(map, bounds)) map.fitBounds([...bounds], { padding: 24, animate: false })
  }, [map, bounds])
}

function touches(map: MapLibreMap, [west, south, east, north]: Bounds): boolean {
  const seen = map.getBounds()
  return (
    seen.getWest() <= east && seen.getEast() >= west && seen.getSouth() <= north && seen.getNorth() >= south
  )
}
