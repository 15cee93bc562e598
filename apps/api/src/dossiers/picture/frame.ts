import type { LocalPlane, LonLat } from '@trygghetskartan/siting'

/** A drawing's page: metres of the local plane to pixels, north up. */
export interface Frame {
  readonly width: number
  readonly height: number
  /** Pixels to a metre. */
  readonly scale: number
  /** A place in degrees on the page. */
  at(position: LonLat): [number, number]
  /** A place in metres on the page. */
  atMetres(x: number, y: number): [number, number]
}

/** Metres on each side of what is shown, and the least width of a picture. Choices of this project. */
const [margin, leastWidth] = [15, 80]

/** A page on which all positions are seen with ground about them. */
export function frameAbout(
  plane: LocalPlane,
  positions: readonly LonLat[],
  { width, height }: { width: number; height: number },
): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const position of positions) {
    const [x, y] = plane.toPlane(position)
    west = Math.min(west, x)
    east = Math.max(east, x)
    south = Math.min(south, y)
    north = Math.max(north, y)
  }
  const wide = Math.max(leastWidth, east - west + 2 * margin)
  const high = Math.max((leastWidth * height) / width, north - south + 2 * margin)
  const scale = Math.min(width / wide, height / high)
  const [middleX, middleY] = [(west + east) / 2, (south + north) / 2]
  const atMetres = (x: number, y: number): [number, number] => [
    width / 2 + (x - middleX) * scale,
    height / 2 - (y - middleY) * scale,
  ]
  return { width, height, scale, atMetres, at: (position) => atMetres(...plane.toPlane(position)) }
}

const fixed = (value: number): string => String(Math.round(value * 10) / 10)

/** Rings in degrees as SVG path data. */
export const ringsPath = (frame: Frame, rings: readonly (readonly LonLat[])[]): string =>
  rings
    .map((ring) => `M${ring.map((position) => frame.at(position).map(fixed).join(' ')).join('L')}Z`)
    .join('')

/** A line in degrees as SVG path data. */
export const linePath = (frame: Frame, line: readonly LonLat[]): string =>
  `M${line.map((position) => frame.at(position).map(fixed).join(' ')).join('L')}`
