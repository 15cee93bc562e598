import type { Geometry } from 'geojson'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import type { Screen } from './drawing.ts'
import type { Position } from './sketch.ts'
import type { Pixel } from './snapping.ts'
import { penPrefix } from './terra-adapter.ts'

/** Themes of the ground that one draws along. */
const groundThemes = new Set(['road', 'railway', 'building', 'lamp', 'camera'])
/** How far around the pointer to look, in pixels. */
const around = 18

/**
 * The map as a drawing needs it. Snaps to roads, buildings, lamps and cameras of the ground and to the objects of every
 * shown layer but the one being drawn (`except`). Geometries are those of the tiles: good to some centimetres when zoomed in.
 */
export function screenOf(map: MapLibreMap, except: string): Screen {
  return {
    project: (position) => map.project(position),
    unproject: ({ x, y }) => map.unproject([x, y]).toArray() as Position,
    targetsNear: (pixel) => targetsNear(map, pixel, except),
  }
}

function targetsNear(map: MapLibreMap, { x, y }: Pixel, except: string): Geometry[] {
  const found = map.queryRenderedFeatures([
    [x - around, y - around],
    [x + around, y + around],
  ])
  return found
    .filter(({ source, sourceLayer, properties, layer }) =>
      source === 'basemap'
        ? groundThemes.has(sourceLayer ?? '')
        : !source.startsWith(penPrefix) &&
          !source.startsWith(overlayPrefix) &&
          source !== 'mark' &&
          layer.type !== 'symbol' &&
          properties.id !== except,
    )
    .map(({ geometry }) => geometry)
}
