import type { Flavour } from '@trygghetskartan/api/contract'
import type { PlanDifference } from '@trygghetskartan/api/contract-plans'
import type { Feature, Geometry } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { anchorOf } from '../comments/anchor.ts'
import { labelFonts } from '../map/basemap-labels.ts'
import { type Overlay, overAll } from '../map/overlay.ts'

type Role = 'added' | 'removed' | 'before' | 'after' | 'arrow'

const halo = { light: '#ffffff', dark: '#0f1519' } as const
const colours = {
  light: { added: '#0d6b3d', removed: '#a8231b', before: '#5c6870', after: '#0b5a6b', arrow: '#0b5a6b' },
  dark: { added: '#7dd6a0', removed: '#ff9d92', before: '#aebbc3', after: '#74cbdb', arrow: '#74cbdb' },
} as const

/**
 * Differences in signs that need no colour: solid with a plus for what came, dashed with a minus for what went, and for what
 * changed a dashed ghost of before with an arrow to after.
 */
export function differencesOverlay(differences: readonly PlanDifference[], flavour: Flavour): Overlay {
  const features = differences.flatMap(featuresOf)
  const source = 'diff'
  const colour = [
    'match',
    ['get', 'role'],
    ...Object.entries(colours[flavour]).flat(),
    colours[flavour].after,
  ]
  const isDashed = ['in', ['get', 'role'], ['literal', ['removed', 'before']]]
  const isPoint = ['==', ['geometry-type'], 'Point']
  const line = (id: string, filter: unknown, dash?: number[]) => ({
    id,
    type: 'line',
    source,
    filter: ['all', ['!', isPoint], filter],
    layout: { 'line-cap': dash ? 'butt' : 'round', 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': 3.5, ...(dash && { 'line-dasharray': dash }) },
  })
  return {
    sources: { [source]: { type: 'geojson', data: { type: 'FeatureCollection', features } } },
    layers: [
      {
        id: `${overAll}diff-area`,
        type: 'fill',
        source,
        filter: ['==', ['geometry-type'], 'Polygon'],
        paint: { 'fill-color': colour, 'fill-opacity': ['case', isDashed, 0.06, 0.18] },
      },
      line(`${overAll}diff-halo`, ['!=', ['get', 'role'], '']),
      line(`${overAll}diff-solid`, ['!', isDashed]),
      line(`${overAll}diff-dashed`, isDashed, [1.6, 1.4]),
      {
        id: `${overAll}diff-point`,
        type: 'circle',
        source,
        filter: ['all', isPoint, ['!=', ['get', 'role'], 'arrow']],
        paint: {
          'circle-radius': ['case', isDashed, 9, 11],
          'circle-color': ['case', isDashed, halo[flavour], colour],
          'circle-opacity': ['case', isDashed, 0.65, 1],
          'circle-stroke-color': ['case', isDashed, colour, halo[flavour]],
          'circle-stroke-width': 2,
        },
      },
      {
        id: `${overAll}diff-sign`,
        type: 'symbol',
        source,
        filter: ['all', isPoint, ['has', 'sign']],
        layout: {
          'text-field': ['get', 'sign'],
          'text-font': labelFonts.bold,
          'text-size': 18,
          'text-rotate': ['coalesce', ['get', 'turn'], 0],
          'text-rotation-alignment': 'map',
          'text-allow-overlap': true,
          'text-ignore-placement': true,
        },
        paint: {
          'text-color': ['case', ['==', ['get', 'role'], 'added'], halo[flavour], colour],
          'text-halo-color': ['case', ['==', ['get', 'role'], 'added'], colour, halo[flavour]],
          'text-halo-width': 1.2,
        },
      },
    ].map((layer) =>
      layer.id === `${overAll}diff-halo`
        ? { ...layer, paint: { 'line-color': halo[flavour], 'line-width': 7, 'line-opacity': 0.8 } }
        : layer,
    ) as unknown as LayerSpecification[],
  }
}

const feature = (role: Role, geometry: Geometry, more: Record<string, unknown> = {}): Feature => ({
  type: 'Feature',
  geometry,
  properties: { role, ...more },
})
const sign = (role: Role, geometry: Geometry, text: string): Feature =>
  feature(role, { type: 'Point', coordinates: anchorOf(geometry) }, { sign: text })

/** What is drawn of one difference. */
export function featuresOf({ change, before, after }: PlanDifference): Feature[] {
  if (change === 'added') return after ? shapeAndSign('added', after, '+') : []
  if (change === 'removed') return before ? shapeAndSign('removed', before, '−') : []
  if (!before || !after) return after ? [feature('after', after)] : []
  const [from, to] = [anchorOf(before), anchorOf(after)]
  const isMoved = JSON.stringify(before) !== JSON.stringify(after)
  if (!isMoved) return [feature('after', after)]
  const narrow = Math.cos((from[1] * Math.PI) / 180)
  const turn = (Math.atan2((to[0] - from[0]) * narrow, to[1] - from[1]) * 180) / Math.PI
  const leads = from[0] !== to[0] || from[1] !== to[1]
  return [
    feature('before', before),
    feature('after', after),
    ...(leads
      ? [
          feature('arrow', { type: 'LineString', coordinates: [from, to] }),
          feature(
            'arrow',
            { type: 'Point', coordinates: [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2] },
            { sign: '▲', turn },
          ),
        ]
      : []),
  ]
}

/** A point bears its sign itself. */
const shapeAndSign = (role: Role, geometry: Geometry, text: string): Feature[] =>
  geometry.type === 'Point'
    ? [feature(role, geometry, { sign: text })]
    : [feature(role, geometry), sign(role, geometry, text)]
