import { useEffect, useEffectEvent } from 'react'
import { isPublished } from '../published/publication.ts'
import { basemapSource } from './basemap-style.ts'
import { type FirstView, fetchFirst } from './first-tiles.ts'
import type { MapLayer } from './map-style.ts'

const ground = { id: 'basemap', minzoom: basemapSource.minzoom ?? 0, maxzoom: basemapSource.maxzoom ?? 0 }

/** Once it is known how large the map will be: asks for what it will show first. `place` lies over the whole map. */
export function useFirstTiles(
  place: HTMLElement | null,
  view: Omit<FirstView, 'width' | 'height'>,
  layers: readonly MapLayer[],
): void {
  const fetchNow = useEffectEvent(({ clientWidth: width, clientHeight: height }: HTMLElement) =>
    fetchFirst({ ...view, width, height }, [ground, ...layers]),
  )
  useEffect(() => {
    if (place && !isPublished) fetchNow(place)
  }, [place])
}
