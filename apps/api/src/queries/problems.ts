import type { Audience } from '@trygghetskartan/layers'
import type {
  Evidence,
  NewEvidence,
  Problem,
  ProblemFields,
  ProblemHistoryEntry,
  WithheldEvidence,
} from '../contract-problems.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import { columns, type Fragment, listed } from './fragments.ts'

/** Bounds an answer: a municipality works on tens of problems. */
const most = 500

const view = (sql: Sql, audience: Audience, name: string) =>
  sql`${sql(schemaOf[audience])}.${sql(name)}` as Fragment

/** Field of the JSON -> column. The geometry goes by itself. */
const columnOf = {
  title: 'title',
  kind: 'kind',
  description: 'description',
  place: 'place',
  weekdays: 'weekdays',
  hoursFrom: 'hours_from',
  hoursTo: 'hours_to',
  affected: 'affected',
  causes: 'causes',
  goal: 'goal',
  indicator: 'indicator',
  unit: 'unit',
  baseValue: 'base_value',
  baseOn: 'base_on',
  targetValue: 'target_value',
  targetOn: 'target_on',
  responsible: 'responsible',
  state: 'state',
  adoptedOn: 'adopted_on',
  adoptedBy: 'adopted_by',
  reviewedOn: 'reviewed_on',
  outcome: 'outcome',
} as const

/** A problem as it is stored: what hangs on measures and what follows from it is added by others. */
export type StoredProblem = Omit<Problem, 'measures' | 'operations' | 'progress' | 'gaps' | 'reviewBy'>
export type WrittenProblem = Partial<ProblemFields> &
  Partial<Pick<Problem, 'state' | 'adoptedOn' | 'adoptedBy' | 'reviewedOn' | 'outcome'>>

/** Problems by how far they have come, then by name; one of them where an id is given. */
export const readProblems = (
  sql: Sql,
  audience: Audience,
  id: string | null = null,
): Promise<StoredProblem[]> => sql<StoredProblem[]>`
  select p.id, p.title, p.kind, p.description, ST_AsGeoJSON(p.geom, 9)::jsonb as geometry, p.place, to_jsonb(p.weekdays) as weekdays,
    p.hours_from as "hoursFrom", p.hours_to as "hoursTo", p.affected, to_jsonb(p.causes) as causes, p.goal, p.indicator, p.unit,
    p.base_value as "baseValue", p.base_on::text as "baseOn", p.target_value as "targetValue", p.target_on::text as "targetOn", p.responsible,
    p.state, p.adopted_on::text as "adoptedOn", p.adopted_by as "adoptedBy", p.reviewed_on::text as "reviewedOn", p.outcome, p.version, p.demo,
    to_jsonb(p.created_at) #>> '{}' as "createdAt", to_jsonb(p.updated_at) #>> '{}' as "updatedAt", p.hidden_measures as "hiddenMeasures",
    coalesce((
      select jsonb_agg(jsonb_build_object('on', r.read_on, 'value', r.value, 'note', r.note, 'by', r.by_name) order by r.read_on)
      from ${view(sql, audience, 'problem_readings')} r where r.problem = p.id), '[]') as readings,
    (select count(*)::integer from ${view(sql, audience, 'problem_evidence')} e where e.problem = p.id)
      ${audience === 'planner' ? sql`+ (select count(*)::integer from planner.withheld_evidence w where w.problem = p.id)` : sql``} as evidence
  from ${view(sql, audience, 'problems')} p
  ${id === null ? sql`` : sql`where p.id = ${id}`}
  order by array_position(array['adopted', 'followed_up', 'draft', 'closed'], p.state), p.title, p.id limit ${most}`

const geometryOf = (sql: Sql, geometry: object | null) =>
  sql`ST_SetSRID(ST_GeomFromGeoJSON(${geometry && JSON.stringify(geometry)}), 4326)`

/** The given fields as the view's own types: the database reads days, arrays and numbers itself. Empty texts are none. */
function valuesOf(sql: Sql, audience: Audience, name: string, written: Record<string, unknown>) {
  return sql`
    select ${columns(sql, Object.keys(written), 'r')}
    from jsonb_populate_record(null::${view(sql, audience, name)}, ${JSON.stringify(written)}::text::jsonb) r`
}

/** Column -> value of the fields that are given. */
export const asColumns = (
  given: Readonly<Record<string, unknown>>,
  names: Readonly<Record<string, string>>,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([field, value]) => {
      const column = names[field]
      return column === undefined || value === undefined ? [] : [[column, value === '' ? null : value]]
    }),
  )

export interface Written {
  readonly id: string
  readonly columns: Record<string, unknown>
  /** Undefined leaves it as it is. */
  readonly geometry?: object | null | undefined
}

/** Writes a new row of a view that has a geometry. */
export const insertRow = (sql: Sql, audience: Audience, name: string, row: Written): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into ${view(sql, audience, name)} (id, geom, ${columns(sql, Object.keys(row.columns))})
    select ${row.id}::uuid, ${geometryOf(sql, row.geometry ?? null)}, n.* from (${valuesOf(sql, audience, name, row.columns)}) n`,
  )

/** Writes what is given if the version still holds; false where it does not. */
export async function updateRow(
  sql: Sql,
  audience: Audience,
  name: string,
  row: Written & { readonly version: number },
): Promise<boolean> {
  const names = Object.keys(row.columns)
  const sets = [
    ...(row.geometry === undefined ? [] : [sql`geom = ${geometryOf(sql, row.geometry)}`]),
    ...names.map((column) => sql`${sql(column)} = n.${sql(column)}`),
  ]
  if (sets.length === 0) sets.push(sql`title = v.title`)
  const from = names.length > 0 ? sql`from (${valuesOf(sql, audience, name, row.columns)}) n` : sql``
  const { count } = await sql`
    update ${view(sql, audience, name)} v set ${listed(sql, sets)} ${from}
    where v.id = ${row.id} and v.version = ${row.version}`
  return count === 1
}

export const insertProblem = (sql: Sql, audience: Audience, id: string, written: WrittenProblem) =>
  insertRow(sql, audience, 'problems', {
    id,
    columns: asColumns(written, columnOf),
    geometry: written.geometry,
  })

export const updateProblem = (
  sql: Sql,
  audience: Audience,
  { id, version }: { id: string; version: number },
  written: WrittenProblem,
): Promise<boolean> =>
  updateRow(sql, audience, 'problems', {
    id,
    version,
    columns: asColumns(written, columnOf),
    geometry: written.geometry,
  })

/** Removes a draft; what was adopted is refused (23514). False where the version does not hold. */
export async function deleteProblem(
  sql: Sql,
  audience: Audience,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { count } =
    await sql`delete from ${view(sql, audience, 'problems')} where id = ${id} and version = ${version}`
  return count === 1
}

/** What the caller reads whole, newest first. */
export const readEvidence = (sql: Sql, audience: Audience, problem: string): Promise<Evidence[]> => sql<
  Evidence[]
>`
  select id, kind, title, text, source, layer, object_id as object, n, figures, from_on::text as from, to_on::text as to,
    police_only as "policeOnly", by_name as by, to_jsonb(at) #>> '{}' as at
  from ${view(sql, audience, 'problem_evidence')} where problem = ${problem} order by at desc, id limit ${most}`

/** What planners know of what the police alone read whole; nothing for others. */
export const readWithheld = async (
  sql: Sql,
  audience: Audience,
  problem: string,
): Promise<WithheldEvidence[]> =>
  audience === 'planner'
    ? sql<WithheldEvidence[]>`
        select id, kind, title, at_least as "atLeast", to_jsonb(at) #>> '{}' as at
        from planner.withheld_evidence where problem = ${problem} order by at desc, id limit ${most}`
    : []

export const insertEvidence = (
  sql: Sql,
  audience: Audience,
  problem: string,
  given: NewEvidence & { id: string },
): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into ${view(sql, audience, 'problem_evidence')}
      (id, problem, kind, title, text, source, layer, object_id, n, figures, from_on, to_on, police_only)
    values (${given.id}, ${problem}, ${given.kind}, ${given.title}, ${given.text || null}, ${given.source || null}, ${given.layer ?? null},
      ${given.object ?? null}, ${given.n ?? null}, ${JSON.stringify(given.figures ?? [])}::text::jsonb, ${given.from ?? null}, ${given.to ?? null},
      ${given.policeOnly ?? false})`,
  )

/** The problem it was of; undefined where the caller sees no such evidence. */
export async function deleteEvidence(
  sql: Sql,
  audience: Audience,
  id: string,
): Promise<{ problem: string; kind: string } | undefined> {
  const [row] = await sql<{ problem: string; kind: string }[]>`
    delete from ${view(sql, audience, 'problem_evidence')} where id = ${id} returning problem, kind`
  return row
}

/** What changed of a problem and of what hangs on it, newest first. */
export const readProblemHistory = (
  sql: Sql,
  audience: Audience,
  problem: string,
): Promise<ProblemHistoryEntry[]> => sql<ProblemHistoryEntry[]>`
  select h.part, h.op, to_jsonb(h.at) #>> '{}' as at, h.actor_name as by,
    coalesce(h.after ->> 'title', h.before ->> 'title', h.after ->> 'read_on', h.before ->> 'read_on', h.after ->> 'expected_effect', '') as title,
    coalesce((
      select jsonb_agg(a.key order by a.key) from jsonb_each(h.after) a
      where h.op = 'update' and a.key not in ('version', 'updated_at', 'at') and a.value is distinct from h.before -> a.key), '[]') as changed
  from ${view(sql, audience, 'problem_history')} h where h.problem = ${problem} order by h.entry desc limit ${most}`
