import type { Position } from './bbox.ts'
import { latOf, lonOf, mercatorX } from './mercator.ts'
import { transverseMercator } from './transverse-mercator.ts'

/** Reference systems a Swedish file may come in, by EPSG code. */
export const knownSrids = [
  4326, 3857, 3006, 3007, 3008, 3009, 3010, 3011, 3012, 3013, 3014, 3015, 3016, 3017, 3018,
] as const
export type Srid = (typeof knownSrids)[number]

interface System {
  toWgs84(position: Position): Position
  fromWgs84(position: Position): Position
}

/** Half the world's width in EPSG:3857 metres (sphere of 6,378,137 m). */
const halfWorld = Math.PI * 6_378_137

/** Central meridians in degrees of the twelve SWEREF 99 zones (Lantmäteriet); scale 1, false easting 150 km. */
const zones: readonly (readonly [Srid, number])[] = [
  [3007, 12],
  [3008, 13.5],
  [3009, 15],
  [3010, 16.5],
  [3011, 18],
  [3012, 14.25],
  [3013, 15.75],
  [3014, 17.25],
  [3015, 18.75],
  [3016, 20.25],
  [3017, 21.75],
  [3018, 23.25],
]

const systems = new Map<number, System>([
  [4326, { toWgs84: ([x, y]) => [x, y], fromWgs84: ([x, y]) => [x, y] }],
  [
    3857,
    {
      toWgs84: ([x, y]) => [lonOf(0.5 + x / (2 * halfWorld)), latOf(0.5 - y / (2 * halfWorld))],
      fromWgs84: ([lon, lat]) => [
        (mercatorX(lon) - 0.5) * 2 * halfWorld,
        (halfWorld / Math.PI) * Math.atanh(Math.sin((lat * Math.PI) / 180)),
      ],
    },
  ],
  [3006, transverseMercator({ centralMeridian: 15, scale: 0.9996, falseEasting: 500_000, falseNorthing: 0 })],
  ...zones.map(
    ([srid, centralMeridian]) =>
      [
        srid,
        transverseMercator({ centralMeridian, scale: 1, falseEasting: 150_000, falseNorthing: 0 }),
      ] as const,
  ),
])

/** True where coordinates in this EPSG code can be read. */
export const isKnownSrid = (srid: number): srid is Srid => systems.has(srid)

/**
 * [x, y] (easting, northing in metres; degrees for 4326) to [lon, lat] in degrees.
 * SWEREF 99 and WGS84 are taken as the same, as every national GIS does: they differ by less than a metre.
 * @throws RangeError for a reference system outside `knownSrids`.
 */
export const toWgs84 = (srid: number, position: Position): Position => systemOf(srid).toWgs84(position)

/** [lon, lat] in degrees to [easting, northing]; see `toWgs84`. */
export const fromWgs84 = (srid: number, lonLat: Position): Position => systemOf(srid).fromWgs84(lonLat)

function systemOf(srid: number): System {
  const system = systems.get(srid)
  if (!system) throw new RangeError(`EPSG:${srid} is not among ${knownSrids.join(', ')}`)
  return system
}
