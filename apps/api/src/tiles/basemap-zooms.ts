import type { TileOptions } from '@trygghetskartan/tiles'

/** One theme of the basemap: the properties its tiles carry and the zoom each kind appears at. */
export interface BasemapTheme {
  readonly theme: string
  /** Names in `props` that go along beside kind, name and rank. */
  readonly props: readonly string[]
  /** Zoom from which most of the theme is shown. */
  readonly minzoom: number
  /** Kinds that show at another zoom. */
  readonly kinds?: Readonly<Record<string, number>>
}

const roads = (zoom: number, kinds: readonly string[]) =>
  Object.fromEntries(kinds.map((kind) => [kind, zoom]))

/** In drawing order, undermost first. A map at z10 shows the shape of the town; houses and lamps come at z14. */
export const basemapThemes: readonly BasemapTheme[] = [
  { theme: 'water', props: [], minzoom: 0 },
  { theme: 'green', props: [], minzoom: 9, kinds: { grass: 13, garden: 14, scrub: 13, flowerbed: 15 } },
  { theme: 'ground', props: [], minzoom: 14, kinds: { school: 12, industrial: 11, residential: 10 } },
  { theme: 'waterway', props: [], minzoom: 13, kinds: { river: 8, canal: 10, stream: 12 } },
  { theme: 'building', props: ['height'], minzoom: 14 },
  {
    theme: 'road',
    props: ['lit', 'bridge', 'tunnel', 'oneway'],
    minzoom: 14,
    kinds: {
      ...roads(5, ['motorway', 'trunk']),
      ...roads(8, ['motorway_link', 'trunk_link', 'primary']),
      ...roads(10, ['secondary', 'primary_link', 'secondary_link']),
      ...roads(11, ['tertiary', 'tertiary_link']),
      ...roads(12, ['unclassified', 'residential']),
      ...roads(13, ['living_street', 'pedestrian', 'cycleway']),
    },
  },
  {
    theme: 'railway',
    props: [],
    minzoom: 13,
    kinds: { rail: 9, narrow_gauge: 11, light_rail: 11, tram: 12 },
  },
  { theme: 'stop', props: [], minzoom: 14, kinds: { station: 11 } },
  { theme: 'poi', props: [], minzoom: 15, kinds: { hospital: 12, school: 14, university: 13 } },
  { theme: 'lamp', props: ['direction', 'height'], minzoom: 15 },
  { theme: 'camera', props: ['direction', 'height'], minzoom: 14 },
  {
    theme: 'place',
    props: [],
    minzoom: 13,
    kinds: {
      city: 4,
      town: 6,
      village: 9,
      suburb: 11,
      hamlet: 12,
      quarter: 12,
      neighbourhood: 13,
      locality: 13,
    },
  },
]

export const minzoomOf = (theme: BasemapTheme, kind: string): number => theme.kinds?.[kind] ?? theme.minzoom

/** Below z14 what is smaller than two pixels on screen is left out and outlines are true to half a pixel: more is not seen. */
export const basemapOptions: TileOptions = {
  buffer: 64,
  dropBelow: 14,
  dropSize: 16,
  tolerance: 4,
  maxFeatures: 100_000,
  maxBytes: 8 << 20,
}
