import type { Audience } from '@trygghetskartan/layers'
import type {
  CommitmentFields,
  NewAgreement,
  NewEvaluation,
  NewStatusLine,
  ObjectRef,
} from '../contract-commitments.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import { commitmentView } from './commitments.ts'
import { columns, type Fragment, listed } from './fragments.ts'
import { asColumns } from './problems.ts'

const columnOf = {
  agreement: 'agreement',
  year: 'year',
  number: 'number',
  title: 'title',
  text: 'text',
  why: 'why',
  owner: 'owner',
  indicator: 'indicator',
  unit: 'unit',
  direction: 'direction',
  baseValue: 'base_value',
  baseOn: 'base_on',
  targetValue: 'target_value',
  targetOn: 'target_on',
} as const
const agreementColumnOf = {
  title: 'title',
  parties: 'parties',
  from: 'from_on',
  to: 'to_on',
  reference: 'reference',
} as const

/** Holds a promise for a change and counts its version: `none`, `closed`, `stale` or `claimed`. */
export async function claimCommitment(sql: Sql, audience: Audience, id: string, version: number) {
  const [row] = await sql<{ answer: 'none' | 'closed' | 'stale' | 'claimed' }[]>`
    select ${sql(schemaOf[audience])}.claim_commitment(${id}::uuid, ${version}::integer) as answer`
  return row!.answer
}

/** The given values as the view's own types: the database reads days, arrays and numbers itself. */
const valuesOf = (sql: Sql, view: Fragment, written: Record<string, unknown>) => sql`
  select ${columns(sql, Object.keys(written), 'r')} from jsonb_populate_record(null::${view}, ${JSON.stringify(written)}::text::jsonb) r`

async function insertInto(sql: Sql, view: Fragment, id: string, written: Record<string, unknown>) {
  await writesExactly(
    1,
    sql`
    insert into ${view} (id, ${columns(sql, Object.keys(written))})
    select ${id}::uuid, n.* from (${valuesOf(sql, view, written)}) n`,
  )
}

const setsOf = (sql: Sql, written: Record<string, unknown>) =>
  listed(
    sql,
    Object.keys(written).map((name) => sql`${sql(name)} = n.${sql(name)}`),
  )

export const insertCommitment = (
  sql: Sql,
  audience: Audience,
  id: string,
  given: Partial<CommitmentFields>,
): Promise<void> => insertInto(sql, commitmentView(sql, audience), id, asColumns({ ...given }, columnOf))

/** Writes what is given of a promise that is held. */
export async function updateCommitment(
  sql: Sql,
  audience: Audience,
  id: string,
  given: Partial<CommitmentFields>,
): Promise<void> {
  const written = asColumns({ ...given }, columnOf)
  if (Object.keys(written).length === 0) return
  const view = commitmentView(sql, audience)
  await writesExactly(
    1,
    sql`update ${view} v set ${setsOf(sql, written)} from (${valuesOf(sql, view, written)}) n where v.id = ${id}`,
  )
}

type Lists = Partial<Pick<CommitmentFields, 'grounds' | 'activities' | 'measures' | 'readings'>>

/** Puts the given lists in the place of those there are, as far as the caller sees them. */
export async function replaceLists(sql: Sql, audience: Audience, id: string, lists: Lists): Promise<void> {
  const { grounds, activities, measures, readings } = lists
  const replace = async (part: string, rows: readonly object[] | undefined) => {
    if (!rows) return
    const view = commitmentView(sql, audience, part)
    await sql`delete from ${view} where commitment = ${id}`
    const [first] = rows
    if (!first) return
    const names = columns(sql, Object.keys(first))
    await writesExactly(
      rows.length,
      sql`
      insert into ${view} (${names})
      select ${names} from jsonb_populate_recordset(null::${view}, ${JSON.stringify(rows)}::text::jsonb) r`,
    )
  }
  const of = { commitment: id }
  await replace(
    'grounds',
    grounds?.map(({ kind, title, text = null, source = null, layer = null, object = null }, nth) => ({
      ...{ id: crypto.randomUUID(), ...of, nth, kind, title, text, source, layer, object_id: object },
    })),
  )
  await replace(
    'activities',
    activities?.map(({ title, who = null, dueOn = null, doneOn = null, place = null }, nth) => ({
      ...{ id: crypto.randomUUID(), ...of, nth, title, who, due_on: dueOn, done_on: doneOn, place },
    })),
  )
  await replace(
    'measures',
    measures?.map(({ layer, id: object }: ObjectRef) => ({ ...of, layer, object_id: object })),
  )
  await replace(
    'readings',
    readings?.map(({ on, value, note }) => ({ ...of, read_on: on, value, note })),
  )
}

export const publishCommitment = (sql: Sql, audience: Audience, id: string): Promise<unknown> =>
  writesExactly(1, sql`update ${commitmentView(sql, audience)} set state = 'published' where id = ${id}`)

export const deleteCommitment = (sql: Sql, audience: Audience, id: string): Promise<unknown> =>
  writesExactly(1, sql`delete from ${commitmentView(sql, audience)} where id = ${id}`)

export const insertStatus = (
  sql: Sql,
  audience: Audience,
  id: string,
  line: Required<NewStatusLine>,
): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into ${commitmentView(sql, audience, 'statuses')} (commitment, on_day, status, text)
    values (${id}, ${line.on}, ${line.status}, ${line.text})`,
  )

export const writeEvaluation = (
  sql: Sql,
  audience: Audience,
  id: string,
  { text, result }: NewEvaluation,
): Promise<unknown> =>
  writesExactly(
    1,
    sql`update ${commitmentView(sql, audience)} set evaluation = ${text}, result = ${result} where id = ${id}`,
  )

/** Signs for the caller's party; with both signatures the database closes the promise. */
export const insertSignature = (sql: Sql, audience: Audience, id: string, role: string): Promise<unknown> =>
  writesExactly(
    1,
    sql`insert into ${commitmentView(sql, audience, 'signatures')} (commitment, role) values (${id}, ${role})`,
  )

export const insertAgreement = (sql: Sql, audience: Audience, id: string, given: NewAgreement) =>
  insertInto(sql, commitmentView(sql, audience, 'agreements'), id, asColumns({ ...given }, agreementColumnOf))

/** False where the version does not hold. */
export async function updateAgreement(
  sql: Sql,
  audience: Audience,
  { id, version }: { id: string; version: number },
  given: Partial<NewAgreement>,
): Promise<boolean> {
  const view = commitmentView(sql, audience, 'agreements')
  const written = asColumns({ ...given }, agreementColumnOf)
  if (Object.keys(written).length === 0) return true
  const { count } = await sql`
    update ${view} v set ${setsOf(sql, written)} from (${valuesOf(sql, view, written)}) n
    where v.id = ${id} and v.version = ${version}`
  return count === 1
}

/** False where the version does not hold; one with promises under it is refused (23503). */
export async function deleteAgreement(
  sql: Sql,
  audience: Audience,
  { id, version }: { id: string; version: number },
): Promise<boolean> {
  const { count } = await sql`
    delete from ${commitmentView(sql, audience, 'agreements')} where id = ${id} and version = ${version}`
  return count === 1
}
