import type { Sql } from '../database/database.ts'

/** What the demonstration writes and takes away. All of it runs as the owner. */

/** A row of a layer as JSON: column -> value, geom as EWKT, id and version among them. */
export type LayerRow = Readonly<Record<string, unknown>> & { readonly id: string; readonly geom: string }

/** A plan with drafts, and who works on it. */
export interface DraftPlan {
  readonly id: string
  readonly title: string
  readonly description: string | null
  /** SEK, once and a year. */
  readonly budget: number | null
  readonly yearly: number | null
  readonly members: readonly {
    readonly issuer: string
    readonly subject: string
    readonly name: string
    readonly audience: string
    readonly role: 'owner' | 'member'
  }[]
}

/** One entry of an object's past. */
export interface PastEntry {
  readonly object_id: string
  readonly version: number
  /** ISO instant. */
  readonly at: string
  readonly actor_id: string
  readonly actor_name: string
  /** Columns that differed from the row as it is now. */
  readonly was: Readonly<Record<string, unknown>>
}

/** Rows a statement carries: bounds the message. */
const batchSize = 1500

const schematicId = 'schematic:kristianstad'

export async function insertDataset(
  sql: Sql,
  dataset: { title: string; attribution: string; bounds: number[]; counts: Record<string, number>; at: Date },
): Promise<void> {
  await sql`
    insert into basemap.datasets (id, source, title, attribution, imported_at, bounds, counts)
    values (${schematicId}, 'schematic', ${dataset.title}, ${dataset.attribution}, ${dataset.at},
      ${sql.array(dataset.bounds, 1022)}, ${sql.json(dataset.counts)})`
}

/** @throws Error when fewer rows arrive than were sent: the embedded engine can drop rows without a word. */
export async function insertFeatures(sql: Sql, features: readonly object[]): Promise<void> {
  for (const batch of batches(features)) {
    const { count } = await sql`
      insert into basemap.features (source, source_id, theme, kind, name, rank, props, geom, dataset)
      select 'schematic', source_id, theme, kind, name, rank, props, geom, ${schematicId}
      from jsonb_to_recordset(${sql.json(batch as never)}) as f(source_id text, theme text, kind text, name text, rank smallint, props jsonb, geom geometry)`
    if (count !== batch.length)
      throw new Error(`${batch.length - count} features of the plan were not stored`)
  }
}

export async function refreshPlaces(sql: Sql): Promise<number> {
  const [row] = await sql<{ made: number }[]>`select basemap.refresh_places() as made`
  return row!.made
}

export async function writeSettings(sql: Sql, settings: Readonly<Record<string, unknown>>): Promise<void> {
  await sql`
    insert into core.settings (key, value)
    select key, value from jsonb_each(${sql.json(settings as never)})
    on conflict (key) do update set value = excluded.value`
}

/** Stores a plan with its members; accounts that nobody has signed in with yet are made. */
export async function insertDraftPlan(sql: Sql, plan: DraftPlan): Promise<void> {
  await sql`
    insert into core.plans (id, title, description, budget_sek, yearly_budget_sek, demo)
    values (${plan.id}, ${plan.title}, ${plan.description}, ${plan.budget}, ${plan.yearly}, true)`
  for (const { issuer, subject, name, audience, role } of plan.members)
    await sql`
      with account as (
        insert into identity.accounts as a (issuer, subject, name, audience, claimed_audience)
        values (${issuer}, ${subject}, ${name}, ${audience}, ${audience})
        on conflict (issuer, subject) do update set name = a.name
        returning id
      )
      insert into core.plan_members (plan, account_id, role) select ${plan.id}, id, ${role} from account`
}

/** Removes demonstration plans, but those that people have put measures of their own into. */
export async function deleteDraftPlans(sql: Sql): Promise<void> {
  await sql`
    delete from core.plans p where demo
      and not exists (select from core.lighting_upgrades m where m.plan_id = p.id)
      and not exists (select from core.shrub_clearances m where m.plan_id = p.id)
      and not exists (select from core.camera_sites m where m.plan_id = p.id)
      and not exists (select from core.patrol_zones m where m.plan_id = p.id)`
}

/** Keeps the triggers from stamping rows and writing history with today's date while the past is put in. */
export async function pauseTriggers(sql: Sql, layer: string, paused: boolean): Promise<void> {
  await (paused
    ? sql`alter table core.${sql(layer)} disable trigger user`
    : sql`alter table core.${sql(layer)} enable trigger user`)
}

/** @throws Error when fewer rows arrive than were sent */
export async function insertRows(sql: Sql, layer: string, rows: readonly LayerRow[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  for (const batch of batches(rows)) {
    const { count } = await sql`
      insert into core.${sql(layer)} (${sql(columns)})
      select ${sql(columns)} from jsonb_populate_recordset(null::core.${sql(layer)}, ${sql.json(batch as never)})`
    if (count !== batch.length) throw new Error(`${batch.length - count} rows of ${layer} were not stored`)
  }
}

/** Writes the past of rows that are already there: each entry holds the row as it is now but for what it says was different. */
export async function insertPast(sql: Sql, layer: string, past: readonly PastEntry[]): Promise<void> {
  for (const batch of batches(past)) {
    const { count } = await sql`
      insert into core.history (layer, object_id, version, at, actor_id, actor_name, op, before, after)
      select ${layer}, p.object_id, p.version, p.at, p.actor_id, p.actor_name,
        case p.version when 1 then 'insert' else 'update' end,
        lag(p.state) over steps, p.state
      from (
        select e.*, to_jsonb(t) || jsonb_build_object('geom', ST_AsGeoJSON(t.geom, 15)::jsonb)
          || jsonb_build_object('version', e.version, 'updated_at', e.at) || e.was as state
        from jsonb_to_recordset(${sql.json(batch as never)})
          as e(object_id uuid, version integer, at timestamptz, actor_id text, actor_name text, was jsonb)
        join core.${sql(layer)} t on t.id = e.object_id
      ) p
      window steps as (partition by p.object_id order by p.version)
      order by p.at, p.object_id, p.version`
    if (count !== batch.length)
      throw new Error(`${batch.length - count} history entries of ${layer} were not stored`)
  }
}

export async function notifyReload(sql: Sql, layer: string): Promise<void> {
  await sql`select core.notify_reload(${layer})`
}

/** Removes a layer's demonstration rows and their history; what people have made stays. Returns how many rows went. */
export async function deleteDemoRows(sql: Sql, layer: string): Promise<number> {
  await sql`
    delete from core.history h using core.${sql(layer)} t
    where t.demo and h.layer = ${layer} and h.object_id = t.id`
  const { count } = await sql`delete from core.${sql(layer)} where demo`
  return count
}

/** Removes demonstration incidents with what they said before. Returns how many went. */
export async function deleteDemoIncidents(sql: Sql): Promise<number> {
  const { count } = await sql`delete from core.incidents where demo`
  return count
}

/** Removes decisions about demonstration data, its dossiers and presence in its zones, whoever wrote them: what they are about goes too. */
export async function deleteDemoDocumentation(sql: Sql): Promise<void> {
  await sql`delete from core.decisions where demo`
  await sql`delete from core.dossiers where demo`
  await sql`delete from core.pictures where demo`
  await sql`delete from core.presence_log where demo`
}

export async function deleteSchematic(sql: Sql): Promise<number> {
  const { count } = await sql`delete from basemap.features where source = 'schematic'`
  await sql`delete from basemap.datasets where source = 'schematic'`
  return count
}

export const startBulk = async (sql: Sql): Promise<void> => {
  await sql`select set_config('app.bulk', 'on', true)`
}

function* batches<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let i = 0; i < rows.length; i += batchSize) yield rows.slice(i, i + batchSize)
}
