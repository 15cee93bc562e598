import type { LngLatBoundsLike, Map as MapLibreMap } from 'maplibre-gl'
import { useMemo } from 'react'
import { boundsOf } from '../map/geometry-bounds.ts'
import { useUrlState } from '../url-state.ts'
import type { FrameActions } from './frame-context.ts'

interface Held {
  readonly map: MapLibreMap | null
  readonly setMark: FrameActions['mark']
  readonly counts: FrameActions['counts']
  readonly overlay: FrameActions['overlay']
}

/** Nearer than this a single point is not looked at; a street's own scale. */
const nearest = 17

/** The frame's actions, bound to its map. */
export function useFrameActions({ map, setMark, counts, overlay }: Held): FrameActions {
  const [, update] = useUrlState()
  return useMemo(() => {
    const zoomTo: FrameActions['zoomTo'] = (target) => {
      const bounds = 'type' in target ? boundsOf(target) : target
      map?.fitBounds([...bounds] as LngLatBoundsLike, {
        padding: 60,
        maxZoom: Math.max(nearest, map.getZoom()),
        linear: reducedMotion(),
        ...(reducedMotion() && { duration: 0 }),
      })
    }
    return {
      zoomTo,
      show: (selected, geometry) => {
        update({ selected })
        const [west, south, east, north] = boundsOf(geometry)
        const seen = map?.getBounds()
        if (!seen?.contains([west, south]) || !seen.contains([east, north]) || (map?.getZoom() ?? 0) < 14)
          zoomTo(geometry)
      },
      mark: setMark,
      counts,
      overlay,
    }
  }, [map, setMark, counts, overlay, update])
}

const reducedMotion = () => matchMedia('(prefers-reduced-motion: reduce)').matches
