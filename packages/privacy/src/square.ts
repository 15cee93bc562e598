import { type Position, toWgs84 } from '@trygghetskartan/geo'
import type { Rules } from './rules.ts'

/** The fixed square a place (metres) lies in, named by its south-west corner: 'E447250N6209000'. */
export function squareOf([x, y]: Position, { metres }: Rules['grid']): string {
  const corner = (value: number) => Math.floor(value / metres) * metres
  return `E${corner(x)}N${corner(y)}`
}

/** The square's ring in degrees, closed. @throws RangeError for what is no name of a square. */
export function ringOfSquare(name: string, { srid, metres }: Rules['grid']): Position[] {
  const [, east, north] = /^E(-?\d+)N(-?\d+)$/.exec(name) ?? []
  if (east === undefined || north === undefined) throw new RangeError(`${name} names no square`)
  const [x, y] = [Number(east), Number(north)]
  const corners: Position[] = [
    [x, y],
    [x + metres, y],
    [x + metres, y + metres],
    [x, y + metres],
    [x, y],
  ]
  return corners.map((corner) => toWgs84(srid, corner))
}
