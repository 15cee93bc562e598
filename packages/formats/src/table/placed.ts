import { looksSwapped, type Position, toWgs84, validateGeometry } from '@trygghetskartan/geo'
import type { Geometry } from 'geojson'
import type { Refusal, Text } from '../refusal.ts'

type Nested = readonly number[] | readonly Nested[]
type Simple = Exclude<Geometry, { type: 'GeometryCollection' }>
type Fault = Pick<Refusal, 'code' | 'message'>

const maxVertices = 10_000

const words: Readonly<Record<string, Text>> = {
  'out-of-range': { sv: 'Läget ligger inte på jorden', en: 'The position is not on the earth' },
  'not-finite': { sv: 'En koordinat är inte ett tal', en: 'A coordinate is not a number' },
  'too-few-points': { sv: 'Geometrin har för få punkter', en: 'The geometry has too few points' },
  'ring-not-closed': { sv: 'Ytans gräns är inte sluten', en: 'The boundary of the area is not closed' },
  'self-intersection': { sv: 'Ytans gräns korsar sig själv', en: 'The boundary of the area crosses itself' },
  'hole-outside': { sv: 'Ett hål ligger utanför ytan', en: 'A hole lies outside the area' },
  'nested-holes': { sv: 'Ett hål ligger i ett annat hål', en: 'A hole lies in another hole' },
  'interior-split': { sv: 'Hål delar ytan i två', en: 'Holes cut the area in two' },
  'parts-overlap': { sv: 'Delar av ytan överlappar', en: 'Parts of the area overlap' },
  'wrong-kind': {
    sv: 'Lagret tar inte emot den sortens geometri',
    en: 'The layer does not take that kind of geometry',
  },
  'too-many-vertices': {
    sv: `Geometrin har fler än ${maxVertices} punkter`,
    en: `The geometry has more than ${maxVertices} points`,
  },
}

/**
 * A geometry as it stood in a file, in degrees, flat, and of a kind the layer takes (a multi of one becomes that one, an area
 * becomes a multi of one where that is wanted); or the reason why not.
 */
export function placed(
  given: unknown,
  srid: number,
  kinds: readonly Geometry['type'][],
): { readonly geometry: Geometry } | Fault {
  if (!isGeometry(given)) {
    return { code: 'no-geometry', message: { sv: 'Geometri saknas.', en: 'There is no geometry.' } }
  }
  const nested = positionsOf(given.coordinates, depths[given.type]!, srid)
  if (nested === null) return faultOf('not-finite', null)
  const geometry = fitted({ type: given.type, coordinates: nested } as unknown as Simple, kinds)
  const problem = validateGeometry(geometry, { kinds: [...kinds], maxVertices })
  const first = anyPosition(nested)
  if (
    problem?.code === 'out-of-range' &&
    srid === 4326 &&
    Math.abs(first[0]) > 180 &&
    Math.abs(first[1]) > 1000
  ) {
    return metresNotDegrees(first)
  }
  if (looksSwapped(first) && (!problem || problem.code === 'out-of-range')) return swapped(first)
  return problem ? faultOf(problem.code, problem.at ?? null) : { geometry }
}

const depths: Readonly<Record<string, number>> = {
  Point: 0,
  LineString: 1,
  MultiPoint: 1,
  Polygon: 2,
  MultiLineString: 2,
  MultiPolygon: 3,
}

const isGeometry = (given: unknown): given is { type: string; coordinates: unknown } =>
  typeof given === 'object' &&
  given !== null &&
  'type' in given &&
  String(given.type) in depths &&
  'coordinates' in given

/** Flattens to two dimensions and turns into degrees; null where something is not a number. */
function positionsOf(value: unknown, depth: number, srid: number): Nested | null {
  if (!Array.isArray(value)) return null
  if (depth > 0) {
    const parts = value.map((part) => positionsOf(part, depth - 1, srid))
    return parts.includes(null) ? null : (parts as Nested[])
  }
  const [x, y] = value
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y))
    return null
  return srid === 4326 ? [x, y] : toWgs84(srid, [x, y])
}

function anyPosition(nested: Nested): Position {
  let at: Nested = nested
  while (Array.isArray(at[0])) at = at[0] as Nested
  return [(at[0] as number | undefined) ?? Number.NaN, (at[1] as number | undefined) ?? Number.NaN]
}

function fitted(geometry: Simple, kinds: readonly Geometry['type'][]): Simple {
  if (kinds.includes(geometry.type)) return geometry
  const { type, coordinates } = geometry
  const single = type.replace('Multi', '') as Simple['type']
  const multi = `Multi${type}` as Simple['type']
  if (type !== single && coordinates.length === 1 && kinds.includes(single)) {
    return { type: single, coordinates: coordinates[0] } as Simple
  }
  return kinds.includes(multi) ? ({ type: multi, coordinates: [coordinates] } as unknown as Simple) : geometry
}

const shown = ([x, y]: Position): string => `(${Number(x.toFixed(6))}, ${Number(y.toFixed(6))})`

function faultOf(code: string, at: Position | null): Fault {
  const { sv, en } = words[code] ?? { sv: 'Geometrin är ogiltig', en: 'The geometry is not valid' }
  const where = at ? ` ${shown(at)}` : ''
  return { code, message: { sv: `${sv}${where}.`, en: `${en}${where}.` } }
}

const swapped = (at: Position): Fault => ({
  code: 'swapped',
  message: {
    sv: `Longitud och latitud verkar ha bytt plats: ${shown(at)} ligger utanför Sverige, men inte omvänt.`,
    en: `Longitude and latitude seem to be exchanged: ${shown(at)} lies outside Sweden, but not the other way round.`,
  },
})

const metresNotDegrees = (at: Position): Fault => ({
  code: 'out-of-range',
  message: {
    sv: `${shown(at)} är inte grader. Är det meter i SWEREF 99? Ange --srid 3006 eller --srid 3008.`,
    en: `${shown(at)} is not in degrees. Are these metres in SWEREF 99? Give --srid 3006 or --srid 3008.`,
  },
})
