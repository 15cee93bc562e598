import type { Flavour } from '@trygghetskartan/api/contract'
import type { ReleaseAnswer } from '@trygghetskartan/api/contract-releases'
import { ringOfSquare } from '@trygghetskartan/privacy'
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl'
import { labelFonts } from '../map/basemap-labels.ts'
import { composeStyle, type MapLayer } from '../map/map-style.ts'

interface ReleaseStyleInput {
  readonly flavour: Flavour
  /** How squares are drawn. */
  readonly layer: MapLayer
  readonly release: ReleaseAnswer
  readonly chosen: string | null
  readonly origin: string
}

const ring = { light: '#0b5a6b', dark: '#74cbdb' } as const

/** The ground with the squares of a month over it, as the layer draws them, and a ring about the chosen one. */
export function releaseStyle({
  flavour,
  layer,
  release,
  chosen,
  origin,
}: ReleaseStyleInput): StyleSpecification {
  const ground = composeStyle({ flavour, layers: [], view: { without: {}, hidden: [] }, origin })
  const features = release.squares.map(({ square, level }) => ({
    type: 'Feature' as const,
    geometry: { type: 'Polygon' as const, coordinates: [ringOfSquare(square, release.rules.grid)] },
    properties: { square, level },
  }))
  const drawn = layer.style[flavour].map((part) => {
    const layout = 'layout' in part ? (part.layout as object) : {}
    const text = 'text-field' in layout ? { 'text-font': labelFonts.medium } : {}
    return { ...part, source: 'release', layout: { ...layout, ...text } } as unknown as LayerSpecification
  })
  return {
    ...ground,
    sources: {
      ...ground.sources,
      release: { type: 'geojson', data: { type: 'FeatureCollection', features } },
    },
    layers: [
      ...ground.layers,
      ...drawn,
      {
        id: 'release-chosen',
        type: 'line',
        source: 'release',
        filter: ['==', ['get', 'square'], chosen ?? ''],
        paint: { 'line-color': ring[flavour], 'line-width': 4 },
      },
    ],
  }
}

/** The style layer that a click asks about. */
export const clickedLayer = (layer: MapLayer): string => layer.style.light[0]!.id
