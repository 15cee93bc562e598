import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import { costOf } from '../plans/costs.ts'
import type { MeasureBetween } from '../plans/diff.ts'
import type { NamedStand, PlanStep } from '../plans/stands.ts'
import { planLayers } from './plans.ts'

/** A timestamp as the diff takes it: UTC, exact to the microsecond, and the same order as text. */
const exactly = (sql: Sql, column: string) =>
  sql`to_char(${sql(column)} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/**
 * What each measure was in the plan at the one instant and at the other (null to: now), of those that something was written of between.
 * An entry of history holds the row before and after, so that the first entry after an instant tells what was there then, also where
 * older entries have had their time. The instants are passed as text: the driver would cut them to milliseconds.
 */
export const measuresBetween = (
  sql: Sql,
  audience: Audience,
  { plan, from, to }: { plan: string; from: string; to: string | null },
): Promise<MeasureBetween[]> => sql<MeasureBetween[]>`
  select e.id, e.layer, e.was, e.is_now as "isNow", e.by, ${exactly(sql, 'e.at')} as at
  from (
    select h.object_id as id, h.layer, h.at, h.actor_name as by, h.is_now, first_value(h.was) over among as was,
      lead(h.entry) over among is null as last
    from ${sql(schemaOf[audience])}.plan_history h
    where h.plan = ${plan} and h.at > ${from}::text::timestamptz and h.at <= coalesce(${to}::text::timestamptz, 'infinity')
    window among as (partition by h.object_id order by h.at, h.entry)
  ) e
  where e.last and e.was is distinct from e.is_now`

/** Each change of what the plan holds, oldest first: by how many measures and how much investment. */
export const listSteps = (
  sql: Sql,
  audience: Audience,
  layers: readonly LayerDefinition[],
  plan: string,
): Promise<PlanStep[]> => {
  const columns = planLayers(layers, audience).map((layer) => [layer.id, costOf(layer, audience).investment])
  return sql<PlanStep[]>`
    select ${exactly(sql, 'h.at')} as at, h.actor_name as by,
      (h.is_now is not null)::int - (h.was is not null)::int as measures,
      coalesce((h.is_now ->> (c.names ->> h.layer))::float8, 0) - coalesce((h.was ->> (c.names ->> h.layer))::float8, 0) as investment
    from ${sql(schemaOf[audience])}.plan_history h, (select ${JSON.stringify(Object.fromEntries(columns))}::text::jsonb as names) c
    where h.plan = ${plan}
    order by h.at, h.entry`
}

/** The stands of a plan that somebody named, oldest first. */
export const listStands = (sql: Sql, audience: Audience, plan: string): Promise<NamedStand[]> =>
  sql<NamedStand[]>`
    select ${exactly(sql, 's.at')} as at, s.name, s.author as by
    from ${sql(schemaOf[audience])}.plan_stands s where s.plan = ${plan} order by s.at`

/** Names the plan as it is now. */
export const insertStand = (sql: Sql, audience: Audience, plan: string, name: string): Promise<unknown> =>
  writesExactly(
    1,
    sql`insert into ${sql(schemaOf[audience])}.plan_stands (plan, name) values (${plan}, ${name})`,
  )
