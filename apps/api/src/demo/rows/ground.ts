import type { Position } from 'geojson'
import { z } from 'zod'
import type { Address } from '../addresses.ts'
import { type Point, toDegrees } from '../frame.ts'
import type { Plan } from '../plan.ts'
import type { Random } from '../random.ts'
import { framesOf, type Road } from '../roads.ts'
import { between, densify, distance, lengthOf, ribbon } from '../shapes.ts'
import type { Town } from '../town.ts'
import { ewkt } from '../wkt.ts'

const point = z.tuple([z.number(), z.number()])

/** Where something is, as the demonstration's data says it. */
export const whereSchema = z.union([
  /** A point in a quarter's axes. */
  z.strictObject({ in: z.string().optional(), at: point }),
  /** A line in a quarter's axes. */
  z.strictObject({ in: z.string().optional(), path: z.array(point).min(2) }),
  /** A surface in a quarter's axes. */
  z.strictObject({ in: z.string().optional(), ring: z.array(point).min(3) }),
  /** A part of a named street, from 0 to 1 along it; with a width it is a surface. */
  z.strictObject({
    street: z.string(),
    in: z.string().optional(),
    from: z.number().default(0),
    to: z.number().default(1),
    width: z.number().optional(),
  }),
  /** A whole quarter. */
  z.strictObject({ quarter: z.string() }),
])
export type Where = z.infer<typeof whereSchema>

/** The drawn town, to place things in. */
export interface Ground {
  readonly town: Town
  /** The place as EWKT. */
  geometry(where: Where): string
  /** The place's point, line or ring in metres from the origin. */
  points(where: Where): readonly Point[]
  /** Shapes in metres from the origin as EWKT in degrees. */
  readonly ewkt: {
    point(at: Point): string
    line(points: readonly Point[]): string
    polygon(ring: readonly Point[]): string
  }
  /** Metres from the origin as longitude and latitude. */
  degrees(at: Point): Position
  /** Metres of a line; 0 for the rest. */
  length(where: Where): number
  quarterName(id: string): string
  /** From a quarter's axes to metres from the origin. */
  inQuarter(id: string | undefined, at: Point): Point
  /** The longest road of that name; of a quarter's own grid where one is given. */
  street(name: string, quarter?: string): Road
  onStreet(name: string, share: number, quarter?: string): Point
  /** A door picked among those of a quarter, or of one of its streets. */
  address(random: Random, quarter: string, street?: string): Address
}

export function groundOf(plan: Plan, town: Town): Ground {
  const frame = framesOf(plan)
  const degrees = toDegrees(plan.origin)
  const addresses = Map.groupBy(town.addresses, (address) => address.quarter)
  const street: Ground['street'] = (name, quarter) => {
    const roads = town.roads.filter(
      (road) => road.name === name && (quarter === undefined || road.quarter === quarter),
    )
    if (roads.length === 0)
      throw new RangeError(`the plan has no street ${name}${quarter ? ` in ${quarter}` : ''}`)
    return roads.reduce((best, road) => (lengthOf(road.line) > lengthOf(best.line) ? road : best))
  }
  const pointsOf = (where: Where): readonly Point[] => {
    if ('quarter' in where) return outline(where.quarter)
    if ('street' in where) return part(street(where.street, where.in).line, where.from, where.to)
    const place = frame(where.in)
    const given = 'at' in where ? [where.at] : 'path' in where ? where.path : where.ring
    return given.map(([u, v]) => place(u, v))
  }
  const outline = (id: string): Point[] => {
    const quarter = plan.quarters.find((q) => q.id === id)
    if (!quarter) throw new RangeError(`the plan has no quarter ${id}`)
    const us = quarter.columns.map((column) => column[1])
    const vs = quarter.rows.map((row) => row[1])
    const [w, e, s, n] = [Math.min(...us) - 8, Math.max(...us) + 8, Math.min(...vs) - 8, Math.max(...vs) + 8]
    const corners: Point[] = [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
    ]
    const place = frame(id)
    return densify(corners, 60, true).map(([u, v]) => place(u, v))
  }
  const positions = (points: readonly Point[]): Position[] => points.map(degrees)
  const shapes = {
    point: (at: Point) => ewkt({ type: 'Point', coordinates: degrees(at) }),
    line: (points: readonly Point[]) => ewkt({ type: 'LineString', coordinates: positions(points) }),
    polygon: (ring: readonly Point[]) => {
      const open = positions(ring)
      return ewkt({ type: 'Polygon', coordinates: [[...open, open[0]!]] })
    },
  }
  return {
    town,
    street,
    degrees,
    ewkt: shapes,
    points: pointsOf,
    geometry: (where) => {
      const points = pointsOf(where)
      if ('at' in where) return shapes.point(points[0]!)
      if ('ring' in where || 'quarter' in where) return shapes.polygon(points)
      return 'width' in where && where.width
        ? shapes.polygon(ribbon(points, where.width))
        : shapes.line(points)
    },
    length: (where) => ('path' in where || 'street' in where ? lengthOf(pointsOf(where)) : 0),
    quarterName: (id) => plan.quarters.find((quarter) => quarter.id === id)?.name ?? '',
    inQuarter: (id, at) => frame(id)(...at),
    onStreet: (name, share, quarter) => part(street(name, quarter).line, 0, share).at(-1)!,
    address: (random, quarter, name) => {
      const all = addresses.get(quarter) ?? []
      return random.pick(name === undefined ? all : all.filter((address) => address.street === name))
    },
  }
}

/** The part of a line from one share of its length to another. */
export function part(line: readonly Point[], from: number, to: number): Point[] {
  const total = lengthOf(line)
  const [start, end] = [from * total, to * total]
  const out: Point[] = []
  let gone = 0
  for (let i = 0; i < line.length - 1; i++) {
    const [a, b] = [line[i]!, line[i + 1]!]
    const long = distance(a, b)
    if (gone + long >= start && out.length === 0) out.push(between(a, b, (start - gone) / long))
    if (out.length > 0 && gone + long < end - 0.01) out.push(b)
    if (gone + long >= end - 0.01) {
      out.push(between(a, b, Math.min(1, (end - gone) / long)))
      break
    }
    gone += long
  }
  return out
}

/** A point that strays from another: normal, so many metres in each direction. */
export const near = (random: Random, at: Point, metres: number): Point => [
  at[0] + random.normal() * metres,
  at[1] + random.normal() * metres,
]
