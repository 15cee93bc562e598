import type { Position } from '@trygghetskartan/geo'
import type { StudyArea } from '../area/study-area.ts'

export const rectangle = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
]

/** One rectangle with holes in EPSG:3006. */
export const areaOf = (outer: Position[], ...holes: Position[][]): StudyArea => ({
  srid: 3006,
  polygons: [[outer, ...holes]],
})

export const shifted = ({ srid, polygons }: StudyArea, east: number, north: number): StudyArea => ({
  srid,
  polygons: polygons.map((rings) =>
    rings.map((ring) => ring.map(([x, y]): Position => [x + east, y + north])),
  ),
})
