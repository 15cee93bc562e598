import type { Tags } from './elements.ts'
import {
  careHome,
  green,
  ground,
  interest,
  notRoads,
  pavedAreas,
  places,
  railways,
  stops,
  water,
  waterways,
} from './kinds.ts'
import { bearing, lit, metres, whole, yes } from './tag-values.ts'

export type Theme =
  | 'water'
  | 'green'
  | 'ground'
  | 'building'
  | 'road'
  | 'railway'
  | 'waterway'
  | 'stop'
  | 'poi'
  | 'lamp'
  | 'camera'
  | 'address'
  | 'place'

/** `point`: a node. `line`: a way. `area`: a closed way or a multipolygon. */
export type Shape = 'point' | 'line' | 'area'
export type Props = Readonly<Record<string, string | number | boolean>>

/**
 * What in OpenStreetMap becomes what on our map. One element may match several rules (a school is a building, ground and a place of interest).
 * `as` says what is kept of it: areas and lines of a theme of points become one point inside or along them.
 */
export interface Rule {
  readonly theme: Theme
  readonly from: readonly Shape[]
  readonly as: Shape
  /** OpenStreetMap's own value of the classifying tag, or null where the rule does not apply. */
  readonly kind: (tags: Tags) => string | null
  readonly props?: (tags: Tags) => Readonly<Record<string, string | number | boolean | undefined>>
  /** Written instead of the tag `name`. */
  readonly name?: (tags: Tags) => string | null
}

const height = (tags: Tags) => metres(tags.height)

export const rules: readonly Rule[] = [
  { theme: 'water', from: ['area'], as: 'area', kind: (tags) => water(tags) },
  { theme: 'green', from: ['area'], as: 'area', kind: green },
  {
    theme: 'ground',
    from: ['area'],
    as: 'area',
    kind: (tags) =>
      tags.area === 'yes' && tags.highway !== undefined && pavedAreas.has(tags.highway)
        ? tags.highway
        : tags.building === undefined
          ? ground(tags)
          : null,
  },
  {
    theme: 'building',
    from: ['area'],
    as: 'area',
    kind: (tags) => (tags.building === undefined || tags.building === 'no' ? null : tags.building),
    props: (tags) => ({ height: height(tags), levels: metres(tags['building:levels']) }),
  },
  {
    theme: 'road',
    from: ['line'],
    as: 'line',
    kind: (tags) => {
      const value = tags.highway
      return value === undefined || notRoads.has(value) || tags.area === 'yes' ? null : value
    },
    props: (tags) => ({
      lit: lit(tags.lit),
      bridge: yes(tags.bridge),
      tunnel: yes(tags.tunnel),
      oneway: ['yes', '1', 'true', '-1'].includes(tags.oneway ?? '') || undefined,
      width: metres(tags.width),
      surface: tags.surface,
      layer: whole(tags.layer),
      ref: tags.ref,
    }),
  },
  {
    theme: 'railway',
    from: ['line'],
    as: 'line',
    kind: railways,
    props: (tags) => ({
      bridge: yes(tags.bridge),
      tunnel: yes(tags.tunnel),
      layer: whole(tags.layer),
    }),
  },
  {
    theme: 'waterway',
    from: ['line'],
    as: 'line',
    kind: waterways,
    props: (tags) => ({ tunnel: yes(tags.tunnel) }),
  },
  { theme: 'stop', from: ['point', 'area'], as: 'point', kind: stops },
  {
    theme: 'poi',
    from: ['point', 'area'],
    as: 'point',
    kind: (tags) =>
      careHome(tags) ??
      interest(tags) ??
      (tags.shop !== undefined && tags.shop !== 'no' && tags.shop !== 'vacant' ? 'shop' : null),
    props: (tags) => ({
      shop: tags.shop,
      religion: tags.religion,
      opening_hours: tags.opening_hours,
    }),
  },
  {
    theme: 'lamp',
    from: ['point'],
    as: 'point',
    kind: (tags) => (tags.highway === 'street_lamp' ? 'street_lamp' : null),
    props: (tags) => ({
      height: metres(tags['lamp:height'] ?? tags.height),
      lamp_type: tags.lamp_type ?? tags['light:method'],
      mount: tags.lamp_mount ?? tags.support,
    }),
  },
  {
    theme: 'camera',
    from: ['point'],
    as: 'point',
    kind: (tags) =>
      tags.man_made === 'surveillance' && (tags['surveillance:type'] ?? 'camera') !== 'guard'
        ? (tags.surveillance ?? 'surveillance')
        : null,
    props: (tags) => ({
      direction: bearing(tags['camera:direction'] ?? tags.direction),
      type: tags['camera:type'] ?? (tags.revolving === 'yes' ? 'panning' : undefined),
      zone: tags['surveillance:zone'],
      mount: tags['camera:mount'],
      height: height(tags),
    }),
  },
  {
    theme: 'address',
    from: ['point', 'area'],
    as: 'point',
    kind: (tags) => (tags['addr:housenumber'] === undefined ? null : 'address'),
    name: (tags) => {
      const street = tags['addr:street'] ?? tags['addr:place']
      return street === undefined ? null : `${street} ${tags['addr:housenumber']}`
    },
    props: (tags) => ({ housenumber: tags['addr:housenumber'] }),
  },
  { theme: 'place', from: ['point', 'area'], as: 'point', kind: places },
]
