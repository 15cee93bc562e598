import type { Flavour, LayersAnswer, StyleLayer } from '@trygghetskartan/api/contract'
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl'
import type { Selected, UrlState } from '../url-state.ts'
import { labelFonts } from './basemap-labels.ts'
import { basemapSource, basemapStyle } from './basemap-style.ts'

export type MapLayer = LayersAnswer['layers'][number]

export interface MapStyleInput {
  readonly flavour: Flavour
  readonly layers: readonly MapLayer[]
  readonly view: Pick<UrlState, 'without' | 'from' | 'to' | 'selected'> & {
    readonly hidden: readonly string[]
  }
  /** A found place to point out, longitude and latitude. */
  readonly mark?: readonly [number, number] | undefined
  /** Where tiles are fetched from: "https://example.se". Workers resolve no relative address. */
  readonly origin: string
}

const accent = { light: '#0b5a6b', dark: '#74cbdb' } as const
const halo = { light: '#ffffff', dark: '#0f1519' } as const

/**
 * The whole map as one value: ground, then the layers' areas and lines, then names, then points, then what is selected.
 * Within each part the order is the registry's, bottom to top.
 */
export function composeStyle(input: MapStyleInput): StyleSpecification {
  const { flavour, layers, origin, mark } = input
  const ground = basemapStyle(flavour)
  const data = layers.flatMap((layer) => dataLayers(layer, input))
  const isPoint = (layer: LayerSpecification) => layer.type === 'circle' || layer.type === 'symbol'
  return {
    version: 8,
    sources: {
      basemap: { ...basemapSource, tiles: basemapSource.tiles!.map((path) => origin + path) },
      ...Object.fromEntries(layers.map((layer) => [layer.id, sourceOf(layer, origin)])),
      mark: { type: 'geojson', data: { type: 'MultiPoint', coordinates: mark ? [[...mark]] : [] } },
    },
    layers: [
      ...ground.below,
      ...data.filter((layer) => !isPoint(layer)),
      ...ground.above,
      ...data.filter(isPoint),
      ...layers
        .filter((layer) => layer.id === input.view.selected?.layer)
        .flatMap((layer) => selection(layer, input)),
      {
        id: 'mark',
        type: 'circle',
        source: 'mark',
        paint: {
          'circle-radius': 9,
          'circle-color': accent[flavour],
          'circle-opacity': 0.25,
          'circle-stroke-color': accent[flavour],
          'circle-stroke-width': 2.5,
        },
      },
    ],
  }
}

/** Ids of the style layers that draw a data layer: what a click asks about. */
export const styleLayerIds = (layer: MapLayer): string[] => layer.style.light.map(({ id }) => id)

/** What is shown of a layer after the view's category and time filters, or null for all of it. */
export function viewFilter(
  layer: MapLayer,
  view: Pick<UrlState, 'without' | 'from' | 'to'>,
): ExpressionSpecification | null {
  const parts: ExpressionSpecification[] = []
  const hidden = view.without[layer.id]
  if (hidden && hidden.length > 0)
    parts.push(['!', ['in', ['to-string', ['get', layer.categoryBy]], ['literal', [...hidden]]]])
  const time = timeField(layer)
  if (time && view.from) parts.push(['>=', ['to-string', ['get', time]], view.from])
  if (time && view.to) parts.push(['<', ['to-string', ['get', time]], dayAfter(view.to)])
  return parts.length > 0 ? ['all', ...parts] : null
}

/** Name of the field that says when an object happened: what the time window is about. */
export const timeField = (layer: Pick<MapLayer, 'fields'>): string | undefined =>
  layer.fields.find(({ control, readOnly }) => control === 'datetime' && !readOnly)?.name

/** YYYY-MM-DD to the next day's. */
export function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}

const sourceOf = (layer: MapLayer, origin: string): StyleSpecification['sources'][string] => ({
  type: 'vector',
  tiles: [layer.tiles.startsWith('/') ? origin + layer.tiles : layer.tiles],
  minzoom: layer.minzoom,
  maxzoom: layer.maxzoom,
  promoteId: 'id',
})

function dataLayers(layer: MapLayer, { flavour, view }: MapStyleInput): LayerSpecification[] {
  const filter = viewFilter(layer, view)
  const visibility = view.hidden.includes(layer.id) ? 'none' : 'visible'
  return layer.style[flavour].map((part) => {
    const {
      layout,
      filter: own,
      ...rest
    } = part as StyleLayer & { layout?: object; filter?: FilterSpecification }
    const both = own && filter ? (['all', own, filter] as FilterSpecification) : (own ?? filter)
    return {
      ...rest,
      source: layer.id,
      'source-layer': layer.id,
      layout: { ...layout, ...(hasText(layout) && { 'text-font': labelFonts.medium }), visibility },
      ...(both && { filter: both }),
    } as unknown as LayerSpecification
  })
}

const hasText = (layout: object | undefined): boolean => layout !== undefined && 'text-field' in layout

/** A ring, a casing or an outline around the selected object, whatever paint its layer has. */
function selection(layer: MapLayer, { flavour, view }: MapStyleInput): LayerSpecification[] {
  const at = { source: layer.id, 'source-layer': layer.id, filter: isSelected(view.selected) }
  const kinds = new Set<string>(layer.geometry)
  const line = (id: string, colour: string, width: number): LayerSpecification => ({
    ...at,
    id,
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': width,
      ...(!kinds.has('LineString') ? {} : { 'line-gap-width': 7 }),
    },
  })
  const ring = (id: string, colour: string, width: number): LayerSpecification => ({
    ...at,
    id,
    type: 'circle',
    filter: ['all', at.filter, ['==', ['geometry-type'], 'Point']] as FilterSpecification,
    paint: {
      'circle-radius': 17,
      'circle-opacity': 0,
      'circle-stroke-color': colour,
      'circle-stroke-width': width,
    },
  })
  return [
    ...(kinds.size > 1 || !kinds.has('Point')
      ? [line('selected-line-halo', halo[flavour], 6), line('selected-line', accent[flavour], 3)]
      : []),
    ...(kinds.has('Point')
      ? [ring('selected-halo', halo[flavour], 6), ring('selected', accent[flavour], 3)]
      : []),
  ]
}

const isSelected = (selected: Selected | undefined): FilterSpecification => [
  '==',
  ['get', 'id'],
  selected?.id ?? '',
]
