import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import type { GroundColours } from './basemap-flavours.ts'

/**
 * Fonts of the reader's own machine: there is no glyph server, text is drawn from these by name.
 * The first name is no font but the weight MapLibre reads out of it.
 */
const families = ['Segoe UI', 'Roboto', 'Noto Sans', 'Helvetica Neue', 'Arial', 'sans-serif']
/** Two weights and no more: every sign is drawn anew for each. */
export const labelFonts = { medium: ['Medium', ...families], bold: ['Bold', ...families] }

const source = 'basemap'
const named: ExpressionSpecification = ['has', 'name']
const halo = (c: GroundColours, colour: string) => ({
  'text-color': colour,
  'text-halo-color': c.halo,
  'text-halo-width': 1.5,
  'text-halo-blur': 0.4,
})

/** Names of places, streets, water, parks and stops, the least important first: later layers win the room. */
export function basemapLabels(c: GroundColours): LayerSpecification[] {
  return [
    {
      id: 'label-poi',
      type: 'symbol',
      source,
      'source-layer': 'poi',
      minzoom: 16.5,
      filter: named,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': labelFonts.medium,
        'text-size': 11,
        'text-max-width': 8,
        'text-padding': 6,
        'text-optional': true,
      },
      paint: halo(c, c.labelSoft),
    },
    {
      id: 'label-building',
      type: 'symbol',
      source,
      'source-layer': 'building',
      minzoom: 16,
      filter: named,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': labelFonts.medium,
        'text-size': 11,
        'text-max-width': 8,
        'text-padding': 8,
      },
      paint: halo(c, c.labelSoft),
    },
    {
      id: 'label-stop',
      type: 'symbol',
      source,
      'source-layer': 'stop',
      minzoom: 16,
      filter: named,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': labelFonts.medium,
        'text-size': 11,
        'text-max-width': 8,
        'text-padding': 8,
      },
      paint: halo(c, c.labelSoft),
    },
    ...[
      { id: 'green', colour: c.labelGreen, minzoom: 14.5 },
      { id: 'ground', colour: c.label, minzoom: 15 },
      { id: 'water', colour: c.labelWater, minzoom: 12 },
    ].map(
      ({ id, colour, minzoom }): LayerSpecification => ({
        id: `label-${id}`,
        type: 'symbol',
        source,
        'source-layer': id,
        minzoom,
        filter: named,
        layout: {
          'text-field': ['get', 'name'],
          'text-font': labelFonts.medium,
          'text-size': ['interpolate', ['linear'], ['zoom'], 14, 11, 18, 13],
          'text-max-width': 7,
          'text-padding': 10,
        },
        paint: halo(c, colour),
      }),
    ),
    {
      id: 'label-waterway',
      type: 'symbol',
      source,
      'source-layer': 'waterway',
      minzoom: 13,
      filter: named,
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 420,
        'text-field': ['get', 'name'],
        'text-font': labelFonts.medium,
        'text-size': 12,
        'text-letter-spacing': 0.06,
      },
      paint: halo(c, c.labelWater),
    },
    {
      id: 'label-path',
      type: 'symbol',
      source,
      'source-layer': 'road',
      minzoom: 16.5,
      filter: [
        'all',
        ['has', 'name'],
        ['in', ['get', 'kind'], ['literal', ['footway', 'path', 'cycleway', 'track', 'service']]],
      ],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 320,
        'text-field': ['get', 'name'],
        'text-font': labelFonts.medium,
        'text-size': 11,
      },
      paint: halo(c, c.labelSoft),
    },
    {
      id: 'label-road',
      type: 'symbol',
      source,
      'source-layer': 'road',
      minzoom: 13,
      filter: [
        'all',
        ['has', 'name'],
        [
          '!',
          ['in', ['get', 'kind'], ['literal', ['footway', 'path', 'cycleway', 'track', 'service', 'steps']]],
        ],
      ],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 360,
        'symbol-sort-key': [
          'match',
          ['get', 'kind'],
          ['motorway', 'trunk', 'primary'],
          0,
          ['secondary', 'tertiary'],
          1,
          2,
        ],
        'text-field': ['get', 'name'],
        'text-font': labelFonts.medium,
        'text-size': ['interpolate', ['linear'], ['zoom'], 13, 10.5, 16, 12.5, 19, 15],
        'text-padding': 4,
      },
      paint: { ...halo(c, c.label), 'text-halo-width': 1.8 },
    },
    {
      id: 'label-place',
      type: 'symbol',
      source,
      'source-layer': 'place',
      // A town's name has no place among its streets.
      filter: [
        'all',
        named,
        ['step', ['zoom'], true, 13.6, ['!', ['in', ['get', 'kind'], ['literal', ['city', 'town']]]]],
      ],
      maxzoom: 16.5,
      layout: {
        'symbol-sort-key': [
          'match',
          ['get', 'kind'],
          'city',
          0,
          'town',
          1,
          'village',
          2,
          ['suburb', 'quarter'],
          3,
          4,
        ],
        'text-field': ['get', 'name'],
        'text-font': [
          'match',
          ['get', 'kind'],
          ['city', 'town'],
          ['literal', labelFonts.bold],
          ['literal', labelFonts.medium],
        ],
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          9,
          ['match', ['get', 'kind'], 'city', 16, 'town', 13, 11],
          14,
          ['match', ['get', 'kind'], 'city', 22, 'town', 18, ['suburb', 'village'], 15, 13],
        ],
        'text-letter-spacing': ['match', ['get', 'kind'], ['suburb', 'quarter', 'neighbourhood'], 0.05, 0],
        'text-max-width': 8,
        'text-padding': 6,
      },
      paint: { ...halo(c, c.labelPlace), 'text-halo-width': 2 },
    },
  ]
}
