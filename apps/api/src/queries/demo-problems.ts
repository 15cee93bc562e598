import type { Sql } from '../database/database.ts'
import { pauseTriggers } from './demo.ts'

type Rows = readonly Readonly<Record<string, unknown>>[]

/** Rows of the tables of problems; evidence and measures name what they are about by its title. */
export interface DemoProblems {
  readonly problems: Rows
  readonly readings: Rows
  readonly evidence: Rows
  readonly measures: readonly (Readonly<Record<string, unknown>> & {
    readonly layer: string
    readonly title: string
  })[]
  readonly operations: Rows
}

const tables = ['problems', 'problem_readings', 'problem_evidence', 'problem_measures', 'operations'] as const

/** @throws Error when fewer rows arrive than were sent */
async function insertRows(sql: Sql, table: string, rows: Rows): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  const { count } = await sql`
    insert into core.${sql(table)} (${sql(columns)})
    select ${sql(columns)} from jsonb_populate_recordset(null::core.${sql(table)}, ${sql.json(rows as never)})`
  if (count !== rows.length) throw new Error(`${rows.length - count} rows of ${table} were not stored`)
}

/** Stores the demonstration's problems after its layers, as if they had been written on their days. */
export async function insertDemoProblems(sql: Sql, demo: DemoProblems): Promise<void> {
  for (const table of tables) await pauseTriggers(sql, table, true)
  await insertRows(sql, 'problems', demo.problems)
  await insertRows(sql, 'problem_readings', demo.readings)
  for (const { about, layer, ...evidence } of demo.evidence) {
    const [object] = about
      ? await sql<{ id: string }[]>`
          select id from core.${sql(String(layer))} where demo and title = ${String(about)} order by created_at desc limit 1`
      : []
    await insertRows(sql, 'problem_evidence', [{ ...evidence, layer, object_id: object?.id ?? null }])
  }
  for (const { title, ...measure } of demo.measures) {
    const [object] = await sql<{ id: string; at: string }[]>`
      select id, to_jsonb(created_at) #>> '{}' as at from core.${sql(measure.layer)} where demo and title = ${title}`
    if (!object) throw new Error(`the demonstration has no ${measure.layer} called ${title}`)
    await insertRows(sql, 'problem_measures', [{ ...measure, object_id: object.id, at: object.at }])
  }
  await insertRows(sql, 'operations', demo.operations)
  for (const table of tables) await pauseTriggers(sql, table, false)
  await writePast(sql)
}

/** That each was written down, by whom and when. */
async function writePast(sql: Sql): Promise<void> {
  await sql`
    insert into core.problem_history (problem, operation, part, op, at, actor_id, actor_name, police_only, after)
    select * from (
      select p.id, null::uuid, 'problem', 'insert', p.created_at, 'demo-planner', 'Petra Lindgren', false, jsonb_build_object('title', p.title)
      from core.problems p where p.demo
      union all
      select e.problem, null, 'evidence', 'insert', e.at, e.account, e.by_name, e.police_only, to_jsonb(e) - 'account' - 'by_name'
      from core.problem_evidence e join core.problems p on p.id = e.problem where p.demo
      union all
      select r.problem, null, 'reading', 'insert', r.at, r.account, r.by_name, false, to_jsonb(r) - 'account' - 'by_name'
      from core.problem_readings r join core.problems p on p.id = r.problem where p.demo
      union all
      select p.id, o.id, 'operation', 'insert', o.created_at, 'demo-police', 'Amira Holm', false, jsonb_build_object('title', o.title)
      from core.operations o left join core.problems p on p.id = any (o.problems) where o.demo
    ) past order by 5`
}

/** Removes demonstration problems with all that hangs on them, and demonstration operations. */
export async function deleteDemoProblems(sql: Sql): Promise<void> {
  await sql`delete from core.operations where demo`
  await sql`delete from core.problems where demo`
}
