import type { Sql } from '../database/database.ts'
import { demoIssuer } from '../identity/demo-accounts.ts'

/** What the demonstration writes of the weekly pictures, beside what is compiled. As the owner. */

export interface DemoSigner {
  readonly id: string
  readonly name: string
  readonly subject: string
}

export const demoSigners = (sql: Sql): Promise<DemoSigner[]> => sql<DemoSigner[]>`
  select id::text as id, name, subject from identity.accounts
  where issuer = ${demoIssuer} and subject in ('demo-police', 'demo-planner') order by subject`

/** Whether a demonstration is what the database shows; and which weeks have a picture. */
export async function demoWeeks(sql: Sql): Promise<{ demo: boolean; weeks: string[] }> {
  const [row] = await sql<{ demo: boolean; weeks: string[] }[]>`
    select coalesce((select value = 'true' from core.settings where key = 'demo'), false) as demo,
      (select coalesce(jsonb_agg(week), '[]') from core.pictures) as weeks`
  return row!
}

export async function beginDemoPicture(sql: Sql, week: string, at: Date): Promise<void> {
  await sql`insert into core.pictures (week, demo, created_at) values (${week}, true, ${at}) on conflict (week) do nothing`
}

export interface DemoRows {
  readonly attendance: readonly {
    readonly organisation: string
    readonly function: string
    readonly present: boolean
  }[]
  readonly decisions: readonly {
    readonly text: string
    readonly responsible: string
    readonly internal?: boolean
  }[]
  readonly tasks: readonly {
    readonly text: string
    readonly owner: string
    readonly due: string
    readonly internal?: boolean
  }[]
  /** Beginnings of the texts of tasks that got done this week. */
  readonly done: readonly string[]
}

export async function writeDemoRows(sql: Sql, week: string, rows: DemoRows): Promise<void> {
  await sql`
    insert into core.picture_attendance (week, organisation, function, present, created_at)
    select ${week}, r.organisation, r.function, r.present, now() + r.nth * interval '1 ms'
    from rows from (jsonb_to_recordset(${sql.json(rows.attendance as never)}) as (organisation text, function text, present boolean))
      with ordinality as r(organisation, function, present, nth)`
  await sql`
    insert into core.picture_decisions (week, text, responsible, internal)
    select ${week}, r.text, r.responsible, coalesce(r.internal, false)
    from jsonb_to_recordset(${sql.json(rows.decisions as never)}) as r(text text, responsible text, internal boolean)`
  await sql`
    insert into core.picture_tasks (week, text, owner, due_on, since, internal)
    select ${week}, r.text, r.owner, r.due, ${week}, coalesce(r.internal, false)
    from jsonb_to_recordset(${sql.json(rows.tasks as never)}) as r(text text, owner text, due date, internal boolean)`
  for (const text of rows.done)
    await sql`
      update core.picture_tasks set state = 'done' where week = ${week} and starts_with(text, ${text})`
}

/** Freezes a picture and signs it for both sides, at times of their own. */
export async function signDemoPicture(
  sql: Sql,
  week: string,
  { police, planner, at, sharedAt }: { police: DemoSigner; planner: DemoSigner; at: Date; sharedAt: Date },
): Promise<void> {
  await sql`
    update core.pictures set state = 'frozen', frozen_at = ${at}, frozen_by = ${police.id}, frozen_by_name = ${police.name}
    where week = ${week}`
  for (const [side, signer, title, signed] of [
    ['police', police, 'Lokalpolisområdets samordnare', at],
    ['municipality', planner, 'Trygghetssamordnare', sharedAt],
  ] as const)
    await sql`
      insert into core.picture_signatures (week, side, account, by_name, title, at)
      values (${week}, ${side}, ${signer.id}, ${signer.name}, ${title}, ${signed})`
}
