import { type Audience, describeLayer, type LayerDefinition } from '@trygghetskartan/layers'
import type { LonLat } from '@trygghetskartan/siting'
import type { FactsAnswer } from '../contract-siting.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { viewOf } from './items.ts'

/** Metres about a place that count as being there, and most of each sort that are told. */
const near = 50
const most = 50
const metresPerDegree = 111_195.08

const pointOf = (sql: Sql, [lon, lat]: LonLat) => sql`ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326)`

/** Degrees are made equal at the place's own latitude, so that distances over tens of metres are right to the decimetre. */
const metresTo = (sql: Sql, at: LonLat, geom: 'v' | 'f') => {
  const along = Math.cos((at[1] * Math.PI) / 180)
  const shape = geom === 'v' ? sql`v.geom` : sql`f.geom`
  return sql`(ST_Distance(ST_Scale(${shape}, ${along}::float8, 1), ST_Scale(${pointOf(sql, at)}, ${along}::float8, 1)) * ${metresPerDegree}::float8)`
}
const boxAbout = (sql: Sql, [lon, lat]: LonLat) => {
  const [dx, dy] = [near / metresPerDegree / Math.cos((lat * Math.PI) / 180), near / metresPerDegree]
  return sql`ST_MakeEnvelope(${lon - dx}, ${lat - dy}, ${lon + dx}, ${lat + dy}, 4326)`
}
const nearby = (sql: Sql, at: LonLat, geom: 'v' | 'f') => {
  const shape = geom === 'v' ? sql`v.geom` : sql`f.geom`
  return sql`${shape} && ${boxAbout(sql, at)} and ${metresTo(sql, at, geom)} <= ${near}`
}
const rounded = (sql: Sql, at: LonLat, geom: 'v' | 'f') =>
  sql`round(${metresTo(sql, at, geom)}::numeric, 1)::float8 as metres`

/** Reports near the place, nearest first. */
export const reportsNear = (sql: Sql, audience: Audience, at: LonLat): Promise<FactsAnswer['reports']> => sql<
  FactsAnswer['reports']
>`
  select v.id::text as id, ${rounded(sql, at, 'v')}, to_jsonb(v.reasons) as reasons, v.state,
    to_char(v.received_on, 'YYYY-MM-DD') as "receivedOn", v.words
  from ${sql(schemaOf[audience])}.unsafe_reports v where ${nearby(sql, at, 'v')}
  order by metres, v.id limit ${most}`

type Events = Extract<FactsAnswer['incidents'], { as: 'events' }>['events']

/** Single events near the place that are known to the street: for the police alone. */
export const eventsNear = (sql: Sql, audience: Audience, at: LonLat): Promise<Events> => sql<Events>`
  select v.id::text as id, ${rounded(sql, at, 'v')}, v.kind, to_jsonb(v.occurred_at) #>> '{}' as "at", v.precision
  from ${sql(schemaOf[audience])}.police_events v
  where ${nearby(sql, at, 'v')} and v.precision in ('exact', 'street')
  order by metres, v.id limit ${most}`

/** The newest survey of each area the place is in. */
export const surveysAt = (sql: Sql, audience: Audience, at: LonLat): Promise<FactsAnswer['surveys']> => sql<
  FactsAnswer['surveys']
>`
  select v.id::text as id, v.title, v.year, v.share_unsafe::float8 as "shareUnsafe", v.respondents
  from ${sql(schemaOf[audience])}.safety_survey_areas v
  where v.newest and ST_Intersects(v.geom, ${pointOf(sql, at)})
  order by v.title, v.id limit ${most}`

/** Statuses of what does not stand yet. */
const planned = ['idea', 'proposed', 'in_review', 'decided', 'ordered']

/** What stands and what is planned near the place, of every layer that the audience sees and that is something done. */
export async function measuresNear(
  sql: Sql,
  layers: readonly LayerDefinition[],
  audience: Audience,
  at: LonLat,
): Promise<FactsAnswer['measures']> {
  const one = (layer: LayerDefinition) => sql`
    select v.id::text as id, ${layer.id}::text as layer, v.title,
      ${layer.measure ? sql`v.status` : sql`''::text`} as status, ${rounded(sql, at, 'v')},
      ${layer.measure ? sql`v.status = any (${planned}::text[])` : sql`false`} as planned
    from ${viewOf(sql, layer, audience)} v where ${nearby(sql, at, 'v')}`
  const told = layers.filter(
    ({ id, measure, group }) => measure || (group === 'presence' && hasTitle(layers, id, audience)),
  )
  const [first, ...others] = told
  if (!first) return []
  const all = others.reduce((query, layer) => sql`${query} union all ${one(layer)}`, one(first))
  return sql<FactsAnswer['measures']>`
    select m.* from (${all}) m order by m.metres, m.layer, m.id limit ${most}`
}

const hasTitle = (layers: readonly LayerDefinition[], id: string, audience: Audience): boolean =>
  describeLayer(layers.find((layer) => layer.id === id)!, audience).fields.some(
    ({ name }) => name === 'title',
  )

/** Safety walks that passed here. */
export const walksNear = (sql: Sql, audience: Audience, at: LonLat): Promise<FactsAnswer['walks']> => sql<
  FactsAnswer['walks']
>`
  select v.id::text as id, v.title, to_char(v.walked_on, 'YYYY-MM-DD') as "walkedOn", ${rounded(sql, at, 'v')}
  from ${sql(schemaOf[audience])}.safety_walks v where ${nearby(sql, at, 'v')}
  order by metres, v.id limit ${most}`

/** Streets, buildings, grounds and places of interest near the place, nearest first. */
export const groundNear = (sql: Sql, at: LonLat): Promise<FactsAnswer['ground']> => sql<
  FactsAnswer['ground']
>`
  select n.theme, n.kind, n.name, min(n.metres) as metres from (
    select f.theme, f.kind, f.name, ${rounded(sql, at, 'f')} from basemap.features f
    where f.theme = 'road' and ${nearby(sql, at, 'f')}
    union all
    select f.theme, f.kind, f.name, ${rounded(sql, at, 'f')} from basemap.features f
    where f.theme = 'building' and ${nearby(sql, at, 'f')}
    union all
    select f.theme, f.kind, f.name, ${rounded(sql, at, 'f')} from basemap.features f
    where f.theme not in ('road', 'building', 'place') and f.theme in ('poi', 'ground', 'green', 'water', 'stop', 'lamp', 'camera')
      and ${nearby(sql, at, 'f')}
  ) n
  group by n.theme, n.kind, n.name
  order by min(n.metres), n.theme, n.kind, n.name limit ${most}`

/** What the place is called: the nearest address, street or named thing within 50 m, in that order of choice; '' where there is none. */
export async function nameOf(sql: Sql, at: LonLat): Promise<string> {
  const [row] = await sql<{ name: string }[]>`
    select n.name from (
      select f.name, 1 as turn, ${metresTo(sql, at, 'f')} as metres from basemap.features f
      where f.theme not in ('road', 'building', 'place') and f.theme = 'address' and f.name is not null and ${nearby(sql, at, 'f')}
      union all
      select f.name, 2, ${metresTo(sql, at, 'f')} from basemap.features f
      where f.theme = 'road' and f.name is not null and ${nearby(sql, at, 'f')}
      union all
      select f.name, 2, ${metresTo(sql, at, 'f')} from basemap.features f
      where f.theme not in ('road', 'building', 'place') and f.theme in ('ground', 'green') and f.name is not null and ST_Intersects(f.geom, ${pointOf(sql, at)})
      union all
      select f.name, 3, ${metresTo(sql, at, 'f')} from basemap.features f
      where f.theme = 'building' and f.name is not null and ${nearby(sql, at, 'f')}
    ) n
    -- An address across the street says less than the square one stands on.
    order by case when n.turn = 1 and n.metres > 25 then 2 else n.turn end, n.metres, n.name limit 1`
  return row?.name ?? ''
}
