import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { Operation, OperationFields } from '../contract-problems.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import type { Fragment } from './fragments.ts'
import { viewOf } from './items.ts'
import { asColumns, insertRow, updateRow } from './problems.ts'

const most = 5000

const view = (sql: Sql, audience: Audience, name: string) =>
  sql`${sql(schemaOf[audience])}.${sql(name)}` as Fragment

/** Writes a reading of a day, over the one there is. */
export const putReading = (
  sql: Sql,
  audience: Audience,
  reading: { problem: string; on: string; value: number; note: string | null },
): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into ${view(sql, audience, 'problem_readings')} as r (problem, read_on, value, note)
    values (${reading.problem}, ${reading.on}, ${reading.value}, ${reading.note || null})
    on conflict (problem, read_on) do update set value = excluded.value, note = excluded.note`,
  )

/** False where there is none of that day. */
export async function deleteReading(
  sql: Sql,
  audience: Audience,
  problem: string,
  on: string,
): Promise<boolean> {
  const { count } =
    await sql`delete from ${view(sql, audience, 'problem_readings')} where problem = ${problem} and read_on = ${on}`
  return count === 1
}

/** Says that a measure answers to a problem, and how; a measure the caller does not see is refused (44000). */
export const putLink = (
  sql: Sql,
  audience: Audience,
  link: { problem: string; layer: string; measure: string; expectedEffect: string | null },
): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into ${view(sql, audience, 'problem_measures')} as l (problem, layer, object_id, expected_effect)
    values (${link.problem}, ${link.layer}, ${link.measure}, ${link.expectedEffect || null})
    on conflict (problem, object_id) do update set expected_effect = excluded.expected_effect`,
  )

/** False where the caller sees no such link. */
export async function deleteLink(
  sql: Sql,
  audience: Audience,
  problem: string,
  measure: string,
): Promise<boolean> {
  const { count } =
    await sql`delete from ${view(sql, audience, 'problem_measures')} where problem = ${problem} and object_id = ${measure}`
  return count === 1
}

export interface StoredLink {
  readonly problem: string
  readonly measure: string
  readonly expectedEffect: string | null
}

/** Which measures answer to which problems, as far as the caller sees both; of one problem where it is given. */
export const readLinks = (sql: Sql, audience: Audience, problem: string | null): Promise<StoredLink[]> => sql<
  StoredLink[]
>`
  select problem, object_id as measure, expected_effect as "expectedEffect"
  from ${view(sql, audience, 'problem_measures')} ${problem === null ? sql`` : sql`where problem = ${problem}`}
  order by at, object_id limit ${most}`

export interface StoredMeasure {
  readonly id: string
  readonly layer: string
  readonly title: string
  readonly status: string
  readonly responsible: string | null
  readonly startsOn: string | null
  readonly completedOn: string | null
  readonly geometry: Geometry
}

/**
 * Measures of the layers that have a status, as the audience sees them: those of the given ids, or every one that is neither declined, nor
 * ended, nor a draft of a plan.
 */
export async function readMeasures(
  sql: Sql,
  audience: Audience,
  layers: readonly LayerDefinition[],
  ids: readonly string[] | null,
): Promise<StoredMeasure[]> {
  const one = (layer: LayerDefinition) => sql`
    select v.id::text as id, ${layer.id}::text as layer, v.title, v.status, v.responsible, v.starts_on::text as "startsOn",
      v.completed_on::text as "completedOn", ST_AsGeoJSON(v.geom, 9)::jsonb as geometry
    from ${viewOf(sql, layer, audience)} v
    where ${ids === null ? sql`v.status not in ('declined', 'ended') and not (v.status = 'idea' and v.plan_id is not null)` : sql`v.id = any (${[...ids]}::uuid[])`}`
  const [first, ...others] = layers.filter(({ measure }) => measure)
  if (!first || ids?.length === 0) return []
  const all = others.reduce((query, layer) => sql`${query} union all ${one(layer)}`, one(first))
  return sql<StoredMeasure[]>`select * from (${all}) m order by m.title, m.id limit ${most}`
}

const operationColumns = {
  problems: 'problems',
  title: 'title',
  place: 'place',
  startsAt: 'starts_at',
  endsAt: 'ends_at',
  authorities: 'authorities',
  owner: 'owner',
  purpose: 'purpose',
  outcome: 'outcome',
  cancelled: 'cancelled',
} as const

/** Joint operations, the newest first: all, those of a problem, or one. */
export const readOperations = (
  sql: Sql,
  audience: Audience,
  of: { problem?: string; id?: string } = {},
): Promise<Operation[]> => sql<Operation[]>`
  select o.id, to_jsonb(o.problems) as problems, o.title, ST_AsGeoJSON(o.geom, 9)::jsonb as geometry, o.place, to_jsonb(o.starts_at) #>> '{}' as "startsAt",
    to_jsonb(o.ends_at) #>> '{}' as "endsAt", to_jsonb(o.authorities) as authorities, o.owner, o.purpose, o.outcome, o.cancelled, o.version, o.demo,
    to_jsonb(o.updated_at) #>> '{}' as "updatedAt"
  from ${view(sql, audience, 'operations')} o
  where true ${of.problem ? sql`and o.problems @> array[${of.problem}::uuid]` : sql``} ${of.id ? sql`and o.id = ${of.id}` : sql``}
  order by o.starts_at desc, o.id limit ${most}`

export const insertOperation = (
  sql: Sql,
  audience: Audience,
  id: string,
  written: Partial<OperationFields>,
): Promise<unknown> =>
  insertRow(sql, audience, 'operations', {
    id,
    columns: asColumns(written, operationColumns),
    geometry: written.geometry,
  })

/** False where the version does not hold. */
export const updateOperation = (
  sql: Sql,
  audience: Audience,
  { id, version }: { id: string; version: number },
  written: Partial<OperationFields>,
): Promise<boolean> =>
  updateRow(sql, audience, 'operations', {
    id,
    version,
    columns: asColumns(written, operationColumns),
    geometry: written.geometry,
  })

/** False where the version does not hold. */
export async function deleteOperation(
  sql: Sql,
  audience: Audience,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { count } =
    await sql`delete from ${view(sql, audience, 'operations')} where id = ${id} and version = ${version}`
  return count === 1
}
