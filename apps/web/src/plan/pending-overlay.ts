import type { Flavour } from '@trygghetskartan/api/contract'
import type { Feature } from 'geojson'
import type { FilterSpecification, GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { penPrefix } from '../draw/terra-adapter.ts'
import { useDrawingView } from '../draw/use-drawing.ts'
import { useFlavour, useMap } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { refetchTiles } from '../map/refetch-tiles.ts'
import { useSession } from '../session.ts'
import type { Pending } from './desk.ts'
import { type Editing, formFields, geometryNow } from './editing.ts'
import { readForm } from './form-values.ts'
import { hiddenFilter, hidesIn, shownFilter } from './hidden-filter.ts'

interface PendingOverlayProps {
  readonly pending: ReadonlyMap<string, Pending>
  readonly editing: Editing | null
  readonly onSettled: (id: string) => void
}

const prefix = 'pending-'
/** In milliseconds. */
const longestWait = 20_000
/** In milliseconds. */
const askAgain = 1_500

/**
 * Shows what has been drawn and saved before the tiles have it, in the layer's own style, and hides what the tiles still
 * have of it. Each object goes back to the tiles once they carry its version.
 */
export function PendingOverlay({ pending, editing, onSettled }: PendingOverlayProps) {
  const map = useMap()
  const flavour = useFlavour()
  const { layers } = useSession()
  const view = useDrawingView(editing?.drawing ?? null)
  const shown = new Map<string, Feature[]>()
  const hidden = new Map<string, string[]>()
  const put = (layer: string, id: string, feature: Feature | null) => {
    hidden.set(layer, [...(hidden.get(layer) ?? []), id])
    if (feature) shown.set(layer, [...(shown.get(layer) ?? []), feature])
  }
  for (const [id, { layer, object }] of pending) {
    if (id === editing?.id) continue
    put(layer, id, object && featureOf(id, object.geometry, object.properties))
  }
  if (editing) {
    const geometry = view ? view.geometry : geometryNow(editing)
    const { values } = readForm(formFields(editing.layer), editing.input)
    const status = {
      [editing.layer.categoryBy]:
        editing.base?.properties[editing.layer.categoryBy] ?? editing.layer.legend[0]?.value,
    }
    const whole = { ...editing.base?.properties, ...status, ...values }
    put(editing.layer.id, editing.id, geometry && featureOf(editing.id, geometry, whole))
  }
  const state = JSON.stringify([[...shown], [...hidden]])
  /** What each layer's source was last given, as text. */
  const last = useRef(new Map<string, string>())

  useEffect(() => {
    if (!map) return
    const bring = () => {
      const [features, ids] = JSON.parse(state) as [[string, Feature[]][], [string, string[]][]]
      // Asked for once: a drag brings its shape with every frame.
      const parts = map.getStyle().layers
      for (const layer of layers) {
        const own = new Map(features).get(layer.id) ?? []
        bringFeatures(map, layer, flavour, own, { given: last.current, parts })
        bringHidden(map, layer, new Map(ids).get(layer.id) ?? [], parts)
      }
    }
    bring()
    // A new style brings the layers' own filters back.
    map.on('styledata', bring)
    return () => void map.off('styledata', bring)
  }, [map, layers, flavour, state])

  useEffect(() => {
    if (!map || pending.size === 0) return
    let asked = Date.now()
    const settle = () => {
      const behind = [...pending].filter(([id, one]) => {
        const caughtUp = tilesHave(map, id, one)
        if (caughtUp) onSettled(id)
        return !caughtUp && one.version !== null
      })
      // The server's own word of the change comes once, and may come before its tiles.
      if (behind.length === 0 || Date.now() - asked < askAgain) return
      asked = Date.now()
      for (const layer of new Set(behind.map(([, one]) => one.layer))) refetchTiles(map, layer)
    }
    map.on('idle', settle)
    map.on('sourcedata', settle)
    const again = setInterval(settle, askAgain)
    // Zoomed far out the tiles may hold no single objects: nobody waits for them for ever.
    const patience = setTimeout(() => {
      for (const [id, { version }] of pending) if (version !== null) onSettled(id)
    }, longestWait)
    return () => {
      clearTimeout(patience)
      clearInterval(again)
      map.off('idle', settle)
      map.off('sourcedata', settle)
    }
  }, [map, pending, onSettled])
  return null
}

const featureOf = (
  id: string,
  geometry: Feature['geometry'],
  properties: Feature['properties'],
): Feature => ({
  type: 'Feature',
  geometry,
  properties: { ...properties, id },
})

function bringFeatures(
  map: MapLibreMap,
  layer: MapLayer,
  flavour: Flavour,
  features: Feature[],
  { given, parts }: { readonly given: Map<string, string>; readonly parts: readonly LayerSpecification[] },
): void {
  const id = prefix + layer.id
  const source = map.getSource<GeoJSONSource>(id)
  const data = { type: 'FeatureCollection' as const, features }
  if (!source) {
    if (features.length === 0) return
    map.addSource(id, { type: 'geojson', data, promoteId: 'id' })
  } else if (given.get(id) !== JSON.stringify(features)) void source.setData(data)
  given.set(id, JSON.stringify(features))
  const below = parts.find((one) => 'source' in one && String(one.source).startsWith(penPrefix))?.id
  for (const part of layer.style[flavour]) {
    const own = `${prefix}${part.id}`
    const { layout, paint } = part as { layout?: Record<string, unknown>; paint?: object }
    const isText = layout !== undefined && 'text-field' in layout && !('icon-image' in layout)
    if (isText || map.getLayer(own)) continue
    const { 'text-field': _, ...rest } = layout ?? {}
    map.addLayer(
      { ...part, id: own, source: id, layout: rest, paint: paint ?? {} } as unknown as LayerSpecification,
      below,
    )
  }
}

function bringHidden(
  map: MapLibreMap,
  layer: MapLayer,
  ids: readonly string[],
  parts: readonly LayerSpecification[],
): void {
  for (const { id, source, filter } of parts as (LayerSpecification & {
    source?: string
    filter?: FilterSpecification
  })[]) {
    if (source !== layer.id) continue
    const wanted = ids.length > 0 ? hiddenFilter(shownFilter(filter), ids) : shownFilter(filter)
    if (hidesIn(filter).join() !== ids.join()) map.setFilter(id, wanted ?? null)
  }
}

/** True where the tiles in view carry the object as it was saved, or, for one that is deleted, no longer have it. */
function tilesHave(map: MapLibreMap, id: string, { layer, object, version }: Pending): boolean {
  if (version === null || !map.getSource(layer) || !map.isSourceLoaded(layer)) return false
  const found = map.querySourceFeatures(layer, { sourceLayer: layer, filter: ['==', ['get', 'id'], id] })
  if (!object) return found.length === 0
  const saved = Date.parse(String(object.properties.updated_at))
  return found.some(({ properties }) => !(Date.parse(String(properties.updated_at)) < saved))
}
