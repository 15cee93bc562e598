import type { BBox } from '@trygghetskartan/geo'
import type { Sql } from '../database/database.ts'
import { readDrawn, readSources } from '../queries/ground.ts'
import { areasOf, streetsOf } from '../siting/read-ground.ts'
import { polygonsOf } from '../siting/shapes.ts'
import { areaOfBox, mostSquareMetres } from '../siting/study-box.ts'
import type { ZoneGround } from './draw-zones.ts'

/** Narrower ways are not drawn where the picture holds much ground. */
const small = new Set(['footway', 'path', 'steps', 'service', 'cycleway', 'track'])

/** What a picture of a box shows. Of more than 4 km² no buildings and no small ways: they would be specks. */
export async function readZoneGround(sql: Sql, box: BBox): Promise<ZoneGround> {
  const isNear = areaOfBox(box) <= mostSquareMetres
  const rows = await readDrawn(sql, box, { buildings: isNear })
  const of = (theme: string) => rows.filter((row) => row.theme === theme)
  return {
    buildings: of('building').flatMap(({ geometry }) => polygonsOf(geometry).map((rings) => ({ rings }))),
    streets: of('road')
      .filter(({ kind }) => isNear || !small.has(kind))
      .flatMap(streetsOf),
    greenery: of('green').flatMap(areasOf),
    water: of('water').flatMap(areasOf),
    sources: await readSources(sql),
  }
}
