import { foldedName } from '@trygghetskartan/geo/folded-name'
import type { PlacesAnswer } from '../contract.ts'
import type { Sql } from '../database/database.ts'

interface PlaceRow {
  name: string
  kind: string
  within: string
  lon: number
  lat: number
  west: number
  south: number
  east: number
  north: number
}

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, (sign) => `\\${sign}`)

/** Streets, squares and places whose name holds the words; names that begin with them first, then the more important, then the shorter. */
export async function findPlaces(sql: Sql, words: string, limit: number): Promise<PlacesAnswer> {
  const folded = escapeLike(foldedName(words))
  const rows = await sql<PlaceRow[]>`
    select name, kind, within, lon, lat, west, south, east, north
    from basemap.places
    where folded like ${`%${folded}%`}
    order by (folded = ${folded}) desc, (folded like ${`${folded}%`}) desc, (folded like ${`% ${folded}%`}) desc, rank desc, length(name), name, within
    limit ${limit}`
  return { places: rows.map(placeOf) }
}

/** Every street, square and named place but addresses: the more important first, at most so many. */
export async function allPlaces(sql: Sql, limit: number): Promise<PlacesAnswer> {
  const rows = await sql<PlaceRow[]>`
    select name, kind, within, lon, lat, west, south, east, north
    from basemap.places
    where kind <> 'address'
    order by rank desc, length(name), name, within
    limit ${limit}`
  return { places: rows.map(placeOf) }
}

const placeOf = (row: PlaceRow): PlacesAnswer['places'][number] => ({
  name: row.name,
  kind: row.kind,
  within: row.within ?? '',
  point: [row.lon, row.lat],
  bounds: [row.west, row.south, row.east, row.north],
})
