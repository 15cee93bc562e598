import { useQuery } from '@tanstack/react-query'
import type { Flavour } from '@trygghetskartan/api/contract'
import type { DraftsAnswer } from '@trygghetskartan/api/contract-identity'
import type { GeoJSONSource, LayerSpecification, Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useMemo } from 'react'
import { useHiddenLayers } from '../layers/hidden-layers.ts'
import { labelFonts } from '../map/basemap-labels.ts'
import { draftsSource } from '../map/drafts-source.ts'
import { useFlavour, useMap } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useUrlState } from '../url-state.ts'
import { plansApi } from './plans-api.ts'
import { planField } from './use-plans.ts'

type Draft = DraftsAnswer['features'][number]

interface DraftsOverlayProps {
  /** Objects that are being worked on just now: they are drawn by the pen. */
  readonly except: ReadonlySet<string>
  /** An object that stands among the drafts is not waited for in the tiles. */
  readonly onSettled: (id: string) => void
}

const accent = { light: '#0b5a6b', dark: '#74cbdb' } as const
const halo = { light: '#ffffff', dark: '#0f1519' } as const

/** Draws the drafts of one's plans, which no tile holds: in their layer's own style, with a dashed outline and the word for it. */
export function DraftsOverlay({ except, onSettled }: DraftsOverlayProps) {
  const t = useText()
  const map = useMap()
  const flavour = useFlavour()
  const { layers } = useSession()
  const [hidden] = useHiddenLayers()
  const [{ without, selected }] = useUrlState()
  const planned = layers.some(({ fields }) => planField(fields))
  const { data } = useQuery({
    queryKey: ['drafts'],
    queryFn: ({ signal }) => plansApi.drafts(signal),
    enabled: planned,
  })
  const mark = t(words.draft)
  const shown = useMemo(
    () =>
      layers.map((layer) => ({
        layer,
        drafts: (data?.features ?? []).filter(
          ({ id, properties }) =>
            properties.layer === layer.id &&
            !except.has(id) &&
            !hidden.includes(layer.id) &&
            !without[layer.id]?.includes(String(properties[layer.categoryBy])),
        ),
      })),
    [layers, data, except, hidden, without],
  )

  useEffect(() => {
    for (const { id } of data?.features ?? []) onSettled(id)
  }, [data, onSettled])

  useEffect(() => {
    if (!map) return
    const bring = () => {
      for (const { layer, drafts } of shown) bringDrafts(map, layer, drafts, { flavour, mark })
      choose(map, shown, selected?.id ?? '')
    }
    bring()
    // A new style does not know of them.
    map.on('styledata', bring)
    return () => void map.off('styledata', bring)
  }, [map, shown, flavour, mark, selected])
  return null
}

const given = new WeakMap<MapLibreMap, Map<string, readonly Draft[]>>()

function bringDrafts(
  map: MapLibreMap,
  layer: MapLayer,
  drafts: readonly Draft[],
  { flavour, mark }: { readonly flavour: Flavour; readonly mark: string },
): void {
  const id = draftsSource(layer.id)
  const source = map.getSource<GeoJSONSource>(id)
  const last = given.get(map) ?? new Map<string, readonly Draft[]>()
  given.set(map, last)
  if (!source && drafts.length === 0) return
  const features = drafts.map(({ geometry, properties, id }) => ({
    type: 'Feature' as const,
    geometry,
    properties: { ...properties, id },
  }))
  if (!source) {
    map.addSource(id, { type: 'geojson', data: { type: 'FeatureCollection', features }, promoteId: 'id' })
  } else if (last.get(id) !== drafts) void source.setData({ type: 'FeatureCollection', features })
  last.set(id, drafts)
  for (const part of styleOf(layer, flavour, mark)) if (!map.getLayer(part.id)) map.addLayer(part)
}

/** The layer's own parts, and over them what says that it is a draft. */
function styleOf(layer: MapLayer, flavour: Flavour, mark: string): LayerSpecification[] {
  const source = draftsSource(layer.id)
  const own = layer.style[flavour]
    .filter((part) => {
      const { layout } = part as { layout?: object }
      return !(layout && 'text-field' in layout && !('icon-image' in layout))
    })
    .map((part) => {
      const { layout, ...rest } = part as { layout?: Record<string, unknown>; id: string }
      const { 'text-field': _, ...shape } = layout ?? {}
      return { ...rest, id: `${source}-${part.id}`, source, layout: shape }
    })
  const isPoint = ['==', ['geometry-type'], 'Point']
  return [
    ...own,
    {
      id: `${source}-dashes`,
      type: 'line',
      source,
      filter: ['!', isPoint],
      paint: { 'line-color': accent[flavour], 'line-width': 2, 'line-dasharray': [2, 1.5] },
    },
    {
      id: `${source}-chosen`,
      type: 'line',
      source,
      filter: ['==', ['get', 'id'], ''],
      paint: { 'line-color': accent[flavour], 'line-width': 5, 'line-opacity': 0.5 },
    },
    {
      id: `${source}-chosen-point`,
      type: 'circle',
      source,
      filter: ['==', ['get', 'id'], ''],
      paint: {
        'circle-radius': 17,
        'circle-opacity': 0,
        'circle-stroke-color': accent[flavour],
        'circle-stroke-width': 3,
      },
    },
    {
      id: `${source}-mark`,
      type: 'symbol',
      source,
      layout: {
        'text-field': mark,
        'text-font': labelFonts.medium,
        'text-size': 11.5,
        'text-offset': [0, 1.5],
        'text-anchor': 'top',
      },
      paint: {
        'text-color': accent[flavour],
        'text-halo-color': halo[flavour],
        'text-halo-width': 1.6,
      },
    },
  ] as unknown as LayerSpecification[]
}

function choose(map: MapLibreMap, shown: readonly { readonly layer: MapLayer }[], id: string): void {
  const isIt = ['==', ['get', 'id'], id] as const
  for (const { layer } of shown) {
    const source = draftsSource(layer.id)
    const parts = [
      [`${source}-chosen`, ['all', isIt, ['!=', ['geometry-type'], 'Point']]],
      [`${source}-chosen-point`, ['all', isIt, ['==', ['geometry-type'], 'Point']]],
    ] as const
    for (const [part, filter] of parts) {
      const now = map.getLayer(part) && map.getFilter(part)
      if (now && JSON.stringify(now) !== JSON.stringify(filter)) map.setFilter(part, filter as never)
    }
  }
}
