import type { Flavour } from '@trygghetskartan/api/contract'
import {
  type CameraShape,
  type DensityEdition,
  densityZones,
  type LocalPlane,
  type Rings,
} from '@trygghetskartan/siting'
import type { Feature, Position } from 'geojson'
import type { LayerSpecification } from 'maplibre-gl'
import { underLabels } from '../map/apply-style.ts'
import { labelFonts } from '../map/basemap-labels.ts'
import { hatches } from './hatch.ts'
import { zoneColour } from './zone-colours.ts'

const ink = { light: '#17232b', dark: '#e8eef1' } as const
const halo = { light: '#ffffff', dark: '#0f1519' } as const

/** What the map is given of a camera: blind spots, zones with a name each, and masks over them. */
export function cameraFeatures(
  shape: CameraShape | null,
  masks: readonly Rings[],
  { toLonLat }: LocalPlane,
  nameOf: (zone: CameraShape['zones'][number]) => string,
): Feature[] {
  const covered = masks.map((rings) => area({ part: 'mask' }, [rings]))
  if (!shape) return covered
  const { x, y, direction } = shape.camera
  const towards = ((90 - direction) * Math.PI) / 180
  const names = shape.zones.map((zone): Feature => {
    const at = toLonLat(x + zone.reach * Math.cos(towards), y + zone.reach * Math.sin(towards))
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: at },
      properties: { part: 'name', words: zone.density > 0 ? nameOf(zone) : '' },
    }
  })
  return [
    area({ part: 'blind' }, shape.blindSpots),
    ...shape.zones.map((zone) => area({ part: 'zone', zone: zone.id }, zone.shape)),
    ...covered,
    ...names,
  ]
}

const area = (properties: Feature['properties'], shape: readonly Rings[]): Feature => ({
  type: 'Feature',
  geometry: { type: 'MultiPolygon', coordinates: shape as unknown as Position[][][] },
  properties,
})

/** How they are drawn, below the names of the map. */
export const cameraStyle =
  (edition: DensityEdition) =>
  (source: string, flavour: Flavour): LayerSpecification[] => {
    const part = (name: string) => ['==', ['get', 'part'], name]
    const zones = [...densityZones[edition].map(({ id }) => id), 'below']
    const colour = [
      'match',
      ['get', 'zone'],
      ...zones.flatMap((id) => [id, zoneColour(edition, id, flavour)]),
      'transparent',
    ]
    return [
      {
        id: `${source}-blind`,
        type: 'fill',
        filter: part('blind'),
        paint: { 'fill-pattern': hatches.blind[flavour], 'fill-opacity': 0.55 },
      },
      {
        id: `${source}-zones`,
        type: 'fill',
        filter: part('zone'),
        paint: {
          'fill-color': colour,
          'fill-opacity': flavour === 'light' ? 0.6 : 0.66,
          'fill-antialias': false,
        },
      },
      {
        id: `${source}-rims`,
        type: 'line',
        filter: part('zone'),
        paint: { 'line-color': ink[flavour], 'line-opacity': 0.35, 'line-width': 0.8 },
      },
      {
        id: `${source}-masks`,
        type: 'fill',
        filter: part('mask'),
        paint: { 'fill-color': halo[flavour], 'fill-opacity': 0.75 },
      },
      {
        id: `${source}-mask-lines`,
        type: 'fill',
        filter: part('mask'),
        paint: { 'fill-pattern': hatches.mask[flavour] },
      },
      {
        id: `${source}-mask-rims`,
        type: 'line',
        filter: part('mask'),
        paint: { 'line-color': ink[flavour], 'line-width': 1.5, 'line-dasharray': [3, 2] },
      },
      {
        id: `${source}-names`,
        type: 'symbol',
        filter: part('name'),
        layout: {
          'text-field': ['get', 'words'],
          'text-font': labelFonts.medium,
          'text-size': 11.5,
          'text-padding': 3,
        },
        paint: {
          'text-color': ink[flavour],
          'text-halo-color': halo[flavour],
          'text-halo-width': 1.6,
        },
      },
    ].map((layer) => ({
      ...layer,
      source,
      ...(layer.type !== 'symbol' && { metadata: underLabels }),
    })) as unknown as LayerSpecification[]
  }
