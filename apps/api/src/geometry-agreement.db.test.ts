import { fromWgs84, knownSrids, type Position, validateGeometry } from '@trygghetskartan/geo'
import fc from 'fast-check'
import type { Geometry } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { engines, type TestDatabase, testDatabase } from './testing/test-database.ts'

/** Few places to put a corner, so that corners meet edges, edges run along each other and rings touch. */
const corner = fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 }))
const ring = fc
  .array(corner, { minLength: 3, maxLength: 9 })
  .map((corners): Position[] => [...corners, corners[0]!])
const square = fc.tuple(corner, fc.integer({ min: 1, max: 4 })).map(([[x, y], size]): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
])
const diamond = fc.tuple(corner, fc.integer({ min: 1, max: 3 })).map(([[x, y], size]): Position[] => [
  [x, y + size],
  [x + size, y],
  [x, y - size],
  [x - size, y],
  [x, y + size],
])
const anyRing = fc.oneof(ring, square, diamond)
const shell: Position[] = [
  [-1, -1],
  [8, -1],
  [8, 8],
  [-1, 8],
  [-1, -1],
]
const geometry: fc.Arbitrary<Geometry> = fc.oneof(
  fc
    .array(anyRing, { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: 'Polygon' as const, coordinates })),
  fc
    .array(fc.oneof(square, diamond), { minLength: 1, maxLength: 4 })
    .map((holes) => ({ type: 'Polygon' as const, coordinates: [shell, ...holes] })),
  fc
    .array(fc.array(anyRing, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 })
    .map((coordinates) => ({ type: 'MultiPolygon' as const, coordinates })),
  fc
    .array(corner, { minLength: 2, maxLength: 5 })
    .map((coordinates) => ({ type: 'LineString' as const, coordinates })),
)

describe.each(engines)('on %s', (engine) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase(engine)
  })
  afterAll(() => database.close())

  test('what our validation takes is what the database takes', async () => {
    const shapes = fc.sample(geometry, 6000)
    const rows = await database.owner(
      (sql) => sql<{ valid: boolean }[]>`
        select ST_IsValid(ST_GeomFromGeoJSON(g.shape)) as valid
        from unnest(${shapes.map((shape) => JSON.stringify(shape))}::text[]) with ordinality as g(shape, place) order by place`,
    )
    const differing = shapes.filter((shape, i) => (validateGeometry(shape) === null) !== rows[i]!.valid)
    expect(differing.map((shape) => JSON.stringify([validateGeometry(shape), shape])).slice(0, 5)).toEqual([])
    expect(rows.filter(({ valid }) => valid).length).toBeGreaterThan(300)
    expect(rows.filter(({ valid }) => !valid).length).toBeGreaterThan(300)
  })

  test('our coordinates in every reference system are those of the database, to a millimetre', async () => {
    const places: Position[] = [
      [14.1567, 56.0294],
      [11.97, 57.71],
      [23.1, 68.4],
      [18.07, 59.33],
    ]
    for (const srid of knownSrids.filter((one) => one !== 4326)) {
      for (const [lon, lat] of places) {
        const [row] = await database.owner(
          (sql) => sql<{ x: number; y: number }[]>`
            select ST_X(p) as x, ST_Y(p) as y from ST_Transform(ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326), ${srid}::int) as p`,
        )
        const [x, y] = fromWgs84(srid, [lon, lat])
        expect(Math.hypot(x - row!.x, y - row!.y), `EPSG:${srid}`).toBeLessThan(0.001)
      }
    }
  })
})
