import { fromWgs84, type Position } from '@trygghetskartan/geo'
import { type Area, type Ground, groundOf, type Rules } from '@trygghetskartan/privacy'
import type { Sql } from '../database/database.ts'
import { readAddresses, readGroundStamp, readOutlines } from '../queries/public-ground.ts'

interface GroundInMetres {
  readonly addresses: readonly Position[]
  readonly areas: readonly Area[]
}

/** Addresses and areas of the ground as the rules reckon with them. */
export async function readGroundInMetres(sql: Sql, rules: Rules): Promise<GroundInMetres> {
  const metres = (at: Position): Position => fromWgs84(rules.grid.srid, at)
  return {
    addresses: (await readAddresses(sql, rules.leastAddresses)).map(metres),
    areas: (await readOutlines(sql)).map(({ name, polygons }) => ({
      name,
      polygons: polygons.map((polygon) => polygon.map((ring) => ring.map(metres))),
    })),
  }
}

let kept: { readonly stamp: string; readonly ground: Ground } | undefined

/** What places that are published are told by; made anew once addresses or areas have changed. */
export async function readGround(sql: Sql, rules: Rules): Promise<Ground> {
  const stamp = `${JSON.stringify(rules)} ${await readGroundStamp(sql)}`
  if (kept?.stamp !== stamp) {
    const { addresses, areas } = await readGroundInMetres(sql, rules)
    kept = { stamp, ground: groundOf(addresses, areas, rules) }
  }
  return kept.ground
}
