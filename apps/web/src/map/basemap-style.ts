import type { Flavour } from '@trygghetskartan/api/contract'
import type {
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  VectorSourceSpecification,
} from 'maplibre-gl'
import { type GroundColours, groundColours } from './basemap-flavours.ts'
import { basemapLabels } from './basemap-labels.ts'
import { basemapRoads } from './basemap-roads.ts'
import { byZoom, inKinds } from './expressions.ts'

export const basemapSource: VectorSourceSpecification = {
  type: 'vector',
  tiles: ['/api/basemap/{z}/{x}/{y}.mvt'],
  minzoom: 5,
  maxzoom: 15,
}

/** The ground in two parts: `below` the data, and the labels `above` its areas. Themes and kinds as in OpenStreetMap. */
export function basemapStyle(flavour: Flavour): { below: LayerSpecification[]; above: LayerSpecification[] } {
  const colours = groundColours[flavour]
  const below = [...areas(colours), ...basemapRoads(colours), ...details(colours)]
  return { below, above: basemapLabels(colours) }
}

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

const heavyRail: FilterSpecification = [
  '!',
  ['in', ['get', 'kind'], ['literal', ['tram', 'subway', 'light_rail']]],
]
/** Degrees from north; -1 where it is said in words. */
const direction: ExpressionSpecification = ['to-number', ['get', 'direction'], -1]

function details(c: GroundColours): LayerSpecification[] {
  return [
    {
      id: 'tram',
      type: 'line',
      source,
      'source-layer': 'railway',
      minzoom: 13,
      filter: inKinds('tram', 'light_rail'),
      paint: {
        'line-color': c.rail,
        'line-width': byZoom(1.3, [13, 0.5], [16, 1.2], [20, 4]),
        'line-opacity': 0.75,
      },
    },
    {
      id: 'rail',
      type: 'line',
      source,
      'source-layer': 'railway',
      minzoom: 9,
      filter: heavyRail,
      paint: { 'line-color': c.rail, 'line-width': byZoom(1.4, [9, 0.7], [14, 1.8], [18, 5]) },
    },
    {
      id: 'rail-ties',
      type: 'line',
      source,
      'source-layer': 'railway',
      minzoom: 14,
      filter: heavyRail,
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
      id: 'camera-view',
      type: 'symbol',
      source,
      'source-layer': 'camera',
      minzoom: 16.5,
      filter: ['all', ['has', 'direction'], ['>=', direction, 0]],
      layout: {
        'icon-image': 'camera-view',
        'icon-rotate': direction,
        'icon-rotation-alignment': 'map',
        'icon-anchor': 'bottom',
        'icon-size': byZoom(1.3, [16.5, 0.8], [20, 2]),
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
      paint: { 'icon-color': c.camera, 'icon-opacity': 0.35 },
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

/** The ground's own images, as SVG paths in a 15 x 15 box: the cone a camera looks out over, its tip at the bottom. */
export const basemapImages: Readonly<Record<string, string>> = {
  'camera-view': 'M7.5 15L1.5 2.5Q7.5 0 13.5 2.5Z',
}
