import fc from 'fast-check'
import proj4 from 'proj4'
import { expect, test } from 'vitest'
import { fromWgs84, knownSrids, looksSwapped, metresBetween, type Position, toWgs84 } from './index.ts'
import { transverseMercator } from './transverse-mercator.ts'

const inSweden = fc.tuple(
  fc.double({ min: 10.5, max: 24.5, noNaN: true }),
  fc.double({ min: 55, max: 69, noNaN: true }),
)

test("the series gives Lantmäteriet's published control value", () => {
  const rt90 = transverseMercator({
    centralMeridian: 13 + 35 / 60 + 7.692 / 3600,
    scale: 1.00000254,
    falseEasting: 84_182.879,
    falseNorthing: -6_226_307.864,
  })
  const [easting, northing] = rt90.fromWgs84([24, 66])
  expect(northing).toBeCloseTo(1_135_809.413803, 4)
  expect(easting).toBeCloseTo(555_304.016555, 4)
})

test.each(knownSrids.filter((srid) => srid > 3000 && srid < 3100))(
  'EPSG:%i agrees with proj4 to a millimetre, both ways',
  (srid) => {
    const meridian =
      [12, 13.5, 15, 16.5, 18, 14.25, 15.75, 17.25, 18.75, 20.25, 21.75, 23.25][srid - 3007] ?? 15
    const [k, x0] = srid === 3006 ? [0.9996, 500000] : [1, 150000]
    const other = proj4(
      `+proj=tmerc +lat_0=0 +lon_0=${meridian} +k=${k} +x_0=${x0} +y_0=0 +ellps=GRS80 +units=m`,
    )
    fc.assert(
      fc.property(inSweden, (lonLat) => {
        const here = fromWgs84(srid, lonLat)
        const there = other.forward(lonLat)
        expect(Math.hypot(here[0] - there[0]!, here[1] - there[1]!)).toBeLessThan(0.001)
        expect(metresBetween(toWgs84(srid, here), lonLat)).toBeLessThan(0.001)
      }),
    )
  },
)

test('web mercator metres are those of everybody else', () => {
  const [x, y] = fromWgs84(3857, [14.157, 56.0294])
  const there = proj4('EPSG:4326', 'EPSG:3857', [14.157, 56.0294])
  expect(x).toBeCloseTo(there[0]!, 4)
  expect(y).toBeCloseTo(there[1]!, 4)
  expect(toWgs84(3857, [x, y])[1]).toBeCloseTo(56.0294, 9)
})

test('an unknown reference system is refused', () => {
  expect(() => toWgs84(2154, [0, 0])).toThrow(/EPSG:2154/)
})

test('distance is the haversine on 6,371 km', () => {
  expect(metresBetween([0, 0], [1, 0])).toBeCloseTo((Math.PI * 6_371_000) / 180, 6)
  expect(metresBetween([14.157, 56.0294], [14.157, 56.0294])).toBe(0)
})

test('latitude before longitude is recognised in Sweden', () => {
  expect(looksSwapped([56.03, 14.15])).toBe(true)
  expect(looksSwapped([14.15, 56.03])).toBe(false)
  expect(looksSwapped([2.35, 48.85] as Position)).toBe(false)
})
