import type { Box, LonLat } from '@trygghetskartan/siting'
import type { Geometry } from 'geojson'
import { areaOf, boxAbout, largestArea } from '../ground/boxes.ts'
import { boundsOf } from '../map/geometry-bounds.ts'

/** Metres about the outermost measures: as far as a camera or a lamp is reckoned to matter. Assumption of this project. */
export const margin = 150
/** Metres about them where they lie so far apart that the wider margin asks for too much. */
const leastMargin = 30

/** The one box that holds the measures of all plans; null where there are none. */
export function commonBox(geometries: readonly Geometry[]): Box | null {
  if (geometries.length === 0) return null
  const [west, south, east, north] = boundsOf({ type: 'GeometryCollection', geometries: [...geometries] })
  const corners: LonLat[] = [
    [west, south],
    [east, north],
  ]
  const wide = boxAbout(corners, margin)
  return wide && areaOf(wide) <= largestArea ? wide : boxAbout(corners, leastMargin)
}

/** Whether the server tells what stands in a box of this size. */
export const isTellable = (box: Box): boolean => areaOf(box) <= largestArea
