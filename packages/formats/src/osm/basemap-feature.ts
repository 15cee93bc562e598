import { type Position, validateGeometry } from '@trygghetskartan/geo'
import type { Geometry, LineString, MultiPolygon, Point, Polygon } from 'geojson'
import type { Refusal } from '../refusal.ts'
import type { Tags } from './elements.ts'
import { innerPoint } from './inner-point.ts'
import { rankOf } from './rank.ts'
import { type Props, type Rule, rules, type Theme } from './themes.ts'

/** One thing of the basemap. Coordinates are in degrees WGS84. */
export interface BasemapFeature {
  /** "n123", "w45", "r7": OpenStreetMap's own id; "c45" for the sea along the coastline of way 45. */
  readonly sourceId: string
  readonly theme: Theme
  readonly kind: string
  readonly name: string | null
  readonly rank: number
  readonly props: Props
  readonly geometry: Point | LineString | Polygon | MultiPolygon
}

/** Larger forests and lakes exist; beyond this something is wrong. */
const maxVertices = 500_000

const rulesFrom = {
  point: rules.filter((rule) => rule.from.includes('point')),
  way: rules.filter((rule) => rule.from.includes('line') || rule.from.includes('area')),
  area: rules.filter((rule) => rule.from.includes('area')),
}

/** The rules that make something of an element with these tags. */
export const matching = (tags: Tags, from: keyof typeof rulesFrom): Rule[] =>
  rulesFrom[from].filter((rule) => rule.kind(tags) !== null)

/** What is wrong with a geometry as a refusal of the element, or null. */
export function geometryRefusal(element: string, geometry: Geometry): Refusal | null {
  const problem = validateGeometry(geometry, { maxVertices })
  if (!problem) return null
  const at = problem.at ? ` (${problem.at[0]}, ${problem.at[1]})` : ''
  return {
    element,
    code: problem.code,
    message: {
      sv: `Formen är inte giltig: ${problem.code}${at}.`,
      en: `The shape is not valid: ${problem.code}${at}.`,
    },
  }
}

export function featureOf(sourceId: string, tags: Tags, rule: Rule, geometry: Geometry): BasemapFeature {
  const kind = rule.kind(tags)!
  return {
    sourceId,
    theme: rule.theme,
    kind: clean(kind),
    name: cleanName(rule.name ? rule.name(tags) : (tags.name ?? null)),
    rank: rankOf(rule.theme, kind),
    props: propsOf(rule, tags),
    geometry: fitted(geometry, rule, tags),
  }
}

/** The sea is drawn from coastlines and has no element of its own. */
export const seaFeature = (sourceId: string, geometry: Polygon | MultiPolygon): BasemapFeature => ({
  sourceId,
  theme: 'water',
  kind: 'sea',
  name: null,
  rank: 0,
  props: {},
  geometry,
})

function fitted(geometry: Geometry, rule: Rule, tags: Tags): BasemapFeature['geometry'] {
  if (rule.as === 'point' && (geometry.type === 'Polygon' || geometry.type === 'MultiPolygon')) {
    return { type: 'Point', coordinates: innerPoint(geometry) }
  }
  if (rule.theme === 'road' && tags.oneway === '-1' && geometry.type === 'LineString') {
    return { type: 'LineString', coordinates: geometry.coordinates.toReversed() as Position[] }
  }
  return geometry as BasemapFeature['geometry']
}

function propsOf(rule: Rule, tags: Tags): Props {
  const props: Record<string, string | number | boolean> = {}
  for (const [key, value] of Object.entries(rule.props?.(tags) ?? {})) {
    if (value !== undefined) props[key] = typeof value === 'string' ? clean(value) : value
  }
  return props
}

/** PostgreSQL takes neither a NUL nor half a surrogate pair. */
const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed()

const cleanName = (text: string | null): string | null => (text === null ? null : clean(text).trim() || null)
