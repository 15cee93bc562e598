import type { GazetteerPlace } from '@trygghetskartan/formats'
import type { Sql } from '../database/database.ts'

/** Streets, squares and localities of the basemap, for finding them in a text. */
export const readGazetteer = (sql: Sql) => sql<GazetteerPlace[]>`
  select name, case when kind in ('street', 'square') then 'street' else 'locality' end as kind, within, lon, lat
  from basemap.places
  where kind in ('street', 'square', 'city', 'town', 'village', 'hamlet', 'borough', 'suburb', 'quarter', 'neighbourhood', 'locality')`
