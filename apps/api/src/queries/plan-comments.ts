import type { Audience } from '@trygghetskartan/layers'
import type { NewPlanComment, PlanComment } from '../contract-plans.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import type { Fragment } from './fragments.ts'

const commentsOf = (sql: Sql, audience: Audience) => sql`${sql(schemaOf[audience])}.plan_comments` as Fragment

/** The comments that the account of the transaction sees in a plan, oldest first, or the one of that id. */
export const listComments = (
  sql: Sql,
  audience: Audience,
  account: string,
  of: { plan: string } | { id: string },
): Promise<PlanComment[]> => sql<PlanComment[]>`
  select c.id, c.plan, c.text, ST_AsGeoJSON(c.geom, 15)::jsonb as geometry, c.measure, c.answers,
    jsonb_build_object('id', c.account_id, 'name', c.author) as by, c.account_id::text = ${account} as mine,
    to_jsonb(c.created_at) #>> '{}' as at,
    case when c.resolved_at is not null then jsonb_build_object('by', c.resolver, 'at', c.resolved_at) end as resolved
  from ${commentsOf(sql, audience)} c
  where ${'plan' in of ? sql`c.plan = ${of.plan}` : sql`c.id = ${of.id}`}
  order by c.created_at, c.id`

/** Writes a comment of the transaction's account; `layer` is that of its measure. */
export const insertComment = (
  sql: Sql,
  audience: Audience,
  comment: NewPlanComment & { id: string; plan: string; layer: string | null },
): Promise<unknown> => {
  const { id, plan, text, geometry = null, layer, measure = null, answers = null } = comment
  const pin = geometry && JSON.stringify(geometry)
  return writesExactly(
    1,
    sql`
    insert into ${commentsOf(sql, audience)} (id, plan, text, geom, layer, measure, answers)
    values (${id}, ${plan}, ${text}, ST_SetSRID(ST_GeomFromGeoJSON(${pin}), 4326), ${layer}, ${measure}, ${answers})`,
  )
}

/** Settles a thread, or opens it again; who and when is the database's to say. */
export const resolveComment = (
  sql: Sql,
  audience: Audience,
  id: string,
  resolved: boolean,
): Promise<unknown> =>
  writesExactly(
    1,
    sql`update ${commentsOf(sql, audience)} set resolved_at = ${resolved ? sql`now()` : sql`null`} where id = ${id}`,
  )

/** Removes a comment; somebody else's is refused (42501), and so is one with answers. */
export const deleteComment = (sql: Sql, audience: Audience, id: string): Promise<unknown> =>
  writesExactly(1, sql`delete from ${commentsOf(sql, audience)} where id = ${id}`)

/** Whether anybody has answered. */
export async function hasAnswers(sql: Sql, audience: Audience, id: string): Promise<boolean> {
  const [row] = await sql<{ found: boolean }[]>`
    select exists (select from ${commentsOf(sql, audience)} where answers = ${id}) as found`
  return row!.found
}
