import { trendClasses } from '@trygghetskartan/analysis'
import type { Flavour } from '@trygghetskartan/api/contract'
import type { Feature } from 'geojson'
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl'
import { underLabels } from '../map/apply-style.ts'
import { labelFonts } from '../map/basemap-labels.ts'
import type { Overlay } from '../map/overlay.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { drawnTrends, markInk, strongPaint, trendPaint } from './figure-paint.ts'
import { classPaint, giClasses } from './gi-ramp.ts'
import type { Figure, Spot } from './hotspot-protocol.ts'

const cells = `${overlayPrefix}hotspots-cells`
const marks = `${overlayPrefix}hotspots-marks`
/** So many of the list are numbered on the map too. */
const numbered = 20

/** What the map shows of a figure, under its names, and the numbers of the list over them; null where that is no shapes. */
export function figureOverlay(figure: Figure, flavour: Flavour): Overlay | null {
  if (figure.kind === 'density' || figure.kind === 'near') return null
  const layers = layersOf(figure, flavour)
  return {
    sources: {
      [cells]: { type: 'geojson', data: collection(figure.features), tolerance: 0.2 },
      [marks]: { type: 'geojson', data: collection(markFeatures(figure.spots)) },
    },
    layers: [...layers, ...markLayers(flavour)],
  }
}

function layersOf(
  figure: Exclude<Figure, { kind: 'density' | 'near' }>,
  flavour: Flavour,
): LayerSpecification[] {
  const paints = paintsOf(figure, flavour)
  const byClass = (value: (paint: Painted) => string | number): ExpressionSpecification =>
    [
      'match',
      ['get', 'c'],
      ...paints.slice(1).flatMap((paint) => [paint.c, value(paint)] as const),
      value(paints[0]!),
    ] as unknown as ExpressionSpecification
  const simple = (value: (paint: Painted) => string | number) =>
    paints.length > 1 ? byClass(value) : value(paints[0]!)
  if (figure.kind === 'places')
    return [
      {
        id: `${cells}-circle`,
        type: 'circle',
        source: cells,
        metadata: underLabels,
        paint: {
          'circle-radius': ['interpolate', ['linear'], ['sqrt', ['get', 'n']], 1.4, 4, 10, 26],
          'circle-color': strongPaint(flavour).fill,
          'circle-opacity': 0.55,
          'circle-stroke-color': strongPaint(flavour).line,
          'circle-stroke-width': 1.2,
        },
      },
    ]
  return [
    {
      id: `${cells}-fill`,
      type: 'fill',
      source: cells,
      metadata: underLabels,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: {
        'fill-color': simple(({ fill }) => fill) as string,
        'fill-opacity': simple(({ cover }) => cover) as number,
        'fill-antialias': false,
      },
    },
    {
      id: `${cells}-line`,
      type: 'line',
      source: cells,
      metadata: underLabels,
      filter: ['==', ['geometry-type'], 'Polygon'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': simple(({ line }) => line) as string,
        'line-width': simple(({ width }) => width) as number,
      },
    },
    {
      id: `${cells}-street`,
      type: 'line',
      source: cells,
      metadata: underLabels,
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': simple(({ fill }) => fill) as string,
        'line-opacity': simple(({ cover }) => Math.min(1, cover + 0.3)) as number,
        'line-width': simple(({ width }) => 3 + 2.5 * width) as number,
      },
    },
  ]
}

interface Painted {
  /** What features of this paint say under `c`. */
  readonly c: number
  readonly fill: string
  readonly cover: number
  readonly line: string
  readonly width: number
}

/** The paint of each class; the first is that of all others. */
function paintsOf(figure: Figure, flavour: Flavour): Painted[] {
  switch (figure.kind) {
    case 'cells':
      return [0, ...giClasses.filter((one) => one !== 0)].map((c) => ({
        c,
        ...classPaint(c as (typeof giClasses)[number], flavour),
      }))
    case 'trend':
      return drawnTrends.map((name) => ({ c: trendClasses.indexOf(name), ...trendPaint(name, flavour) }))
    default:
      return [{ c: 0, ...strongPaint(flavour) }]
  }
}

const markFeatures = (spots: readonly Spot[]): Feature[] =>
  spots.slice(0, numbered).map(({ at }, i) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [...at] },
    properties: { rank: i + 1 },
  }))

function markLayers(flavour: Flavour): LayerSpecification[] {
  const { fill, line } = strongPaint(flavour)
  return [
    {
      id: `${marks}-disc`,
      type: 'circle',
      source: marks,
      paint: {
        'circle-radius': ['step', ['get', 'rank'], 10, 10, 11],
        'circle-color': fill,
        'circle-stroke-color': flavour === 'light' ? '#ffffff' : line,
        'circle-stroke-width': 1.5,
      },
    },
    {
      id: `${marks}-number`,
      type: 'symbol',
      source: marks,
      layout: {
        'text-field': ['to-string', ['get', 'rank']],
        'text-font': labelFonts.medium,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': markInk[flavour] },
    },
  ]
}

const collection = (features: readonly Feature[]) => ({
  type: 'FeatureCollection' as const,
  features: [...features],
})
