import type { Map as MapLibreMap, RequestParameters } from 'maplibre-gl'
import { isPublished } from '../published/publication.ts'
import { publishedTile } from '../published/tile-address.ts'

const due = new WeakMap<MapLibreMap, Set<string>>()
let generation = 0

/**
 * Fetches a vector source's tiles anew, after the next frame is drawn. A source whose layers have just been given another
 * filter or style rests until then, and MapLibre would read its old tiles again instead of asking for new ones.
 */
export function refetchTiles(map: MapLibreMap, source: string): void {
  const waiting = due.get(map)
  if (waiting) {
    waiting.add(source)
    return
  }
  const sources = new Set([source])
  due.set(map, sources)
  map.once('render', () => {
    due.delete(map)
    generation += 1
    for (const id of sources) if (map.getSource(id)) map.refreshTiles(id)
  })
  map.triggerRepaint()
}

/**
 * A tile's request, told from the one before it was changed by a fragment, which no server or cache sees: MapLibre keeps
 * what it has cut for zooms beyond the deepest tile under the request's address, and would show the old cut for ever.
 */
export const tileRequest = (url: string, type?: string): RequestParameters => ({
  url:
    type !== 'Tile' ? url : isPublished ? publishedTile(url) : generation > 0 ? `${url}#${generation}` : url,
})
