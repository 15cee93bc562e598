import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type {
  Agreement,
  Commitment,
  CommitmentReading,
  CommitmentsAnswer,
  EarlierText,
  NewActivity,
  NewGround,
  ServedCommitment,
  Signature,
  StatusLine,
} from '../contract-commitments.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import type { Fragment } from './fragments.ts'
import { viewOf } from './items.ts'

/** Bounds an answer: some ten promises a year. */
const most = 2000

export const commitmentView = (sql: Sql, audience: Audience, part = ''): Fragment =>
  sql`${sql(schemaOf[audience])}.${sql(part ? `commitment_${part}` : 'commitments')}` as Fragment

/** Which promises are meant: of a year, one, or all. */
export interface Which {
  readonly year?: number
  readonly id?: string
}
const among = (sql: Sql, audience: Audience, which: Which) =>
  sql`p.commitment in (select c.id from ${commitmentView(sql, audience)} c where ${chosen(sql, which)})`
const chosen = (sql: Sql, { year, id }: Which) =>
  id ? sql`c.id = ${id}` : year === undefined ? sql`true` : sql`c.year = ${year}`

export const readYears = async (sql: Sql, audience: Audience): Promise<CommitmentsAnswer['years']> => {
  const rows = await sql<{ year: number }[]>`
    select distinct c.year from ${commitmentView(sql, audience)} c order by c.year desc`
  return rows.map(({ year }) => year)
}

export type StoredCommitment = Omit<
  Commitment,
  | 'now'
  | 'grounds'
  | 'activities'
  | 'measures'
  | 'readings'
  | 'statuses'
  | 'earlier'
  | 'signatures'
  | 'may'
  | 'evaluation'
> & { evaluationText: string | null; result: ServedCommitment['status'] | null; version: number }

/** Promises, the newest year first and by number within it. */
export const readCommitments = (sql: Sql, audience: Audience, which: Which): Promise<StoredCommitment[]> =>
  sql<StoredCommitment[]>`
    select c.id, c.agreement, c.year, c.number, c.title, c.text, c.why, c.owner, c.state, c.published_on::text as "publishedOn", c.status,
      c.status_on::text as "statusOn", c.indicator, c.unit, c.direction, c.base_value as "baseValue", c.base_on::text as "baseOn",
      c.target_value as "targetValue", c.target_on::text as "targetOn", c.evaluation as "evaluationText", c.result,
      c.evaluated_on::text as "evaluatedOn", c.version, c.demo
    from ${commitmentView(sql, audience)} c where ${chosen(sql, which)} order by c.year desc, c.number limit ${most}`

export const readAgreements = (
  sql: Sql,
  audience: Audience,
): Promise<(Required<Agreement> & { version: number })[]> => sql`
  select a.id, a.title, to_jsonb(a.parties) as parties, a.from_on::text as from, a.to_on::text as to, a.reference, a.version, a.demo
  from ${commitmentView(sql, audience, 'agreements')} a order by a.from_on desc, a.title limit ${most}`

type Of<T> = T & { readonly commitment: string }
/** Whether everybody sees what a link is to; those who do not write are told none that they do not see themselves. */
const shown = (sql: Sql, staff: boolean) => (staff ? sql`p.shown` : sql`true as shown`)

export type StoredGround = Of<Required<NewGround> & { shown: boolean }>
export type StoredMeasure = Of<{ layer: string; id: string; shown: boolean }>

/** All that hangs on the promises that are meant. */
export async function readParts(sql: Sql, audience: Audience, which: Which, staff: boolean) {
  const view = (part: string) => commitmentView(sql, audience, part)
  const these = among(sql, audience, which)
  return {
    grounds: await sql<StoredGround[]>`
      select p.commitment, p.kind, p.title, p.text, p.source, p.layer, p.object_id as object, ${shown(sql, staff)}
      from ${view('grounds')} p where ${these} order by p.nth, p.id`,
    activities: await sql<Of<Required<NewActivity>>[]>`
      select p.commitment, p.title, p.who, p.due_on::text as "dueOn", p.done_on::text as "doneOn", p.place
      from ${view('activities')} p where ${these} order by p.nth, p.id`,
    measures: await sql<StoredMeasure[]>`
      select p.commitment, p.layer, p.object_id as id, ${shown(sql, staff)} from ${view('measures')} p where ${these} order by p.layer, p.object_id`,
    readings: await sql<Of<CommitmentReading>[]>`
      select p.commitment, p.read_on::text as on, p.value, p.note from ${view('readings')} p where ${these} order by p.read_on`,
    statuses: await sql<Of<StatusLine>[]>`
      select p.commitment, p.on_day::text as on, p.status, p.text from ${view('statuses')} p where ${these} order by p.on_day desc, p.nth desc`,
    earlier: await sql<Of<EarlierText>[]>`
      select p.commitment, p.until_on::text as until, p.title, p.text, p.why, p.goal from ${view('texts')} p where ${these} order by p.nth desc`,
    signatures: await sql<Of<Signature>[]>`
      select p.commitment, p.party, p.role, p.signed_on::text as on from ${view('signatures')} p where ${these} order by p.party`,
  }
}

export interface FoundObject {
  readonly layer: string
  readonly id: string
  readonly title: string | null
  readonly category: string | null
  readonly lon: number
  readonly lat: number
}

/** Objects by id as the audience sees them, each with a point on it. */
export async function findPlaced(
  sql: Sql,
  layers: readonly LayerDefinition[],
  audience: Audience,
  ids: readonly string[],
): Promise<FoundObject[]> {
  const one = (layer: LayerDefinition) => sql`
    select ${layer.id}::text as layer, v.id::text as id,
      ${layer.audiences[audience]?.includes('title') ? sql`v.title::text` : sql`null::text`} as title, v.${sql(layer.categories.by)}::text as category,
      ST_PointOnSurface(v.geom) as point
    from ${viewOf(sql, layer, audience)} v where v.id = any (${[...ids]}::uuid[])`
  const [first, ...others] = layers
  if (!first || ids.length === 0) return []
  const all = others.reduce((query, layer) => sql`${query} union all ${one(layer)}`, one(first))
  return sql<FoundObject[]>`
    select f.layer, f.id, f.title, f.category, round(ST_X(f.point)::numeric, 6)::float8 as lon, round(ST_Y(f.point)::numeric, 6)::float8 as lat
    from (${all}) f order by f.layer, f.title, f.id`
}

/** Promises that an object serves, as far as the caller sees both. */
export const readServed = (
  sql: Sql,
  audience: Audience,
  { layer, id }: { layer: string; id: string },
): Promise<ServedCommitment[]> => sql<ServedCommitment[]>`
  select c.id, c.year, c.number, c.title, c.status
  from ${commitmentView(sql, audience, 'measures')} m join ${commitmentView(sql, audience)} c on c.id = m.commitment
  where m.layer = ${layer} and m.object_id = ${id} order by c.year desc, c.number limit 50`
