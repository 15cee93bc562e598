import type { Position } from 'geojson'

/** Metres east and north of the plan's origin. */
export type Point = readonly [x: number, y: number]

/** A quarter's own axes: u along its streets towards the east, v towards the north, in metres. */
export interface FrameSpec {
  readonly at: Point
  /** Degrees the axes are turned anticlockwise from east and north. */
  readonly turn: number
  /** Metres a line of equal v has risen 300 m from the middle: streets that curve. */
  readonly bend: number
}

export type Frame = (u: number, v: number) => Point

export function frameOf({ at, turn, bend }: FrameSpec): Frame {
  const cos = Math.cos((turn * Math.PI) / 180)
  const sin = Math.sin((turn * Math.PI) / 180)
  return (u, v) => {
    const w = v + bend * (u / 300) ** 2
    return [at[0] + u * cos - w * sin, at[1] + u * sin + w * cos]
  }
}

const metresPerDegree = (Math.PI * 6371000) / 180

/** Metres from the origin to degrees, to the centimetre. */
export function toDegrees(origin: Position): (point: Point) => Position {
  const [lon, lat] = [origin[0]!, origin[1]!]
  const perLon = metresPerDegree * Math.cos((lat * Math.PI) / 180)
  return ([x, y]) => [round(lon + x / perLon), round(lat + y / metresPerDegree)]
}

const round = (degrees: number): number => Math.round(degrees * 1e7) / 1e7
