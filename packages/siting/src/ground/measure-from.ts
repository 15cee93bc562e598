import type { LonLat } from '../local-plane.ts'
import type { Rings } from './ground.ts'
import { minutesOf } from './hours-of-week.ts'
import type {
  KnownCamera,
  KnownLight,
  LampArrangement,
  SitingMeaning,
  SitingMeasure,
  WeekHours,
} from './measure.ts'

/** An object of a layer, as the API and the client have it: GeoJSON geometry in degrees and the columns the caller sees. */
export interface LayerObject {
  readonly id: string
  readonly layer: string
  readonly title: string
  readonly geometry: { readonly type: string; readonly coordinates: unknown }
  readonly properties: Readonly<Record<string, unknown>>
}

/**
 * An object as siting reckons with it, by the roles its layer gives its columns; null where its geometry is not what such a
 * measure has. What is not said, or cannot be read, stays absent: it is assumed where it is reckoned with.
 */
export function measureFrom(
  { kind, columns }: SitingMeaning,
  { id, layer, title, geometry, properties }: LayerObject,
): SitingMeasure | null {
  const said = (role: string): unknown => {
    const column = columns[role]
    return column === undefined ? undefined : properties[column]
  }
  const status = properties[columns.status ?? 'status']
  const base = {
    id,
    layer,
    title,
    status: typeof status === 'string' ? status : '',
    investment: numberOf(said('investment')) ?? null,
    yearly: numberOf(said('yearly')) ?? null,
  }
  const hours = hoursOf(said('weekdays'), said('from'), said('to'))
  if (kind === 'camera') {
    const at = pointOf(geometry)
    return at && { ...base, kind, at, camera: cameraOf(said), masks: masksOf(said('masks')), hours }
  }
  if (kind === 'light') {
    const shape = lampGeometryOf(geometry)
    return shape && { ...base, kind, geometry: shape, light: lightOf(said) }
  }
  const rings = ringsOf(geometry)
  if (!rings) return null
  if (kind === 'presence') return { ...base, kind, rings, hours }
  return { ...base, kind, rings, ...present({ heightAfter: numberOf(said('heightAfter')) }) }
}

type Said = (role: string) => unknown

const cameraOf = (said: Said): KnownCamera =>
  present({
    movement: oneOf(['fixed', 'ptz', 'all_round'] as const, said('movement')),
    height: numberOf(said('height')),
    direction: numberOf(said('direction')),
    tilt: numberOf(said('tilt')),
    focalLength: numberOf(said('focalLength')),
    sensorWidth: numberOf(said('sensorWidth')),
    fieldOfView: numberOf(said('fieldOfView')),
    across: numberOf(said('across')),
    down: numberOf(said('down')),
    reach: numberOf(said('reach')),
  })

const arrangements: readonly LampArrangement[] = ['left', 'right', 'both', 'staggered', 'central']

const lightOf = (said: Said): KnownLight =>
  present({
    height: numberOf(said('height')),
    lumens: numberOf(said('lumens')),
    spacing: numberOf(said('spacing')),
    count: numberOf(said('count')),
    arrangement: oneOf(arrangements, said('arrangement')),
    setback: numberOf(said('setback')),
    direction: numberOf(said('direction')),
    maintenance: numberOf(said('maintenance')),
    luminaire: textOf(said('luminaire')),
    wanted: textOf(said('wanted')),
  })

/** The entries that are said. */
function present<T extends object>(all: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as never
}

function numberOf(value: unknown): number | undefined {
  // Decimals of the database come as text where they pass through JSON untouched.
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined =>
  all.find((one) => one === value)

/** Lists come as JSON text from tiles. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  if (typeof value !== 'string') return []
  try {
    const read: unknown = JSON.parse(value)
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

function hoursOf(weekdays: unknown, from: unknown, to: unknown): WeekHours | null {
  const days = listOf(weekdays)
    .map(numberOf)
    .filter((day) => day !== undefined && Number.isInteger(day) && day >= 1 && day <= 7) as number[]
  const timed = typeof from === 'string' && typeof to === 'string'
  if (timed && minutesOf(from) !== null && minutesOf(to) !== null)
    return { weekdays: days, from: from.slice(0, 5), to: to.slice(0, 5) }
  return days.length > 0 ? { weekdays: days, from: '00:00', to: '00:00' } : null
}

function positionOf(value: unknown): LonLat | null {
  if (!Array.isArray(value)) return null
  const [lon, lat] = value as unknown[]
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon as number, lat as number] : null
}

function lineOf(value: unknown, least: number): LonLat[] | null {
  if (!Array.isArray(value)) return null
  const line = value.map(positionOf)
  return line.length >= least && !line.includes(null) ? (line as LonLat[]) : null
}

function polygonOf(value: unknown): Rings | null {
  if (!Array.isArray(value) || value.length === 0) return null
  const rings = value.map((ring) => lineOf(ring, 3))
  return rings.includes(null) ? null : (rings as LonLat[][])
}

const pointOf = ({ type, coordinates }: LayerObject['geometry']): LonLat | null =>
  type === 'Point' ? positionOf(coordinates) : null

function lampGeometryOf({ type, coordinates }: LayerObject['geometry']) {
  if (type === 'Point') {
    const at = positionOf(coordinates)
    return at && ({ type, coordinates: at } as const)
  }
  const line = type === 'LineString' ? lineOf(coordinates, 2) : null
  return line && ({ type: 'LineString', coordinates: line } as const)
}

function ringsOf({ type, coordinates }: LayerObject['geometry']): Rings | null {
  if (type === 'Polygon') return polygonOf(coordinates)
  const single = type === 'MultiPolygon' && Array.isArray(coordinates) && coordinates.length === 1
  return single ? polygonOf(coordinates[0]) : null
}

const masksOf = (value: unknown): Rings[] =>
  listOf(value).flatMap((one) => {
    const rings = polygonOf(one)
    return rings ? [rings] : []
  })
