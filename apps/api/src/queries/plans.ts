import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type { NewPlan, Person, Plan, PlanChange } from '../contract-identity.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import { costOf } from '../plans/costs.ts'
import { viewOf } from './items.ts'

/** The layers whose objects the audience can meet in plans. */
export const planLayers = (layers: readonly LayerDefinition[], audience: Audience): LayerDefinition[] =>
  layers.filter((layer) => layer.audiences[audience]?.includes('plan_id'))

/** Every measure of the audience that is in a plan: which plan, and what it costs. */
function measuresInPlans(sql: Sql, audience: Audience, layers: readonly LayerDefinition[]) {
  const amount = (column: string | null) => (column ? sql`v.${sql(column)}` : sql`null::integer`)
  return planLayers(layers, audience).reduce((all, layer) => {
    const { investment, yearly } = costOf(layer, audience)
    return sql`${all} union all
        select v.plan_id, ${amount(investment)}, ${amount(yearly)} from ${viewOf(sql, layer, audience)} v where v.plan_id is not null`
  }, sql`select null::uuid as plan, null::integer as investment, null::integer as yearly where false`)
}

/** The plans the account of the transaction is a member of, by title; one of them where an id is given. */
export const listPlans = (
  sql: Sql,
  audience: Audience,
  layers: readonly LayerDefinition[],
  id: string | null = null,
): Promise<Plan[]> => sql<Plan[]>`
  select p.id, p.title, p.description, p.budget_sek as "budgetSek", p.yearly_budget_sek as "yearlyBudgetSek",
    case when p.copied_from is not null then jsonb_build_object('id', p.copied_from, 'title', o.title) end as "copiedFrom",
    p.version, to_jsonb(p.created_at) #>> '{}' as "createdAt", to_jsonb(p.updated_at) #>> '{}' as "updatedAt",
    (select jsonb_agg(jsonb_build_object('account', jsonb_build_object('id', m.account_id, 'name', a.name), 'role', m.role)
        order by m.role desc, a.name, m.account_id)
      from ${sql(schemaOf[audience])}.plan_members m join ${sql(schemaOf[audience])}.people a on a.id = m.account_id
      where m.plan = p.id) as members,
    s.measures, s.investment, s.yearly
  from ${sql(schemaOf[audience])}.plans p
  left join ${sql(schemaOf[audience])}.plans o on o.id = p.copied_from
  cross join lateral (
    select count(*)::int as measures, coalesce(sum(i.investment), 0)::float8 as investment, coalesce(sum(i.yearly), 0)::float8 as yearly
    from (${measuresInPlans(sql, audience, layers)}) i where i.plan = p.id
  ) s
  ${id === null ? sql`` : sql`where p.id = ${id}`}
  order by p.title, p.id`

/** Ids of the plans that the account of the transaction is a member of. */
export async function plansOf(sql: Sql, audience: Audience): Promise<ReadonlySet<string>> {
  const rows = await sql`select id::text from ${sql(schemaOf[audience])}.plans`
  return new Set(rows.map(({ id }) => String(id)))
}

/** Makes a plan; who copies another has to be a member of it (42501). */
export const insertPlan = (
  sql: Sql,
  audience: Audience,
  plan: NewPlan & { id: string; copiedFrom?: string },
): Promise<unknown> =>
  writesExactly(
    1,
    sql`
    insert into ${sql(schemaOf[audience])}.plans (id, title, description, budget_sek, yearly_budget_sek, copied_from)
    values (${plan.id}, ${plan.title}, ${plan.description || null}, ${plan.budgetSek ?? null}, ${plan.yearlyBudgetSek ?? null},
      ${plan.copiedFrom ?? null})`,
  )

/** Writes the plan as it is to be if the version still holds; false where it does not. */
export async function updatePlan(
  sql: Sql,
  audience: Audience,
  {
    id,
    version,
    title,
    description,
    budgetSek,
    yearlyBudgetSek,
  }: Required<PlanChange> & { id: string; version: number },
): Promise<boolean> {
  const { count } = await sql`
    update ${sql(schemaOf[audience])}.plans set title = ${title}, description = ${description || null}, budget_sek = ${budgetSek},
      yearly_budget_sek = ${yearlyBudgetSek}
    where id = ${id} and version = ${version}`
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
