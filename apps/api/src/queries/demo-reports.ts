import type { Sql } from '../database/database.ts'
import { demoAccounts, demoIssuer } from '../identity/demo-accounts.ts'
import { pauseTriggers } from './demo.ts'

export interface DemoReports {
  readonly links: readonly { readonly place_id: string; readonly title: string }[]
  readonly support: readonly { readonly id: string; readonly place_id: string; readonly month: string }[]
  /** `sha256` in hex; of the newest report of a place, or of the newest that nobody has looked at. */
  readonly receipts: readonly {
    readonly sha256: string
    readonly place: string | null
    readonly talk: readonly (readonly [kind: string, text: string])[]
  }[]
  readonly templates: readonly {
    readonly id: string
    readonly title: string
    readonly sv: string
    readonly en: string
  }[]
  /** What reporters were answered, by state. */
  readonly answers: Readonly<Record<'published' | 'handled' | 'declined', string>>
}

/** Metres within which a report is of a place. */
const near = 70

/** Ties the demonstration's reports to its places, and stores what stands beside them. After the layers; clocks are as they would have been. */
export async function insertDemoReports(sql: Sql, demo: DemoReports): Promise<void> {
  await tieReports(sql)
  await insertWork(sql)
  await insertTalk(sql, demo)
  await sql`
    insert into core.report_support (id, place_id, month)
    select id, place_id, month from jsonb_to_recordset(${sql.json(demo.support as never)}) as s(id uuid, place_id uuid, month date)`
  for (const { place_id, title } of demo.links)
    await sql`
      insert into core.report_links (place_id, layer, measure_id)
      select ${place_id}, m.layer, m.id from (
        select 'lighting_upgrades' as layer, id, title from core.lighting_upgrades where demo
        union all select 'shrub_clearances', id, title from core.shrub_clearances where demo
      ) m where m.title = ${title}`
  await sql`
    insert into core.report_templates (id, title, sv, en)
    select id, title, sv, en from jsonb_to_recordset(${sql.json(demo.templates as never)}) as t(id uuid, title text, sv text, en text)
    on conflict do nothing`
}

/** A published report is of the nearest place with a reason in common, and a place has the nearest ones where none is near. */
async function tieReports(sql: Sql): Promise<void> {
  for (const layer of ['unsafe_reports', 'reported_places']) await pauseTriggers(sql, layer, true)
  await sql`
    update core.unsafe_reports r set place_id = (
      select p.id from core.reported_places p
      where p.demo and p.month <= r.received_on and (r.reasons && p.reasons) and ST_DWithin(p.geom::geography, r.geom::geography, ${near})
      order by ST_Distance(p.geom::geography, r.geom::geography), p.id limit 1)
    where r.demo and r.state in ('published', 'handled')`
  await sql`
    update core.unsafe_reports r set place_id = p.id
    from core.reported_places p cross join lateral (
      select n.id from core.unsafe_reports n
      where n.demo and n.state in ('published', 'handled') and n.place_id is null
      order by ST_Distance(p.geom::geography, n.geom::geography), n.id limit 2
    ) nearest
    where p.demo and not exists (select from core.unsafe_reports o where o.place_id = p.id) and r.id = nearest.id`
  await sql`
    update core.reported_places p set month = least(p.month, (
      select min(date_trunc('month', r.received_on))::date from core.unsafe_reports r where r.place_id = p.id))
    where p.demo`
  for (const layer of ['unsafe_reports', 'reported_places']) await pauseTriggers(sql, layer, false)
}

/** Every report has a receipt, whose code nobody knows, and work; of the newest a few are in the quiet queue. */
async function insertWork(sql: Sql): Promise<void> {
  const [planner] = demoAccounts.filter(({ audience }) => audience === 'planner')
  await sql`
    insert into identity.accounts (issuer, subject, name, audience, claimed_audience, decides)
    values (${demoIssuer}, ${planner!.id}, ${planner!.name}, 'planner', 'planner', true)
    on conflict (issuer, subject) do nothing`
  await sql`
    insert into core.report_receipts (report_id, code_sha256, body_sha256)
    select r.id, sha256(('receipt ' || r.id)::bytea), sha256(('body ' || r.id)::bytea) from core.unsafe_reports r where r.demo`
  await sql`
    insert into core.report_work (report_id, quiet, assigned_to, due_on, first_answered_at, closed_at)
    select r.id, r.state = 'new' and right(r.id::text, 1) in ('0', '1', '2'),
      case when r.state = 'in_review' then a.id end, r.received_on + 14,
      case when r.state in ('published', 'handled', 'declined') then least(r.updated_at, r.created_at + interval '6 days') end,
      case when r.state in ('published', 'handled', 'declined') then r.updated_at end
    from core.unsafe_reports r, identity.accounts a
    where r.demo and a.issuer = ${demoIssuer} and a.subject = ${planner!.id}`
}

async function insertTalk(sql: Sql, { receipts, answers }: DemoReports): Promise<void> {
  const told: string[] = []
  for (const { sha256, place, talk } of receipts) {
    const [report] = await sql<{ id: string }[]>`
      select r.id from core.unsafe_reports r
      where r.demo and not r.id::text = any (${told}) and ${place ? sql`r.place_id = ${place}` : sql`r.state = 'new'`}
      order by r.received_on desc, r.id limit 1`
    if (!report) throw new Error(`the demonstration has no report for a receipt of ${place ?? 'none'}`)
    told.push(report.id)
    await sql`update core.report_receipts set code_sha256 = decode(${sha256}, 'hex') where report_id = ${report.id}`
    for (const [at, [kind, text]] of talk.entries())
      await sql`
        insert into core.report_messages (report_id, direction, kind, text, at, author)
        select r.id, ${kind === 'reply' ? 'reporter' : 'office'}, ${kind}, ${text},
          date_trunc('day', least(r.created_at + interval '2 days' * ${at + 1}::int, now())),
          ${kind === 'reply' ? null : plannerOf(sql)}
        from core.unsafe_reports r where r.id = ${report.id}`
  }
  for (const [state, text] of Object.entries(answers))
    await sql`
      insert into core.report_messages (report_id, direction, kind, text, at, author)
      select r.id, 'office', 'answer', ${text}, w.first_answered_at, ${plannerOf(sql)}
      from core.unsafe_reports r join core.report_work w on w.report_id = r.id
      where r.demo and r.state = ${state} and not r.id::text = any (${told})
      order by w.first_answered_at, r.id`
}

const plannerOf = (sql: Sql) =>
  sql`(select a.id from identity.accounts a where a.issuer = ${demoIssuer} and a.subject = 'demo-planner')`

/** Removes what stands beside the demonstration's reports and does not go with them. */
export async function deleteDemoReports(sql: Sql, templates: readonly string[]): Promise<void> {
  await sql`delete from core.report_receipts c where c.report_id in (select r.id from core.unsafe_reports r where r.demo)`
  await sql`delete from core.report_templates t where t.id::text = any (${[...templates]})`
}
