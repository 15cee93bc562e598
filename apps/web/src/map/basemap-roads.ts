import type { LayerSpecification } from 'maplibre-gl'
import type { GroundColours } from './basemap-flavours.ts'
import { byZoom, inKinds, type Stop } from './expressions.ts'

const source = 'basemap'
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

/** Roads by class, the greater on top: all casings first, so that crossings open into each other. */
export function basemapRoads(c: GroundColours): LayerSpecification[] {
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
      paint: {
        'line-color': c.path,
        'line-width': pathWidth,
        'line-opacity': ['case', ['to-boolean', ['get', 'tunnel']], 0.4, 1],
      },
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
