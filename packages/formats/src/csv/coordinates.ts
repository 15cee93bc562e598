import { isKnownSrid } from '@trygghetskartan/geo'
import { FormatError } from '../refusal.ts'
import { numberOf } from '../table/cell-value.ts'
import { folded } from '../table/field.ts'

/** Which columns hold the place. */
export type CoordinateColumns =
  | { readonly kind: 'wkt'; readonly at: number }
  | {
      readonly kind: 'pair'
      /** Column of longitude or easting. */
      readonly x: number
      /** Column of latitude or northing. */
      readonly y: number
      /** EPSG code the names tell, else null. */
      readonly srid: number | null
      /** Columns called x and y: in Sweden x is often the northing, the values must tell. */
      readonly loose: boolean
    }

const wktNames = new Set(['wkt', 'geom', 'geometry', 'geometri', 'the_geom', 'ewkt'])
const longitudes = new Set(['lon', 'long', 'lng', 'longitude', 'longitud'])
const latitudes = new Set(['lat', 'latitude', 'latitud'])
const eastings = /^(?:sweref_?(?:99)?_?(?:tm)?_?)?(?:e|east|easting|öst|ost|östlig)(?:_?(\d{4}))?$/
const northings = /^(?:sweref_?(?:99)?_?(?:tm)?_?)?(?:n|north|northing|nord|norr|nordlig)(?:_?(\d{4}))?$/
const loosely = /^([xy])(?:_?(?:koordinat|coordinate|coord))?(?:_?(\d{4}))?$/

/** Finds the columns of the place by their names. Throws FormatError "no-coordinates". */
export function coordinateColumns(header: readonly string[]): CoordinateColumns {
  const names = header.map(folded)
  const wkt = names.findIndex((name) => wktNames.has(name))
  if (wkt >= 0) return { kind: 'wkt', at: wkt }
  const lon = names.findIndex((name) => longitudes.has(name))
  const lat = names.findIndex((name) => latitudes.has(name))
  if (lon >= 0 && lat >= 0) return { kind: 'pair', x: lon, y: lat, srid: 4326, loose: false }
  const east = names.findIndex((name) => eastings.test(name))
  const north = names.findIndex((name) => northings.test(name))
  if (east >= 0 && north >= 0) {
    return {
      kind: 'pair',
      x: east,
      y: north,
      srid: named(names[east]!, eastings.exec(names[east]!)?.[1]),
      loose: false,
    }
  }
  const x = names.findIndex((name) => loosely.exec(name)?.[1] === 'x')
  const y = names.findIndex((name) => loosely.exec(name)?.[1] === 'y')
  if (x >= 0 && y >= 0) {
    return { kind: 'pair', x, y, srid: named(names[x]!, loosely.exec(names[x]!)?.[2]), loose: true }
  }
  throw noCoordinates(header)
}

function named(name: string, code: string | undefined): number | null {
  if (code !== undefined && isKnownSrid(Number(code))) return Number(code)
  return name.includes('tm') ? 3006 : null
}

/** How to read the pair: decided once, on the first row that has numbers. */
export interface Reading {
  readonly srid: number
  /** The columns are northing and easting, in that order. */
  readonly turned: boolean
}

const isNorthing = (value: number): boolean => value > 6_000_000 && value < 7_800_000

/**
 * Degrees or metres, and of which system, by the size of the numbers: SWEREF 99 TM has eastings of 250-950 km in Sweden, the local
 * zones 50-250 km (EPSG:3008 is Kristianstad's; another zone must be named). Null where they fit nothing.
 */
export function readingOf(
  first: number,
  second: number,
  srid: number | null,
  loose: boolean,
): Reading | null {
  const turned = loose && isNorthing(first) && !isNorthing(second)
  const [x, y] = turned ? [second, first] : [first, second]
  if (srid !== null) return { srid, turned: turned && srid !== 4326 }
  if (Math.abs(x) <= 180 && Math.abs(y) <= 180) return { srid: 4326, turned: false }
  if (!isNorthing(y)) return null
  if (x >= 250_000 && x < 950_000) return { srid: 3006, turned }
  return x > 50_000 && x < 250_000 ? { srid: 3008, turned } : null
}

/** The pair as numbers; null where one is none. */
export function pairOf(cells: readonly string[], columns: { x: number; y: number }): [number, number] | null {
  const x = numberOf(cells[columns.x] ?? '')
  const y = numberOf(cells[columns.y] ?? '')
  return x === null || y === null ? null : [x, y]
}

const noCoordinates = (header: readonly string[]) =>
  new FormatError('no-coordinates', {
    sv: `Tabellen saknar läge. Den behöver kolumner som lon och lat, E och N, x och y, eller WKT. Den har: ${header.join(', ')}.`,
    en: `The table has no place. It needs columns such as lon and lat, E and N, x and y, or WKT. It has: ${header.join(', ')}.`,
  })
