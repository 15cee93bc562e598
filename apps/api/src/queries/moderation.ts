import type {
  AnswerTemplate,
  BuiltPlace,
  ModeratedReport,
  MonthOfReports,
  NewTemplate,
  Person,
  QueuedReport,
  ReportBeside,
} from '../contract-moderation.ts'
import type { Sql } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'

/** Bounds an answer; what has waited longest comes first. */
const most = 500

/** Also a report that is closed waits where its reporter has written since. */
const waits = (sql: Sql) => sql`(q.state in ('new', 'in_review') or q.replied)`

const asQueued = (sql: Sql, today: string) => sql`
  q.id, q.version, q.state, to_jsonb(q.reasons) as reasons, q.words, ST_AsGeoJSON(q.geom, 7)::jsonb as geometry,
  q.received_on::text as "receivedOn", q.due_on::text as "dueOn",
  (q.state in ('new', 'in_review') and q.first_answered_at is null and q.due_on < ${today}::date) as late, q.quiet,
  case when q.assigned_to is not null then jsonb_build_object('id', q.assigned_to, 'name', q.assigned_name) end as "assignedTo",
  q.place_id as place, q.same_as as "sameAs", q.supports, q.replied, q.first_answered_at is not null as answered, q.has_photo as photo, q.demo,
  (select count(*)::integer from planner.report_queue o where o.id = q.id or o.place_id = q.place_id
    or (q.place_id is null and (o.same_as = coalesce(q.same_as, q.id) or o.id = q.same_as))) as together`

export type Shown = 'open' | 'quiet' | 'closed'

/** The queue: what has to be answered first comes first; of what is closed the latest. Reports held together with another go with that one. */
export const readQueue = (sql: Sql, show: Shown, today: string): Promise<QueuedReport[]> => sql<
  QueuedReport[]
>`
  select ${asQueued(sql, today)} from planner.report_queue q
  where q.same_as is null and ${
    show === 'closed'
      ? sql`not ${waits(sql)} order by coalesce(q.closed_at, q.received_on::timestamptz) desc, q.id`
      : sql`${waits(sql)} and q.quiet = ${show === 'quiet'} order by q.replied desc, q.first_answered_at is not null, q.due_on, q.received_on, q.id`
  } limit ${show === 'closed' ? 200 : most}`

/** How many there are of each. */
export async function countQueue(sql: Sql): Promise<{ open: number; quiet: number; closed: number }> {
  const [row] = await sql<{ open: number; quiet: number; closed: number }[]>`
    select (count(*) filter (where ${waits(sql)} and not q.quiet))::integer as open, (count(*) filter (where ${waits(sql)} and q.quiet))::integer as quiet,
      (count(*) filter (where not ${waits(sql)}))::integer as closed
    from planner.report_queue q where q.same_as is null`
  return row!
}

/** Planners with open accounts. */
export const readPlanners = (sql: Sql): Promise<Person[]> => sql<Person[]>`
  select id, name from planner.people where available and audience = 'planner' order by name, id`

export type StoredBuilt = Omit<BuiltPlace, 'measures'> & {
  readonly links: readonly { layer: string; measure: string }[]
}

/** Places that are not done though something is linked to them; whether that is built is for others to say. */
export const readLinkedPlaces = (sql: Sql): Promise<StoredBuilt[]> => sql<StoredBuilt[]>`
  select p.id, p.version, to_jsonb(p.reasons) as reasons, p.month::text as month,
    (select count(*)::integer from planner.unsafe_reports r where r.place_id = p.id) as reports,
    (select r.id from planner.unsafe_reports r where r.place_id = p.id order by r.received_on, r.id limit 1) as report,
    (select jsonb_agg(jsonb_build_object('layer', l.layer, 'measure', l.measure_id)) from planner.report_links l
      where l.place_id = p.id and l.measure_id is not null) as links
  from planner.reported_places p
  where p.state in ('looked_at', 'planned') and exists (select from planner.report_links l where l.place_id = p.id and l.measure_id is not null)
    and exists (select from planner.unsafe_reports r where r.place_id = p.id)
  order by p.month, p.id limit ${most}`

type StoredReport = QueuedReport &
  Pick<
    ModeratedReport,
    | 'weekdays'
    | 'hoursFrom'
    | 'hoursTo'
    | 'season'
    | 'internalText'
    | 'language'
    | 'messages'
    | 'history'
    | 'picture'
  >

/** A report with its talk and its past; undefined where there is none. */
export async function readReport(sql: Sql, id: string, today: string): Promise<StoredReport | undefined> {
  const [row] = await sql<StoredReport[]>`
    select ${asQueued(sql, today)}, to_jsonb(r.weekdays) as weekdays, r.hours_from as "hoursFrom", r.hours_to as "hoursTo", r.season,
      r.internal_text as "internalText", (select l.language from planner.report_languages l where l.report_id = r.id) as language,
      coalesce((
        select jsonb_agg(jsonb_build_object('id', m.id, 'direction', m.direction, 'kind', m.kind, 'text', m.text, 'at', m.at, 'by', m.author_name) order by m.nth)
        from planner.report_messages m where m.report_id = r.id), '[]') as messages,
      coalesce((
        select jsonb_agg(jsonb_build_object('at', h.at, 'by', h.actor_name, 'changed', h.changed,
          'state', case when h.after ->> 'state' is distinct from h.before ->> 'state' then h.after ->> 'state' end,
          'words', case when 'words' = any (h.changed) then h.before ->> 'words' end) order by h.at desc, h.version desc)
        from (select h.*, array(
            select a.key from jsonb_each(h.after) a
            where h.op = 'update' and a.key not in ('version', 'updated_at', 'main_reason') and a.value is distinct from h.before -> a.key order by a.key
          ) as changed
          from planner.history h where h.object_id = r.id and h.layer = 'unsafe_reports' order by h.at desc limit 100) h), '[]') as history,
      (select jsonb_build_object('width', p.width, 'height', p.height, 'released', p.place_id is not null)
        from planner.report_photos p where p.report_id = r.id) as picture
    from planner.report_queue q join planner.unsafe_reports r on r.id = q.id where q.id = ${id}`
  return row
}

/** The other reports of its place, or of what it is held together with. */
export const readOthers = (
  sql: Sql,
  report: Pick<QueuedReport, 'id' | 'place' | 'sameAs'>,
): Promise<ReportBeside[]> => sql<ReportBeside[]>`
  select q.id, q.state, to_jsonb(q.reasons) as reasons, q.words, q.received_on::text as "receivedOn"
  from planner.report_queue q
  where q.id <> ${report.id} and ${
    report.place
      ? sql`q.place_id = ${report.place}`
      : sql`(q.same_as = ${report.sameAs ?? report.id} or q.id = ${report.sameAs ?? report.id})`
  }
  order by q.received_on, q.id limit ${most}`

/** The picture of a report, as JPEG. */
export async function readPhoto(sql: Sql, id: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [row] = await sql<{ picture: Uint8Array<ArrayBuffer> }[]>`
    select picture from planner.report_photos where report_id = ${id}`
  return row?.picture
}

/** What came in each month of the last two years and how fast it was answered and closed, newest first. */
export const readMonths = (sql: Sql, today: string): Promise<MonthOfReports[]> => sql<MonthOfReports[]>`
  with r as (
    select date_trunc('month', q.received_on)::date as month, q.due_on, q.first_answered_at,
      (q.first_answered_at at time zone 'Europe/Stockholm')::date as answered_on,
      (q.first_answered_at at time zone 'Europe/Stockholm')::date - q.received_on as answer_days,
      (q.closed_at at time zone 'Europe/Stockholm')::date - q.received_on as close_days
    from planner.report_queue q
    where not q.quiet and q.received_on > date_trunc('month', ${today}::date) - interval '2 years'
  )
  select month::text as month, count(*)::integer as came, count(answer_days)::integer as answered,
    percentile_cont(0.5) within group (order by answer_days) as "answerMedian",
    percentile_cont(0.9) within group (order by answer_days) as "answerMost",
    count(close_days)::integer as closed,
    percentile_cont(0.5) within group (order by close_days) as "closeMedian",
    percentile_cont(0.9) within group (order by close_days) as "closeMost",
    (count(*) filter (where coalesce(answered_on, ${today}::date) > due_on))::integer as late
  from r group by month order by month desc`

export const readTemplates = (sql: Sql): Promise<AnswerTemplate[]> => sql<AnswerTemplate[]>`
  select id, title, sv, en from planner.report_templates order by title, id limit ${most}`

export const insertTemplate = (sql: Sql, id: string, given: NewTemplate): Promise<unknown> =>
  writesExactly(
    1,
    sql`insert into planner.report_templates (id, title, sv, en) values (${id}, ${given.title}, ${given.sv}, ${given.en})`,
  )

/** False where there is none. */
export async function updateTemplate(sql: Sql, id: string, given: NewTemplate): Promise<boolean> {
  const { count } = await sql`
    update planner.report_templates set title = ${given.title}, sv = ${given.sv}, en = ${given.en}, updated_at = now() where id = ${id}`
  return count === 1
}

/** False where there is none. */
export async function deleteTemplate(sql: Sql, id: string): Promise<boolean> {
  const { count } = await sql`delete from planner.report_templates where id = ${id}`
  return count === 1
}
