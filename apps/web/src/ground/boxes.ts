import type { Box, LonLat } from '@trygghetskartan/siting'

/** Metres in a degree of latitude; near enough for choosing what to fetch. */
const perDegree = 111_320
/** Degrees. Whoever drags within one mesh asks for the same ground. */
const meshes = [0.005, 0.0025, 0.001] as const
/** What the server tells at once, in square metres. */
export const largestArea = 4_000_000

/** The box that reaches `metres` from a place in each direction. */
export function boxAround([lon, lat]: LonLat, metres: number): Box {
  const north = metres / perDegree
  const east = north / Math.cos((lat * Math.PI) / 180)
  return [lon - east, lat - north, lon + east, lat + north]
}

/** The box about all positions, `metres` wider on each side; null where there are none. */
export function boxAbout(positions: readonly LonLat[], metres: number): Box | null {
  if (positions.length === 0) return null
  const boxes = positions.map((position) => boxAround(position, metres))
  const side = (at: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) =>
    pick(...boxes.map((box) => box[at]))
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
}

/** Square metres, as on level ground. */
export const areaOf = ([west, south, east, north]: Box): number =>
  (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180) * perDegree * (north - south) * perDegree

export const holds = (box: Box, [lon, lat]: LonLat): boolean =>
  lon >= box[0] && lat >= box[1] && lon <= box[2] && lat <= box[3]

/** The box drawn out to whole meshes, of the widest mesh that keeps it within what the server tells; itself where none does. */
export function snapOut(box: Box): Box {
  return meshes.map((mesh) => outTo(box, mesh)).find((snapped) => areaOf(snapped) <= largestArea) ?? box
}

const outTo = ([west, south, east, north]: Box, mesh: number): Box => {
  const down = (degrees: number) => tidy(Math.floor(degrees / mesh + 1e-9) * mesh)
  const up = (degrees: number) => tidy(Math.ceil(degrees / mesh - 1e-9) * mesh)
  return [down(west), down(south), up(east), up(north)]
}

const tidy = (degrees: number): number => Number(degrees.toFixed(6))

/** As the address of a question has it. */
export const writeBox = (box: Box): string => box.map(tidy).join(',')
