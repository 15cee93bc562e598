import type { ErrorEvent, Map as MapLibreMap, RequestParameters } from 'maplibre-gl'
import { isPublished } from '../published/publication.ts'
import { publishedTile } from '../published/tile-address.ts'
import { addressOf } from './tile-address.ts'

interface Place {
  readonly x: number
  readonly y: number
  readonly z: number
}

const due = new WeakMap<MapLibreMap, Set<string>>()
const failed = new WeakMap<MapLibreMap, Map<string, Place[]>>()
let generation = 0
/** Source -> the newest generation that a tile of it was to be of, and that one was really fetched for. */
const wanted = new Map<string, number>()
const fetched = new Map<string, number>()

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
    const asked = generation
    for (const id of sources) if (map.getSource(id)) refetchNow(map, id)
    // Another filter or style given meanwhile makes MapLibre read the old tiles again instead: then they are asked for once more.
    map.once('idle', () => {
      for (const id of sources)
        if ((wanted.get(id) ?? 0) >= asked && (fetched.get(id) ?? 0) < asked) refetchTiles(map, id)
    })
  })
  map.triggerRepaint()
}

function refetchNow(map: MapLibreMap, source: string): void {
  const places = failed.get(map)?.get(source)
  failed.get(map)?.delete(source)
  // First: those that failed are otherwise waited for without being asked for.
  if (places) map.refreshTiles(source, places)
  map.refreshTiles(source)
}

/** Remembers which tiles did not come, so that they can be asked for again. */
export function watchFailures(map: MapLibreMap): void {
  const bySource = new Map<string, Place[]>()
  failed.set(map, bySource)
  map.on('error', (event: ErrorEvent & { sourceId?: string; tile?: { tileID: { canonical: Place } } }) => {
    if (!event.sourceId || !event.tile) return
    const { x, y, z } = event.tile.tileID.canonical
    const places = bySource.get(event.sourceId) ?? []
    if (!places.some((place) => place.x === x && place.y === y && place.z === z)) places.push({ x, y, z })
    bySource.set(event.sourceId, places)
  })
}

/**
 * A tile's request, told from the one before it was changed by a fragment, which no server or cache sees: MapLibre keeps
 * what it has cut for zooms beyond the deepest tile under the request's address, and would show the old cut for ever.
 */
export function tileRequest(url: string, type?: string): RequestParameters {
  if (type !== 'Tile') return { url }
  if (isPublished) return { url: publishedTile(url) }
  const source = addressOf(url)?.source
  if (source) wanted.set(source, generation)
  return { url: generation > 0 ? `${url}#${generation}` : url }
}

/** A tile's request has come to be sent. */
export function noteFetch(source: string, url: string): void {
  const of = Number(url.split('#')[1] ?? 0)
  fetched.set(source, Math.max(fetched.get(source) ?? 0, of))
}
