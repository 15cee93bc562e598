import type { StudyArea } from '@trygghetskartan/analysis'
import { fromWgs84, type Position, toWgs84 } from '@trygghetskartan/geo'
import type { AreaInDegrees, Box } from './hotspot-protocol.ts'
import type { Place } from './hotspot-view.ts'

/** A place of metres in degrees, to a centimetre: what a map draws is no finer, and a file of it is half as long. */
export function degreesOf(srid: number, position: Position): Place {
  const [lon, lat] = toWgs84(srid, position)
  return [Math.round(lon * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7]
}

/** An area of degrees in metres. */
export const areaIn = (srid: number, area: AreaInDegrees): StudyArea => ({
  srid,
  polygons: area.map((rings) => rings.map((ring) => ring.map(([lon, lat]) => fromWgs84(srid, [lon, lat])))),
})

/** The same in degrees. */
export const inDegrees = ({ srid, polygons }: StudyArea): AreaInDegrees =>
  polygons.map((rings) => rings.map((ring) => ring.map((corner) => degreesOf(srid, corner))))

export function boxAbout(places: readonly Place[]): Box {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [lon, lat] of places) {
    west = Math.min(west, lon)
    south = Math.min(south, lat)
    east = Math.max(east, lon)
    north = Math.max(north, lat)
  }
  return [west, south, east, north]
}

/** A ring of places about one, so many metres away. */
export function circleAbout(srid: number, [x, y]: Position, metres: number): readonly Place[] {
  const corners = 32
  return Array.from({ length: corners + 1 }, (_, i) => {
    const angle = (2 * Math.PI * (i % corners)) / corners
    return degreesOf(srid, [x + metres * Math.cos(angle), y + metres * Math.sin(angle)])
  })
}
