import { localPlane } from '@trygghetskartan/siting'
import type { Geometry, Position } from 'geojson'
import type { Database } from '../../database/database.ts'
import { letterforms, pngOf } from '../../dossiers/picture/map-picture.ts'
import { readMapGround } from '../../queries/picture-figures.ts'
import type { Figures } from '../compile.ts'
import { drawAreas } from './draw-areas.ts'

/** The maps of a picture, PNG: of the internal version with each incident, of the shared one with what is published of each area. */
export async function readPictureMaps(
  database: Database,
  week: string,
  { areas, points, changes, table }: Figures,
): Promise<{ map: Uint8Array; sharedMap: Uint8Array }> {
  const positions = [
    ...areas.flatMap(({ geometry }) => positionsOf(geometry)),
    ...(areas.length === 0 ? points.map(({ at }) => at as Position) : []),
  ]
  const box = boxOf(positions)
  const ground = await database.read('police', (sql) => readMapGround(sql, box))
  const shared = {
    ground,
    plane: localPlane([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]),
    positions: [box.slice(0, 2), box.slice(2)] as [number, number][],
    week,
  }
  const told = (n: (row: number) => number | null) =>
    areas.map(({ title, geometry }) => ({ title, geometry, n: n(changes.areas.indexOf(title)) }))
  const draw = (inputs: Omit<Parameters<typeof drawAreas>[0], keyof typeof shared>) =>
    pngOf(drawAreas({ ...shared, ...inputs }, letterforms()))
  const [map, sharedMap] = await Promise.all([
    draw({ areas: told((row) => changes.byArea[row]?.n ?? 0), points: points.map(({ at }) => at) }),
    draw({ areas: told((row) => table.rowTotals[row] ?? null), points: [] }),
  ])
  return { map, sharedMap }
}

const positionsOf = (geometry: Geometry): Position[] =>
  geometry.type === 'Polygon'
    ? geometry.coordinates.flat()
    : geometry.type === 'MultiPolygon'
      ? geometry.coordinates.flat(2)
      : []

/** West, south, east, north of the positions; the middle of Sweden where there are none. */
function boxOf(positions: readonly Position[]): [number, number, number, number] {
  const lons = positions.map(([lon = 0]) => lon)
  const lats = positions.map(([, lat = 0]) => lat)
  if (positions.length === 0) return [15.4, 62.2, 15.6, 62.3]
  const [west, east] = [Math.min(...lons), Math.max(...lons)]
  const [south, north] = [Math.min(...lats), Math.max(...lats)]
  // Room for what stands in the corners; a single place has no extent of its own.
  const [dx, dy] = [Math.max(0.002, (east - west) * 0.03), Math.max(0.001, (north - south) * 0.06)]
  return [west - dx, south - dy, east + dx, north + dy]
}
