import { fromWgs84, toWgs84 } from '@trygghetskartan/geo'
import type { Position } from './sketch.ts'

/** Reference systems one may type coordinates in; what is stored is always EPSG:4326. */
export const coordinateSystems = [
  { srid: 4326, title: 'WGS 84', axes: { first: 'lat', second: 'lon' }, decimals: 6 },
  { srid: 3006, title: 'SWEREF 99 TM', axes: { first: 'N', second: 'E' }, decimals: 2 },
  { srid: 3008, title: 'SWEREF 99 13 30', axes: { first: 'N', second: 'E' }, decimals: 2 },
] as const
export type CoordinateSystem = (typeof coordinateSystems)[number]

/** What a row of coordinate fields shows: north before east, as Swedish maps write it. */
export interface CoordinateText {
  readonly first: string
  readonly second: string
}

/** The position as text in a reference system, with a decimal point so that it can be pasted anywhere. */
export function writeCoordinates(position: Position, system: CoordinateSystem): CoordinateText {
  const [x, y] = fromWgs84(system.srid, position)
  return { first: y.toFixed(system.decimals), second: x.toFixed(system.decimals) }
}

/**
 * The position two fields of text mean, or null where one of them is no number or the place is not on Earth.
 * Decimal commas and spaces between thousands are read.
 */
export function readCoordinates(text: CoordinateText, system: CoordinateSystem): Position | null {
  const y = readNumber(text.first)
  const x = readNumber(text.second)
  if (x === null || y === null) return null
  const [lon, lat] = toWgs84(system.srid, [x, y])
  const onEarth = Math.abs(lon) <= 180 && Math.abs(lat) <= 90
  return onEarth ? [lon, lat] : null
}

/** Two numbers pasted into one field ("56.0294, 14.1567", "6212345,5 394567,2", "6212345 394567"), or null. */
export function splitPasted(text: string): CoordinateText | null {
  const trimmed = text.trim()
  const separators = [/\s*;\s*/, /,\s+/, /\t+/, /\s+/]
  for (const separator of separators) {
    const [first, second, ...rest] = trimmed.split(separator)
    if (first && second && rest.length === 0 && readNumber(first) !== null && readNumber(second) !== null) {
      return { first, second }
    }
  }
  const [first, second, ...rest] = trimmed.split(',')
  const points = first?.includes('.') && second?.includes('.') && rest.length === 0
  return points && first && second ? { first, second } : null
}

function readNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(',', '.')
    .replace('−', '-')
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null
}
