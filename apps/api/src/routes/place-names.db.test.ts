import type { PlaceName } from '@trygghetskartan/geo'
import { placeWords } from '@trygghetskartan/geo'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app.ts'
import { engines } from '../testing/test-database.ts'

const [lon, lat] = [15.5, 57.5]
/** About so many metres east and north of there. */
const at = (east: number, north: number): [number, number] => [
  lon + east / (111_195 * Math.cos((lat * Math.PI) / 180)),
  lat + north / 111_195,
]
const line = (...places: [number, number][]) => ({ type: 'LineString', coordinates: places })
const ring = (...places: [number, number][]) => ({ type: 'Polygon', coordinates: [[...places, places[0]]] })

describe('names of places', () => {
  let app: TestApp
  const ask = (
    places: unknown,
    account: 'demo-police' | 'demo-planner' | 'demo-reporter' | null = 'demo-police',
  ) => app.ask(account, 'POST', '/api/places/names', { places })
  const named = async (...places: [number, number][]) =>
    ((await (await ask(places)).json()) as { places: PlaceName[] }).places.map((one) => placeWords(one).sv)

  beforeAll(async () => {
    app = await testApp(engines.at(-1)!)
    const features = [
      ['road', 'residential', 'Ekgatan', line(at(-400, 0), at(400, 0))],
      ['road', 'residential', 'Bokgatan', line(at(-400, 90), at(400, 90))],
      ['ground', 'square', 'Lilla torg', ring(at(100, 5), at(140, 5), at(140, 45), at(100, 45))],
      ['poi', 'shop', 'Torgboden', { type: 'Point', coordinates: at(10, 5) }],
      ['place', 'village', 'Ekby', { type: 'Point', coordinates: at(0, 2000) }],
    ] as const
    await app.database.owner(async (sql) => {
      for (const [i, [theme, kind, name, geometry]] of features.entries())
        await sql`
          insert into basemap.features (source, source_id, theme, kind, name, geom)
          values ('osm', ${`n${i}`}, ${theme}, ${kind}, ${name}, ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(geometry)}), 4326))`
    })
  })
  afterAll(() => app.close())

  it('are of the street, and of the square or other landmark it is by, in the order asked', async () => {
    expect(await named(at(20, 10), at(-300, 70), at(120, 20), at(0, 1800))).toEqual([
      'Ekgatan, vid Lilla torg',
      'Bokgatan, Ekby',
      'Lilla torg, vid Ekgatan',
      'Ekby',
    ])
    // A degree of longitude is half as long here: the street to the north is the nearest still.
    expect(await named(at(-300, 50), at(-300, 40))).toEqual(['Bokgatan, Ekby', 'Ekgatan, Ekby'])
    expect(await named()).toEqual([])
  })

  it('are told to the police and planners, a thousand at a time', async () => {
    expect((await ask([at(0, 0)], 'demo-planner')).status).toBe(200)
    expect((await ask([at(0, 0)], 'demo-reporter')).status).toBe(403)
    expect((await ask([at(0, 0)], null)).status).toBe(401)
    expect((await ask(Array.from({ length: 1001 }, () => at(0, 0)))).status).toBe(422)
    expect((await ask([[200, 0]])).status).toBe(422)
    const many = Array.from({ length: 1000 }, (_, i) => at(i / 2 - 250, (i % 40) * 5))
    const began = performance.now()
    expect(new Set(await named(...many)).size).toBeGreaterThan(3)
    expect(performance.now() - began).toBeLessThan(5000)
  })
})
