import { mercatorX, mercatorY } from '@trygghetskartan/geo'
import type { Camera } from '../url-state.ts'
import { fetchTiles, type Tile } from './tile-set.ts'

export interface FirstView {
  /** Degrees: [west, south, east, north]; where the map opens without a camera. */
  readonly bounds: readonly [number, number, number, number]
  readonly camera: Camera | undefined
  /** Pixels: the map's size, and what panels cover of it. */
  readonly width: number
  readonly height: number
  readonly padding: { readonly left: number; readonly bottom: number }
}

/** A tile at zoom 0, and what map-view.tsx leaves on each side of the bounds, in pixels. */
const tileSize = 512
const margin = 24
/** More is asked for by the map itself. */
const mostPlaces = 12

/** The whole zoom and the tiles, as 13/4418/2549, that the map will ask for when it opens on a view. */
export function placesOf({ bounds, camera, width, height, padding }: FirstView) {
  const [west, north] = [mercatorX(bounds[0]), mercatorY(bounds[3])]
  const [east, south] = [mercatorX(bounds[2]), mercatorY(bounds[1])]
  const free = [width - padding.left, height - padding.bottom] as const
  /** Pixels about the world. */
  const world = camera
    ? tileSize * 2 ** camera.zoom
    : Math.min((free[0] - 2 * margin) / (east - west), (free[1] - 2 * margin) / (south - north))
  const zoom = Math.floor(Math.log2(world / tileSize))
  const [x, y] = camera
    ? [mercatorX(camera.lon), mercatorY(camera.lat)]
    : [(west + east) / 2, (north + south) / 2]
  const left = x - (padding.left + free[0] / 2) / world
  const top = y - free[1] / 2 / world
  const range = (from: number, pixels: number) => {
    const [least, most] = [from, from + pixels / world].map((at) => Math.floor(at * 2 ** zoom))
    return Array.from({ length: most! - least! + 1 }, (_, at) => least! + at)
  }
  const columns = range(left, width)
  return {
    zoom,
    places: range(top, height).flatMap((row) => columns.map((column) => `${zoom}/${column}/${row}`)),
  }
}

const coming = new Map<string, Promise<Tile | undefined>>()
const keyOf = (layer: string, place: string) => `${layer} ${place}`

/** Asks for the tiles of the view the map will open on, while the map engine is on its way. */
export function fetchFirst(
  view: FirstView,
  layers: readonly { readonly id: string; readonly minzoom: number; readonly maxzoom: number }[],
): void {
  const { zoom, places } = placesOf(view)
  const drawn = layers
    .filter(({ minzoom, maxzoom }) => minzoom <= zoom && zoom <= maxzoom)
    .map(({ id }) => id)
    .sort()
  if (drawn.length === 0 || places.length > mostPlaces) return
  for (const place of places) {
    const tiles = fetchTiles(drawn, place)
    drawn.forEach((layer, at) => {
      coming.set(
        keyOf(layer, place),
        tiles.then(
          (all) => all[at],
          () => undefined,
        ),
      )
    })
  }
}

/** Such a tile, once: what is asked for later is fetched anew. Undefined where it was not asked for, or did not come. */
export async function takeFirst(layer: string, place: string): Promise<ArrayBuffer | undefined> {
  const key = keyOf(layer, place)
  const tile = coming.get(key)
  coming.delete(key)
  return (await tile)?.()
}
