import type { Flavour } from '@trygghetskartan/api/contract'
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl'
import { type GroundColours, groundColours } from './basemap-flavours.ts'
import { basemapLabels } from './basemap-labels.ts'

export const basemapSource: VectorSourceSpecification = {
  type: 'vector',
  tiles: ['/api/basemap/{z}/{x}/{y}.mvt'],
  minzoom: 5,
  maxzoom: 15,
}

/** The ground in two parts: `below` the data, and the labels `above` its areas. Themes and kinds as in OpenStreetMap. */
export function basemapStyle(flavour: Flavour): { below: LayerSpecification[]; above: LayerSpecification[] } {
  const colours = groundColours[flavour]
  const below = [...areas(colours), ...roads(colours), ...details(colours)]
  return { below, above: basemapLabels(colours) }
}

const inKinds = (...kinds: string[]): FilterSpecification => ['in', ['get', 'kind'], ['literal', kinds]]
const source = 'basemap'

function areas(c: GroundColours): LayerSpecification[] {
  return [
    { id: 'land', type: 'background', paint: { 'background-color': c.land } },
    {
      id: 'green',
      type: 'fill',
      source,
      'source-layer': 'green',
      paint: {
        'fill-color': ['match', ['get', 'kind'], ['wood', 'forest', 'scrub'], c.wood, c.green],
        'fill-antialias': false,
      },
    },
    {
      id: 'ground',
      type: 'fill',
      source,
      'source-layer': 'ground',
      minzoom: 12,
      paint: {
        'fill-color': [
          'match',
          ['get', 'kind'],
          ['school', 'kindergarten', 'college', 'university'],
          c.school,
          'parking',
          c.parking,
          c.square,
        ],
      },
    },
    { id: 'water', type: 'fill', source, 'source-layer': 'water', paint: { 'fill-color': c.water } },
    {
      id: 'waterway',
      type: 'line',
      source,
      'source-layer': 'waterway',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': c.water,
        'line-width': byZoom(
          1.5,
          [9, 0.6],
          [14, ['match', ['get', 'kind'], 'river', 5, 2]],
          [18, ['match', ['get', 'kind'], 'river', 26, 7]],
        ),
      },
    },
    {
      id: 'building',
      type: 'fill',
      source,
      'source-layer': 'building',
      minzoom: 13,
      paint: {
        'fill-color': c.building,
        'fill-outline-color': c.buildingLine,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 13, 0.4, 14.5, 1],
      },
    },
  ]
}

const major = ['motorway', 'trunk', 'primary', 'motorway_link', 'trunk_link', 'primary_link']
const medium = ['secondary', 'tertiary', 'secondary_link', 'tertiary_link']
const minor = ['residential', 'living_street', 'unclassified', 'road', 'pedestrian', 'busway', 'bus_guideway']
const service = ['service']
const paths = ['footway', 'path', 'cycleway', 'steps', 'track', 'bridleway', 'corridor']

/** Line widths in pixels at zooms 10, 13, 15, 17 and 20. */
type Widths = readonly [number, number, number, number, number]
const zooms = [10, 13, 15, 17, 20] as const
const roadClasses: readonly { id: string; kinds: string[]; minzoom: number; widths: Widths }[] = [
  { id: 'service', kinds: service, minzoom: 14, widths: [0, 0.6, 2, 5, 18] },
  { id: 'minor', kinds: minor, minzoom: 12, widths: [0, 1.2, 4.5, 11, 46] },
  { id: 'medium', kinds: medium, minzoom: 9, widths: [0.8, 2.6, 6.5, 14, 56] },
  { id: 'major', kinds: major, minzoom: 6, widths: [1.4, 3.6, 8, 17, 68] },
]

function roads(c: GroundColours): LayerSpecification[] {
  const round = { 'line-cap': 'round', 'line-join': 'round' } as const
  const width = (widths: Widths, extra = 0) =>
    byZoom(1.5, ...zooms.map((zoom, i) => [zoom, widths[i]! > 0 ? widths[i]! + extra : 0] as Stop))
  const casings = roadClasses.map(
    ({ id, kinds, minzoom, widths }): LayerSpecification => ({
      id: `road-${id}-casing`,
      type: 'line',
      source,
      'source-layer': 'road',
      minzoom,
      filter: inKinds(...kinds),
      layout: round,
      paint: {
        'line-color': id === 'major' ? c.casingMajor : c.casing,
        'line-width': width(widths, 1.6),
        'line-opacity': ['case', ['to-boolean', ['get', 'tunnel']], 0.5, 1],
      },
    }),
  )
  const fills = roadClasses.map(
    ({ id, kinds, minzoom, widths }): LayerSpecification => ({
      id: `road-${id}`,
      type: 'line',
      source,
      'source-layer': 'road',
      minzoom,
      filter: inKinds(...kinds),
      layout: round,
      paint: {
        'line-color': id === 'major' ? c.roadMajor : c.road,
        'line-width': width(widths),
        'line-opacity': ['case', ['to-boolean', ['get', 'tunnel']], 0.6, 1],
      },
    }),
  )
  const pathWidth = byZoom(1.5, [14, 0.7], [16, 1.8], [18, 4], [20, 10])
  return [
    {
      id: 'path-casing',
      type: 'line',
      source,
      'source-layer': 'road',
      minzoom: 14,
      filter: inKinds(...paths),
      layout: round,
      paint: {
        'line-color': c.pathCasing,
        'line-width': byZoom(1.5, [14, 1.3], [16, 3], [18, 5.4], [20, 12]),
      },
    },
    ...casings,
    {
      id: 'path',
      type: 'line',
      source,
      'source-layer': 'road',
      minzoom: 14,
      filter: inKinds(...paths),
      layout: round,
      paint: { 'line-color': c.path, 'line-width': pathWidth },
    },
    {
      id: 'steps',
      type: 'line',
      source,
      'source-layer': 'road',
      minzoom: 16,
      filter: inKinds('steps'),
      paint: { 'line-color': c.casingMajor, 'line-width': pathWidth, 'line-dasharray': [0.3, 0.3] },
    },
    ...fills,
  ]
}

function details(c: GroundColours): LayerSpecification[] {
  return [
    {
      id: 'rail',
      type: 'line',
      source,
      'source-layer': 'railway',
      minzoom: 9,
      paint: { 'line-color': c.rail, 'line-width': byZoom(1.4, [9, 0.7], [14, 1.8], [18, 5]) },
    },
    {
      id: 'rail-ties',
      type: 'line',
      source,
      'source-layer': 'railway',
      minzoom: 14,
      paint: {
        'line-color': c.railTie,
        'line-width': byZoom(1.4, [14, 0.9], [18, 3]),
        'line-dasharray': [5, 5],
      },
    },
    {
      id: 'lamp',
      type: 'circle',
      source,
      'source-layer': 'lamp',
      minzoom: 15.5,
      paint: {
        'circle-color': c.lamp,
        'circle-radius': byZoom(1.3, [15.5, 1.1], [17, 2.2], [20, 5]),
        'circle-stroke-color': c.lampLine,
        'circle-stroke-width': ['interpolate', ['linear'], ['zoom'], 16.5, 0, 17.5, 1],
        'circle-opacity': ['interpolate', ['linear'], ['zoom'], 15.5, 0.5, 16.5, 0.95],
      },
    },
    {
      id: 'camera',
      type: 'circle',
      source,
      'source-layer': 'camera',
      minzoom: 16,
      paint: {
        'circle-color': c.camera,
        'circle-radius': byZoom(1.3, [16, 2.2], [20, 6]),
        'circle-stroke-color': c.land,
        'circle-stroke-width': 1.2,
      },
    },
  ]
}

type Stop = readonly [zoom: number, value: number | ExpressionSpecification]

/** An exponential ramp over zoom. */
export const byZoom = (base: number, ...stops: Stop[]): ExpressionSpecification =>
  ['interpolate', ['exponential', base], ['zoom'], ...stops.flat()] as ExpressionSpecification
