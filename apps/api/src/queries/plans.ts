import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type { Person, Plan } from '../contract-identity.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import { viewOf } from './items.ts'

/** The layers whose objects the audience can meet in plans. */
export const planLayers = (layers: readonly LayerDefinition[], audience: Audience): LayerDefinition[] =>
  layers.filter((layer) => layer.audiences[audience]?.includes('plan_id'))

/** Measures of each plan in all layers, as many as the audience sees. */
const measuresOf = (sql: Sql, audience: Audience, layers: readonly LayerDefinition[]) =>
  planLayers(layers, audience).reduce(
    (sum, layer) =>
      sql`${sum} + (select count(*)::int from ${viewOf(sql, layer, audience)} v where v.plan_id = p.id)`,
    sql`0`,
  )

/** The plans the account of the transaction is a member of, by title; one of them where an id is given. */
export const listPlans = (
  sql: Sql,
  audience: Audience,
  layers: readonly LayerDefinition[],
  id: string | null = null,
): Promise<Plan[]> => sql<Plan[]>`
  select p.id, p.title, p.version,
    to_jsonb(p.created_at) #>> '{}' as "createdAt", to_jsonb(p.updated_at) #>> '{}' as "updatedAt",
    (select jsonb_agg(jsonb_build_object('account', jsonb_build_object('id', m.account_id, 'name', a.name), 'role', m.role)
        order by m.role desc, a.name, m.account_id)
      from ${sql(schemaOf[audience])}.plan_members m join ${sql(schemaOf[audience])}.people a on a.id = m.account_id
      where m.plan = p.id) as members,
    ${measuresOf(sql, audience, layers)} as measures
  from ${sql(schemaOf[audience])}.plans p
  ${id === null ? sql`` : sql`where p.id = ${id}`}
  order by p.title, p.id`

/** Ids of the plans that the account of the transaction is a member of. */
export async function plansOf(sql: Sql, audience: Audience): Promise<ReadonlySet<string>> {
  const rows = await sql`select id::text from ${sql(schemaOf[audience])}.plans`
  return new Set(rows.map(({ id }) => String(id)))
}

export const insertPlan = (sql: Sql, audience: Audience, id: string, title: string): Promise<unknown> =>
  writesExactly(1, sql`insert into ${sql(schemaOf[audience])}.plans (id, title) values (${id}, ${title})`)

/** Writes the title if the version still holds; false where it does not. */
export async function renamePlan(
  sql: Sql,
  audience: Audience,
  plan: { id: string; version: number; title: string },
): Promise<boolean> {
  const { count } = await sql`
    update ${sql(schemaOf[audience])}.plans set title = ${plan.title} where id = ${plan.id} and version = ${plan.version}`
  return count === 1
}

/** Removes a plan nothing is in; one that something is in is a foreign key's refusal (23503). */
export const deletePlan = (sql: Sql, audience: Audience, id: string): Promise<unknown> =>
  writesExactly(1, sql`delete from ${sql(schemaOf[audience])}.plans where id = ${id}`)

export async function putMember(
  sql: Sql,
  audience: Audience,
  member: { plan: string; account: string; role: 'owner' | 'member' },
): Promise<void> {
  await sql`
    insert into ${sql(schemaOf[audience])}.plan_members (plan, account_id, role)
    values (${member.plan}, ${member.account}, ${member.role})
    on conflict (plan, account_id) do update set role = excluded.role`
}

/** False where the account is no member. */
export async function deleteMember(
  sql: Sql,
  audience: Audience,
  plan: string,
  account: string,
): Promise<boolean> {
  const { count } = await sql`
    delete from ${sql(schemaOf[audience])}.plan_members where plan = ${plan} and account_id = ${account}`
  return count === 1
}

/** Who can be made a member, by name. */
export const listPeople = (sql: Sql, audience: Audience): Promise<Person[]> => sql<Person[]>`
  select id, name, audience from ${sql(schemaOf[audience])}.people where available order by name, id`
