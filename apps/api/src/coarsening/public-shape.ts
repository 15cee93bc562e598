import { fromWgs84, type Position, toWgs84, validateGeometry } from '@trygghetskartan/geo'
import { areaOf, type Ground, type Rules, type Stand, standOf } from '@trygghetskartan/privacy'
import type { Geometry } from 'geojson'
import type { Sql } from '../database/database.ts'
import { readNearestRoad, readRoadWithin } from '../queries/public-ground.ts'

/** So far from what stands for a catchment public ground is sought, metres. */
const reach = 300

/**
 * What may be shown of a shape that was reported, in degrees: each corner becomes the point on public ground that stands for its part of the
 * ground, so that nothing of what was drawn by hand is left; a point where that leaves no more. Null where nothing of it may be told.
 */
export async function publicShapeOf(
  sql: Sql,
  shape: Geometry,
  middle: Position,
  ground: Ground,
  rules: Rules,
): Promise<Geometry | null> {
  const known = new Map<string, Promise<Position | null>>()
  const pointOf = (place: Position): Promise<Position | null> => {
    const stand = standOf(fromWgs84(rules.grid.srid, place), ground, rules)
    if (!stand) return Promise.resolve(null)
    const key = `${stand.within} ${stand.at}`
    const found = known.get(key) ?? publicPointOf(sql, stand, ground, rules)
    known.set(key, found)
    return found
  }
  const corners: Position[] = []
  for (const place of cornersOf(shape)) {
    const point = await pointOf(place)
    if (point && String(point) !== String(corners.at(-1))) corners.push(point)
  }
  const drawn = drawnOf(shape.type, corners)
  if (drawn) return drawn
  const point = await pointOf(middle)
  return point && { type: 'Point', coordinates: [...point] }
}

function cornersOf(shape: Geometry): Position[] {
  if (shape.type === 'LineString') return shape.coordinates as Position[]
  return shape.type === 'Polygon' ? (shape.coordinates[0] as Position[]) : []
}

/** A line or an area through the corners where there is one. */
function drawnOf(kind: Geometry['type'], corners: readonly Position[]): Geometry | null {
  const coordinates = corners.map((corner) => [...corner])
  if (kind === 'LineString' && new Set(corners.map(String)).size > 1)
    return { type: 'LineString', coordinates }
  if (kind !== 'Polygon' || corners.length === 0) return null
  const ring =
    String(coordinates[0]) === String(coordinates.at(-1)) ? coordinates : [...coordinates, coordinates[0]!]
  const area: Geometry = { type: 'Polygon', coordinates: [ring] }
  return validateGeometry(area) ? null : area
}

/** A point of a street, path or square that follows from the stand alone; the middle of a square without any. Null: there is none near. */
async function publicPointOf(
  sql: Sql,
  stand: Stand,
  { catchments }: Ground,
  { grid }: Rules,
): Promise<Position | null> {
  const degrees = (at: Position) => toWgs84(grid.srid, at)
  const rounded = ([lon, lat]: Position): Position => [Number(lon.toFixed(5)), Number(lat.toFixed(5))]
  const middle = degrees(stand.at)
  if (stand.within === 'square') {
    const [x, y] = stand.at
    const half = stand.side / 2
    const ring = [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1],
      [-1, -1],
    ].map(([east, north]) => degrees([x + east! * half, y + north! * half]))
    return rounded((await readRoadWithin(sql, middle, ring)) ?? middle)
  }
  const found = await readNearestRoad(sql, middle, reach)
  const road = found && rounded(found)
  // Never of another area; and what stands for a catchment may itself be a door, so that it is not shown without a street.
  return road && areaOf(fromWgs84(grid.srid, road), catchments.areas) === stand.area ? road : null
}
