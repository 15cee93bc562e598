import type { Audience } from '@trygghetskartan/layers'
import type { PictureState, SectionData, SectionKind } from '../contract-pictures.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'

/** Pictures as they are compiled, frozen, opened and signed: by the police, or by the owner's own job. */

/** The state and revision of a picture, held until the transaction ends; undefined where there is none. */
export async function holdPicture(
  sql: Sql,
  week: string,
): Promise<{ state: PictureState; revision: number } | undefined> {
  const [row] = await sql<{ state: PictureState; revision: number }[]>`
    select p.state, p.revision from police.pictures p where p.week = ${week} for update`
  return row
}

export interface CompiledSection {
  readonly kind: SectionKind
  readonly title: string
  readonly internal: boolean
  readonly data: SectionData
  readonly sharedData: SectionData | null
}

/** Begins a picture where there is none. */
export async function beginPicture(sql: Sql, week: string): Promise<void> {
  await sql`insert into police.pictures (week) values (${week}) on conflict (week) do nothing`
}

/** Renews the figures of a draft; its texts stay. */
export async function writeCompiled(
  sql: Sql,
  week: string,
  sections: readonly CompiledSection[],
  { map, sharedMap, at }: { map: Uint8Array; sharedMap: Uint8Array; at: Date },
): Promise<void> {
  for (const [i, { kind, title, internal, data, sharedData }] of sections.entries())
    await writesExactly(
      1,
      sql`
      insert into police.picture_sections (week, kind, nth, title, internal, data, shared_data)
      values (${week}, ${kind}, ${i + 1}, ${title}, ${internal}, ${JSON.stringify(data)}::text::jsonb,
        ${sharedData === null ? null : JSON.stringify(sharedData)}::text::jsonb)
      on conflict (week, kind) do update set nth = excluded.nth, title = excluded.title, data = excluded.data, shared_data = excluded.shared_data`,
    )
  await writesExactly(
    1,
    sql`
    update police.pictures set compiled_at = ${at}, map = ${Buffer.from(map)}::bytea, shared_map = ${Buffer.from(sharedMap)}::bytea
    where week = ${week}`,
  )
}

/** Takes along, from the newest earlier picture, the tasks that are not done. Returns how many. */
export async function carryTasks(sql: Sql, week: string): Promise<number> {
  const { count } = await sql`
    insert into police.picture_tasks (week, id, text, owner, due_on, state, since, internal)
    select ${week}::text, t.id, t.text, t.owner, t.due_on, t.state, t.since, t.internal
    from police.picture_tasks t
    where t.week = (select max(p.week) from police.pictures p where p.week < ${week}) and t.state in ('open', 'doing')
    order by t.created_at, t.id
    on conflict (week, id) do nothing`
  return count
}

/** Keeps a section's text as one document and as it reads. */
export const writeText = (
  sql: Sql,
  week: string,
  kind: SectionKind,
  { document, text }: { document: Uint8Array; text: string },
) =>
  writesExactly(
    1,
    sql`
    update police.picture_sections set document = ${Buffer.from(document)}::bytea, text = ${text} where week = ${week} and kind = ${kind}`,
  )

export const writeState = (sql: Sql, week: string, state: 'draft' | 'frozen') =>
  writesExactly(1, sql`update police.pictures set state = ${state} where week = ${week}`)

/** Signs: all of it for the police, the shared version for the municipality. */
export async function signPicture(sql: Sql, audience: Audience, week: string, title: string): Promise<void> {
  await (audience === 'police'
    ? sql`insert into police.picture_signatures (week, title) values (${week}, ${title})`
    : sql`select planner.sign_picture(${week}, ${title})`)
}

export interface StoredUpdate {
  seq: number
  section: SectionKind
  content: Uint8Array
}

/** Edits of a picture's texts after a number, in order, of the sections that the audience sees. */
export const readUpdates = (
  sql: Sql,
  audience: Audience,
  week: string,
  { after = 0, section = null }: { after?: number; section?: SectionKind | null } = {},
): Promise<StoredUpdate[]> => sql<StoredUpdate[]>`
  select u.seq::float8 as seq, u.section, u.content from ${sql(schemaOf[audience])}.picture_updates u
  where u.week = ${week} and u.seq > ${after} ${section === null ? sql`` : sql`and u.section = ${section}`} order by u.seq`

/** Keeps an edit; false where it is kept already. */
export async function keepUpdate(
  sql: Sql,
  audience: Audience,
  update: { id: string; week: string; section: SectionKind; content: Uint8Array },
): Promise<boolean> {
  const [known] = await sql`
    select from ${sql(schemaOf[audience])}.picture_updates where id = ${update.id}`
  if (known) return false
  await sql`
    insert into ${sql(schemaOf[audience])}.picture_updates (id, week, section, content)
    values (${update.id}, ${update.week}, ${update.section}, ${Buffer.from(update.content)}::bytea)`
  return true
}

/** Tells whoever has the picture open where somebody is writing: nothing is kept. */
export async function tellPresence(sql: Sql, presence: string): Promise<void> {
  await sql`select pg_notify('changes', ${JSON.stringify({ layer: 'picture_presence', op: 'update', id: presence })})`
}
