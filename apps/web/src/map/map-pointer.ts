import type { Map as MapLibreMap, MapMouseEvent, PointLike } from 'maplibre-gl'
import type { Selected } from '../url-state.ts'
import { draftsSource, layerOfSource } from './drafts-source.ts'
import { isMapClaimed } from './map-claim.ts'
import { type MapLayer, styleLayerIds } from './map-style.ts'

/** How near a click must be, in pixels: a finger is blunter than a mouse. */
const reach = matchMedia('(pointer: coarse)').matches ? 12 : 4

/** Objects under a click, topmost first, each once; null while somebody draws. */
export function featuresAt(
  map: MapLibreMap,
  layers: readonly MapLayer[],
  event: MapMouseEvent,
): Selected[] | null {
  if (isMapClaimed()) return null
  const { x, y } = event.point
  return objectsIn(map, layers, [
    [x - reach, y - reach],
    [x + reach, y + reach],
  ])
}

/** Objects whose drawing touches a box of the screen; a point where both corners are one. */
export function objectsIn(
  map: MapLibreMap,
  layers: readonly MapLayer[],
  box: [PointLike, PointLike],
): Selected[] {
  const ids = layers
    .flatMap((layer) => [
      ...styleLayerIds(layer),
      ...styleLayerIds(layer).map((id) => `${draftsSource(layer.id)}-${id}`),
    ])
    .filter((id) => map.getLayer(id))
  const found = map.queryRenderedFeatures(box, { layers: ids })
  const once = new Map(found.map((feature) => [`${feature.source}:${feature.id}`, feature]))
  return [...once.values()].map((feature) => ({
    layer: layerOfSource(feature.source),
    id: String(feature.id),
  }))
}

/** Marks what is under the pointer by feature-state `hover` and shows that it can be chosen. */
export function watchHover(map: MapLibreMap, layers: () => readonly MapLayer[]): void {
  let hovered: Selected | null = null
  const mark = (next: Selected | null) => {
    if (hovered?.id === next?.id && hovered?.layer === next?.layer) return
    for (const [one, hover] of [
      [hovered, false],
      [next, true],
    ] as const)
      if (one && map.getSource(one.layer))
        map.setFeatureState({ source: one.layer, sourceLayer: one.layer, id: one.id }, { hover })
    hovered = next
    if (!isMapClaimed()) map.getCanvas().style.cursor = next ? 'pointer' : ''
  }
  map.on('mousemove', (event) => {
    if (map.isMoving() || isMapClaimed()) return mark(null)
    mark(objectsIn(map, layers(), [event.point, event.point])[0] ?? null)
  })
  map.on('mouseout', () => mark(null))
}
