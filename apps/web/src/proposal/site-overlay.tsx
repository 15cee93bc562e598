import type { Flavour } from '@trygghetskartan/api/contract'
import type { DrawnCandidate, MeansKind, ProposedSite, Rings } from '@trygghetskartan/siting'
import type { Feature, Position } from 'geojson'
import type { LayerSpecification, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useMemo } from 'react'
import { labelFonts } from '../map/basemap-labels.ts'
import { useFlavour, useMap } from '../map/map-context.ts'
import { overlayPrefix } from '../map/overlay-prefix.ts'
import { siteTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { useHandler } from '../plan/use-handler.ts'
import { useMapFeatures } from './map-part.ts'

interface SiteOverlayProps {
  readonly area: Rings | null
  readonly excluded: readonly Rings[]
  readonly drawn: readonly DrawnCandidate[]
  readonly sites: readonly ProposedSite[]
  /** The site that is looked at: its covered ground is shown. */
  readonly looked: string | null
  readonly onLook: (id: string | null) => void
}

const ids = { ground: `${overlayPrefix}proposal-ground`, sites: `${overlayPrefix}proposal-sites` } as const

/** Inks of the kinds, told apart also by the word beside each number. */
export const kindInks: Readonly<Record<Flavour, Readonly<Record<MeansKind, string>>>> = {
  light: { presence: '#7a3f8f', lamp: '#8a5a00', clearing: '#1f6e3d', camera: '#0b4f8a' },
  dark: { presence: '#d7a6ea', lamp: '#f0c265', clearing: '#86d8a4', camera: '#8ec5f5' },
}

/** The study area, what is excluded from it, and the proposed places with their numbers, on the map. */
export function SiteOverlay({ area, excluded, drawn, sites, looked, onLook }: SiteOverlayProps) {
  const t = useText()
  const map = useMap()
  const flavour = useFlavour()
  const ground = useMemo<Feature[]>(
    () => [
      ...(area ? [polygon([area], { part: 'area' })] : []),
      ...excluded.map((rings) => polygon([rings], { part: 'excluded' })),
      ...sites
        .filter(({ id }) => id === looked)
        .map(({ area: covered, kind }) => polygon(covered, { part: 'covered', kind })),
      ...sites.flatMap((site) =>
        site.direction === undefined
          ? []
          : [arrow(site.at, site.direction, { part: 'arrow', kind: site.kind })],
      ),
    ],
    [area, excluded, sites, looked],
  )
  const places = useMemo<Feature[]>(
    () => [
      ...drawn.map(({ at, kind }) => point(at, { part: 'drawn', kind })),
      ...sites
        .map((site, i) =>
          point(site.at, {
            part: 'site',
            id: site.id,
            kind: site.kind,
            number: String(i + 1),
            name: t(siteTitles[site.kind]),
            looked: site.id === looked,
            order: i + 1,
          }),
        )
        .toReversed(),
    ],
    [drawn, sites, looked, t],
  )
  const [below, above] = useMemo(() => [groundLayers(flavour), siteLayers(flavour)], [flavour])
  useMapFeatures(ids.ground, ground, below, 'under-names')
  useMapFeatures(ids.sites, places, above)

  const look = useHandler(onLook)
  useEffect(() => {
    if (!map) return
    const clicked = ({ point: at }: MapMouseEvent) => {
      if (!map.getLayer(`${ids.sites}-dot`)) return
      const [found] = map.queryRenderedFeatures(at, { layers: [`${ids.sites}-dot`] })
      if (found) look(String(found.properties.id))
    }
    map.on('click', clicked)
    return () => void map.off('click', clicked)
  }, [map, look])
  return null
}

const polygon = (shapes: readonly Rings[], properties: Feature['properties']): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'MultiPolygon', coordinates: shapes as unknown as Position[][][] },
})

const point = (at: readonly [number, number], properties: Feature['properties']): Feature => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Point', coordinates: [...at] },
})

const metresPerDegree = 111_320

/** Twelve metres the way a camera faces. */
function arrow(at: readonly [number, number], direction: number, properties: Feature['properties']): Feature {
  const radians = (direction * Math.PI) / 180
  const [lon, lat] = at
  const north = (12 * Math.cos(radians)) / metresPerDegree
  const east = (12 * Math.sin(radians)) / (metresPerDegree * Math.cos((lat * Math.PI) / 180))
  return {
    type: 'Feature',
    properties,
    geometry: {
      type: 'LineString',
      coordinates: [
        [lon, lat],
        [lon + east, lat + north],
      ],
    },
  }
}

const part = (name: string) => ['==', ['get', 'part'], name]
const inkOf = (flavour: Flavour) => [
  'match',
  ['get', 'kind'],
  ...Object.entries(kindInks[flavour]).flat(),
  '#888888',
]

const groundLayers = (flavour: Flavour): LayerSpecification[] =>
  [
    {
      id: `${ids.ground}-covered`,
      type: 'fill',
      source: ids.ground,
      filter: part('covered'),
      paint: { 'fill-color': inkOf(flavour), 'fill-opacity': 0.28 },
    },
    {
      id: `${ids.ground}-covered-edge`,
      type: 'line',
      source: ids.ground,
      filter: part('covered'),
      paint: { 'line-color': inkOf(flavour), 'line-width': 1.5 },
    },
    {
      id: `${ids.ground}-excluded`,
      type: 'fill',
      source: ids.ground,
      filter: part('excluded'),
      paint: { 'fill-color': flavour === 'light' ? '#5d636b' : '#b3bac3', 'fill-opacity': 0.25 },
    },
    {
      id: `${ids.ground}-excluded-edge`,
      type: 'line',
      source: ids.ground,
      filter: part('excluded'),
      paint: {
        'line-color': flavour === 'light' ? '#3d444b' : '#d5dbe1',
        'line-width': 1.5,
        'line-dasharray': [1, 2],
      },
    },
    {
      id: `${ids.ground}-area`,
      type: 'line',
      source: ids.ground,
      filter: part('area'),
      paint: {
        'line-color': flavour === 'light' ? '#0b5a6b' : '#74cbdb',
        'line-width': 2,
        'line-dasharray': [3, 2],
      },
    },
    {
      id: `${ids.ground}-arrow`,
      type: 'line',
      source: ids.ground,
      filter: part('arrow'),
      layout: { 'line-cap': 'round' },
      paint: { 'line-color': inkOf(flavour), 'line-width': 5 },
    },
  ] as unknown as LayerSpecification[]

const siteLayers = (flavour: Flavour): LayerSpecification[] => {
  const paper = flavour === 'light' ? '#ffffff' : '#11181d'
  const ink = inkOf(flavour)
  return [
    {
      id: `${ids.sites}-drawn`,
      type: 'circle',
      source: ids.sites,
      filter: part('drawn'),
      paint: {
        'circle-radius': 5,
        'circle-color': paper,
        'circle-stroke-color': ink,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: `${ids.sites}-ring`,
      type: 'circle',
      source: ids.sites,
      filter: ['all', part('site'), ['get', 'looked']],
      paint: {
        'circle-radius': 18,
        'circle-opacity': 0,
        'circle-stroke-color': ink,
        'circle-stroke-width': 2.5,
      },
    },
    {
      id: `${ids.sites}-dot`,
      type: 'circle',
      source: ids.sites,
      filter: part('site'),
      paint: {
        'circle-radius': 13,
        'circle-color': ink,
        'circle-stroke-color': paper,
        'circle-stroke-width': 2,
      },
    },
    {
      id: `${ids.sites}-number`,
      type: 'symbol',
      source: ids.sites,
      filter: part('site'),
      layout: {
        'text-field': ['get', 'number'],
        'text-font': labelFonts.medium,
        'text-size': 13,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'symbol-sort-key': ['-', ['get', 'order']],
      },
      paint: { 'text-color': paper },
    },
    {
      id: `${ids.sites}-name`,
      type: 'symbol',
      source: ids.sites,
      filter: part('site'),
      layout: {
        'text-field': ['get', 'name'],
        'text-font': labelFonts.medium,
        'text-size': 11.5,
        'text-offset': [0, 1.35],
        'text-anchor': 'top',
        'text-optional': true,
        'symbol-sort-key': ['get', 'order'],
      },
      paint: { 'text-color': ink, 'text-halo-color': paper, 'text-halo-width': 1.6 },
    },
  ] as unknown as LayerSpecification[]
}
