import type { Geometry, Position } from 'geojson'
import { type Point, toDegrees } from './frame.ts'
import type { Plan } from './plan.ts'
import { shopsOf } from './shops.ts'
import type { Thing, Town } from './town.ts'

/** A row of basemap.features. */
export interface BasemapFeature {
  readonly source_id: string
  readonly theme: string
  readonly kind: string
  readonly name: string | null
  readonly rank: number
  readonly props: Readonly<Record<string, string | number | boolean>>
  readonly geom: Geometry
}

const surfaces: ReadonlySet<Thing['theme']> = new Set(['water', 'green', 'ground', 'building'])
const points: ReadonlySet<Thing['theme']> = new Set(['stop', 'poi', 'place', 'camera'])

/** The drawn town as rows of the basemap, in degrees. */
export function basemapOf(plan: Plan, town: Town): BasemapFeature[] {
  const degrees = toDegrees(plan.origin)
  const line = (shape: readonly Point[]): Position[] => shape.map(degrees)
  const rows: Omit<BasemapFeature, 'source_id'>[] = [
    ...[...town.things, ...shopsOf(town)].map(({ theme, kind, name, rank, props, shape }) => ({
      theme,
      kind,
      name,
      rank,
      props,
      geom: surfaces.has(theme)
        ? polygon(line(shape))
        : points.has(theme)
          ? point(line(shape))
          : path(line(shape)),
    })),
    ...town.roads.map(({ kind, name, rank, lit, line: shape }) => ({
      theme: 'road',
      kind,
      name,
      rank,
      props: { lit },
      geom: path(line(shape)),
    })),
    ...town.lamps.map(({ at, height, type }) => ({
      theme: 'lamp',
      kind: 'street_lamp',
      name: null,
      rank: 0,
      props: { height, lamp_type: type, mount: 'pole' },
      geom: point([degrees(at)]),
    })),
    ...town.addresses.map(({ street, number, at }) => ({
      theme: 'address',
      kind: 'address',
      name: `${street} ${number}`,
      rank: 0,
      props: { housenumber: String(number) },
      geom: point([degrees(at)]),
    })),
  ]
  return rows.map((row, i) => ({ source_id: `s${i + 1}`, ...row }))
}

const point = ([at]: Position[]): Geometry => ({ type: 'Point', coordinates: at! })
const path = (coordinates: Position[]): Geometry => ({ type: 'LineString', coordinates })
const polygon = (ring: Position[]): Geometry => ({
  type: 'Polygon',
  coordinates: [[...anticlockwise(ring), anticlockwise(ring)[0]!]],
})

function anticlockwise(ring: Position[]): Position[] {
  const area = ring.reduce((sum, [x, y], i) => {
    const [nx, ny] = ring[(i + 1) % ring.length]!
    return sum + (x! * ny! - nx! * y!)
  }, 0)
  return area < 0 ? [...ring].reverse() : ring
}
