import type { Sql } from '../database/database.ts'
import { demoIssuer } from '../identity/demo-accounts.ts'

/** A number of a report's own from 0 to below `below`, the same each time. */
const own = (sql: Sql, below: number) => sql`(abs(hashtext(r.id::text)::bigint) % ${below}::int)`

/** Lets the demonstration's planners have worked as planners do: fast and slow, with questions that wait for an answer, and some left for later. After the reports. */
export async function workDemoReports(sql: Sql): Promise<void> {
  await varyAnswers(sql)
  await askReporters(sql)
  await shareWork(sql)
  await linkBuilt(sql)
}

/** From a day to three weeks. What was said at the first answer is said at the new time. */
async function varyAnswers(sql: Sql): Promise<void> {
  const answered = sql`least(w.closed_at, r.created_at + interval '1 day' * (1 + least(${own(sql, 9)}, ${own(sql, 23)})))`
  await sql`
    update core.report_messages m set at = ${answered}
    from core.report_work w join core.unsafe_reports r on r.id = w.report_id
    where r.demo and w.closed_at is not null and m.report_id = r.id and m.at = w.first_answered_at and m.kind = 'answer'`
  await sql`
    update core.report_work w set first_answered_at = ${answered}
    from core.unsafe_reports r where r.id = w.report_id and r.demo and w.closed_at is not null`
}

/** Of what is being looked at most has been asked about, and a few have answered. */
async function askReporters(sql: Sql): Promise<void> {
  const isAsked = sql`r.demo and r.state = 'in_review' and ${own(sql, 4)} > 0
    and not exists (select from core.report_messages m where m.report_id = r.id)`
  const ids = (
    await sql<{ id: string; replies: boolean }[]>`
      select r.id, ${own(sql, 5)} = 0 as replies from core.unsafe_reports r where ${isAsked} order by r.id`
  ).map((row) => row)
  for (const { id, replies } of ids) {
    await sql`
      insert into core.report_messages (report_id, direction, kind, text, at, author)
      select r.id, 'office', 'question', 'Tack för rapporten. Vilken tid på dygnet är det värst, och åt vilket håll från gatan?',
        r.created_at + interval '3 days', (select a.id from identity.accounts a where a.issuer = ${demoIssuer} and a.subject = 'demo-planner')
      from core.unsafe_reports r where r.id = ${id}`
    await sql`
      update core.report_work w set first_answered_at = r.created_at + interval '3 days'
      from core.unsafe_reports r where r.id = w.report_id and r.id = ${id}`
    if (replies)
      await sql`
        insert into core.report_messages (report_id, direction, kind, text, at)
        select r.id, 'reporter', 'reply', 'Efter nio på kvällen, åt parkens håll.', date_trunc('day', r.created_at + interval '5 days')
        from core.unsafe_reports r where r.id = ${id}`
  }
}

/** Two planners share what is open, one pair goes together, and two of what is new are in the quiet queue. */
async function shareWork(sql: Sql): Promise<void> {
  await sql`
    update core.report_work w set assigned_to = case ${own(sql, 3)} when 0 then a.id end
    from core.unsafe_reports r, identity.accounts a
    where r.id = w.report_id and r.demo and r.state = 'in_review' and ${own(sql, 3)} < 2 and a.issuer = ${demoIssuer} and a.subject = 'demo-planner-2'`
  // The newest of all is somebody's whose receipt is known.
  await sql`
    update core.report_work set quiet = report_id in (
      select r.id from core.unsafe_reports r where r.demo and r.state = 'new' order by r.received_on desc, r.id limit 2 offset 1)
    where report_id in (select r.id from core.unsafe_reports r where r.demo and r.state = 'new')`
  await sql`
    update core.report_work w set same_as = pair.one
    from (
      select a.id as one, b.id as other from core.unsafe_reports a, core.unsafe_reports b
      where a.demo and b.demo and a.state = 'in_review' and b.state = 'in_review' and a.id < b.id and a.reasons && b.reasons
      order by ST_Distance(a.geom, b.geom), a.id limit 1
    ) pair where w.report_id = pair.other`
}

/** What one of the places led to stands already, and nobody has told those who reported it. */
async function linkBuilt(sql: Sql): Promise<void> {
  await sql`
    insert into core.report_links (place_id, layer, measure_id)
    select p.id, 'lighting_upgrades', m.id from core.reported_places p, core.lighting_upgrades m
    where p.demo and p.state in ('looked_at', 'planned') and p.reasons && array['darkness', 'broken_lamp'] and m.demo
      and m.status in ('built', 'evaluated') and not exists (select from core.report_links l where l.place_id = p.id)
      and exists (select from core.unsafe_reports r where r.place_id = p.id)
    order by ST_Distance(p.geom, m.geom), p.id limit 1`
}
