import type { Box, LonLat, Rings } from '@trygghetskartan/siting'
import { areaOf, largestArea } from '../ground/boxes.ts'

/** Metres of ground about the study area that are reckoned with, where there is room: what stands there throws shadow and light into it. */
const margin = 120
const metresPerDegree = 111_320

/** A box as a polygon's rings. */
export const ringsOf = ([west, south, east, north]: Box): Rings => [
  [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ],
]

function boxOf(rings: Rings): Box {
  const lons = rings.flatMap((ring) => ring.map(([lon]) => lon))
  const lats = rings.flatMap((ring) => ring.map(([, lat]) => lat))
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)]
}

/** What the map shows; where that is more than can be asked for, as much of its middle as can. */
export function studyBox(shown: Box): { readonly box: Box; readonly cut: boolean } {
  const scale = Math.sqrt(largestStudy / areaOf(shown))
  return scale >= 1 ? { box: shown, cut: false } : { box: scaled(shown, scale), cut: true }
}

/** m² a study area's box may hold, so that there is room for the ground about it. */
const largestStudy = largestArea * 0.9

/** The ground to ask for: the area and the margin about it, or as much of the margin as there is room for. */
export function groundBox(area: Rings): Box {
  const box = boxOf(area)
  for (const metres of [margin, margin / 2, margin / 4, 0]) {
    const wide = grown(box, metres)
    if (areaOf(wide) <= largestArea * 0.99) return wide
  }
  return box
}

export const isTooLarge = (area: Rings): boolean => areaOf(boxOf(area)) > largestStudy

function scaled([west, south, east, north]: Box, by: number): Box {
  const [lon, lat]: LonLat = [(west + east) / 2, (south + north) / 2]
  const [wide, high] = [((east - west) / 2) * by, ((north - south) / 2) * by]
  return [lon - wide, lat - high, lon + wide, lat + high]
}

function grown([west, south, east, north]: Box, metres: number): Box {
  const high = metres / metresPerDegree
  const wide = high / Math.cos((((south + north) / 2) * Math.PI) / 180)
  return [west - wide, south - high, east + wide, north + high]
}
