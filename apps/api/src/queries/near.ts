import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Sql } from '../database/database.ts'
import { propertiesOf, viewOf } from './items.ts'

export interface NearRow {
  id: string
  properties: Record<string, unknown>
  lon: number
  lat: number
  metres: number | null
  /** YYYY-MM in which it came or last changed its status; null where the history no longer says. */
  changed: string | null
}

export interface Circle {
  readonly at: readonly [number, number]
  readonly radius: number
}

/** Objects of a layer as anybody sees them, within a circle or everywhere. As the public. */
export async function readNear(sql: Sql, layer: LayerDefinition, circle: Circle | null): Promise<NearRow[]> {
  const place = circle && sql`ST_SetSRID(ST_MakePoint(${circle.at[0]}, ${circle.at[1]}), 4326)`
  const metres = place ? sql`ST_Distance(v.geom::geography, ${place}::geography)` : sql`null::float8`
  // The index knows degrees: a box that holds the circle first, then the circle itself.
  const inside =
    place && circle
      ? sql`and v.geom && ST_Expand(${place}, ${circle.radius / (111_000 * Math.cos((circle.at[1] * Math.PI) / 180))}, ${circle.radius / 111_000})
        and ST_DWithin(v.geom::geography, ${place}::geography, ${circle.radius})`
      : sql``
  return sql<NearRow[]>`
    with found as (
      select v.id, ${propertiesOf(sql, layer, 'public')} as properties, ST_PointOnSurface(v.geom) as point, ${metres} as metres
      from ${viewOf(sql, layer, 'public')} v where true ${inside}
    )
    select f.id::text as id, f.properties, ST_X(f.point) as lon, ST_Y(f.point) as lat, f.metres::float8 as metres, to_char(m.month, 'YYYY-MM') as changed
    from found f
    left join public_map.months_of(${layer.id}, (select array_agg(id) from found)) m on m.id = f.id
    order by f.id`
}
