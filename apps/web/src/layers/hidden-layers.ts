import { useMemo } from 'react'
import { useFace } from '../frame/faces.ts'
import { type MapLayer, timeField } from '../map/map-style.ts'
import { isFeed } from '../police/is-feed.ts'
import { useSession } from '../session.ts'
import { useUrlState } from '../url-state.ts'

/**
 * What is off until somebody turns it on: areas of a survey cover the whole town in colour,
 * and one should see the measures in it first.
 */
export const hiddenAtFirst = (layers: readonly Pick<MapLayer, 'id' | 'group' | 'geometry'>[]): string[] =>
  layers
    .filter(({ group, geometry }) => group === 'picture' && geometry.includes('MultiPolygon'))
    .map(({ id }) => id)

/** Beside hotspots only where presence is planned: what stands and happens everywhere would cover them. */
const hiddenByHotspots = (layers: readonly MapLayer[]): string[] =>
  layers.filter((layer) => layer.group !== 'police' || timeField(layer)).map(({ id }) => id)

/** Ids of the layers that are off now, and the way to turn one on or off. */
export function useHiddenLayers(): [readonly string[], (id: string, shown: boolean) => void] {
  const { layers } = useSession()
  const [view, update] = useUrlState()
  const hotspots = useFace().path === '/lagesbild' && !isFeed(view, layers)
  const hidden = useMemo(
    () => view.hidden ?? (hotspots ? hiddenByHotspots(layers) : hiddenAtFirst(layers)),
    [view.hidden, hotspots, layers],
  )
  const setShown = (id: string, shown: boolean) =>
    update({ hidden: shown ? hidden.filter((one) => one !== id) : [...hidden, id] })
  return [hidden, setShown]
}
