import type { Sql } from '../database/database.ts'

const atMost = 10_000

/** Where a name stands beside an account's id, outside the audit trail: table, column of the id, column of the name. */
const nameplates = [
  ['core.history', 'actor_id', 'actor_name'],
  ['core.photos', 'account', 'by_name'],
  ['core.decisions', 'account', 'by_name'],
  ['core.dossiers', 'updated_by', 'updated_by_name'],
  ['core.dossiers', 'signed_by', 'signed_by_name'],
  ['core.problem_readings', 'account', 'by_name'],
  ['core.problem_evidence', 'account', 'by_name'],
  ['core.problem_measures', 'account', 'by_name'],
  ['core.problem_history', 'actor_id', 'actor_name'],
  ['core.presence_log', 'account', 'by_name'],
  ['core.presence_log', 'withdrawn_by', 'withdrawn_by_name'],
  ['core.pictures', 'frozen_by', 'frozen_by_name'],
  ['core.picture_signatures', 'account', 'by_name'],
  ['core.imports', 'actor_id', 'actor_name'],
  ['core.retention_runs', 'actor_id', 'actor_name'],
  ['core.incident_changes', 'actor_id', 'actor_name'],
  ['core.incident_mappings', 'updated_by', 'updated_by_name'],
] as const

const present = async (sql: Sql): Promise<(typeof nameplates)[number][]> => {
  const rows = await sql<{ name: string }[]>`
    select n as name from unnest(${nameplates.map(([table]) => table)}::text[]) n where to_regclass(n) is not null`
  return nameplates.filter(([table]) => rows.some(({ name }) => name === table))
}

/**
 * The account and what is kept beside it, without what opens doors; undefined where there is none. As the owner. What the person wrote is
 * there only where `words` says so: police and planners write for their own, not for administrators.
 */
export async function readAccountData(
  sql: Sql,
  id: string,
  { words }: { words: boolean },
): Promise<Record<string, unknown> | undefined> {
  const [account] = await sql`
    select id, issuer as provider, subject, name, email, audience, audience_by as "audienceBy", claimed_audience as "claimedAudience",
      enabled, decides, works_as as "worksAs", created_at as "createdAt", last_seen_at as "lastSeenAt", erased_at as "erasedAt"
    from identity.accounts where id = ${id}`
  if (!account) return undefined
  const sessions = await sql`
    select id, created_at as "createdAt", last_seen_at as "lastSeenAt", authenticated_at as "authenticatedAt", ended_at as "endedAt",
      ended_why as "endedWhy", address, user_agent as "userAgent"
    from identity.sessions where account_id = ${id} order by created_at`
  const tokens = await sql`
    select id, name, audience, layers, can_write as write, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt"
    from identity.tokens where created_by = ${id} order by created_at`
  const plans = await sql`
    select p.id, ${words ? sql`p.title,` : sql``} m.role, m.added_at as "addedAt"
    from core.plan_members m join core.plans p on p.id = m.plan where m.account_id = ${id} order by m.added_at`
  const changes = await sql`
    select h.layer, h.object_id as object, h.version, ${words ? sql`h.note,` : sql``} h.at, h.op
    from core.history h where h.actor_id = ${id} order by h.entry desc limit ${atMost}`
  const photos = await sql`
    select p.id, p.layer, p.object_id as object, ${words ? sql`p.caption,` : sql``} p.created_at as "createdAt"
    from core.photos p where p.account = ${id} order by p.created_at`
  const notes = await sql`
    select n.id, n.layer, n.object_id as object, ${words ? sql`n.text,` : sql``} n.created_at as "createdAt"
    from core.notes n where n.account_id = ${id} order by n.created_at`
  const comments = await sql`
    select c.id, c.plan, ${words ? sql`c.text,` : sql``} c.created_at as "createdAt"
    from core.plan_comments c where c.account_id = ${id} order by c.created_at`
  const shares = await sql`
    select s.id, s.plan, s.created_at as "createdAt", s.expires_at as "expiresAt", s.revoked_at as "revokedAt"
    from core.plan_shares s where s.account_id = ${id} order by s.created_at`
  const decisions = await sql`
    select d.id, d.layer, d.object_id as object, d.to_status as "to", ${words ? sql`d.text,` : sql``} d.at
    from core.decisions d where d.account = ${id} order by d.at`
  const sitingRuns = await sql`
    select r.id, r.kind, ${words ? sql`r.title,` : sql``} r.plan_id as plan, r.created_at as "createdAt"
    from core.siting_runs r where r.account_id = ${id} order by r.created_at`
  const analyses = await sql`
    select a.id, a.kind, ${words ? sql`a.title,` : sql``} a.shared, a.created_at as "createdAt"
    from core.analyses a where a.account_id = ${id} order by a.created_at`
  const luminaires = await sql`
    select l.id, ${words ? sql`l.name,` : sql``} l.created_at as "createdAt" from core.luminaires l where l.account_id = ${id} order by l.created_at`
  const dossiers = await sql`
    select d.object_id as object, d.version, d.updated_by = ${id} as saved, coalesce(d.signed_by = ${id}, false) as signed, d.updated_at as at
    from core.dossiers d where ${id} in (d.updated_by, d.signed_by) order by d.updated_at`
  const observations = await sql`
    select o.id, o.kind, ST_AsGeoJSON(o.geom)::jsonb as geometry, ${words ? sql`o.words,` : sql``} o.observed_from as "observedFrom",
      o.observed_to as "observedTo", o.works_as as "worksAs", o.received_at as "receivedAt", o.withdrawn_at as "withdrawnAt"
    from core.observations o where o.account_id = ${id} order by o.received_at limit ${atMost}`
  const evidence = await sql`
    select e.id, e.problem, ${words ? sql`e.title, e.text,` : sql``} e.at from core.problem_evidence e where e.account = ${id} order by e.at`
  const problems = await sql`
    select h.problem, h.operation, h.part, h.op, h.at from core.problem_history h where h.actor_id = ${id} order by h.entry desc limit ${atMost}`
  const reportMessages = await sql`
    select m.id, m.report_id as report, m.kind, ${words ? sql`m.text,` : sql``} m.at
    from core.report_messages m where m.author = ${id} order by m.nth limit ${atMost}`
  const reportWork = await sql`
    select w.report_id as report, w.due_on as "dueOn" from core.report_work w where w.assigned_to = ${id} order by w.due_on, w.report_id`
  const presence = await sql`
    select p.id, p.zone_id as zone, p.from_at as "from", p.to_at as "to", ${words ? sql`p.note,` : sql``} p.account = ${id} as logged,
      coalesce(p.withdrawn_by = ${id}, false) as withdrawn, p.at
    from core.presence_log p where ${id} in (p.account, p.withdrawn_by) order by p.at`
  const pictures = await sql`
    select s.week, s.side, s.title, s.at from core.picture_signatures s where s.account = ${id} order by s.at`
  const pictureEdits = await sql`
    select u.week, u.section, count(*)::int as edits, max(u.at) as at from core.picture_updates u where u.account = ${id}
    group by u.week, u.section order by u.week, u.section`
  const imports = await sql`
    select i.id, i.at, i.format, i.layer, i.name, i.outcome from core.imports i where i.actor_id = ${id} order by i.at`
  const incidentChanges = await sql`
    select c.incident_id as object, c.version, c.action, ${words ? sql`c.reason,` : sql``} c.at
    from core.incident_changes c where c.actor_id = ${id} order by c.entry desc limit ${atMost}`
  const incidentMappings = await sql`
    select m.name, m.updated_at as "updatedAt" from core.incident_mappings m where m.updated_by = ${id} order by m.name`
  const trail = await sql`
    select e.seq::float8 as seq, e.at, e.address, e.action, e.kind, e.object
    from audit.entries e where e.actor_id = ${id} or (e.kind = 'account' and e.object = ${id}) order by e.seq desc limit ${atMost}`
  return {
    account,
    sessions,
    tokens,
    plans,
    changes,
    photos,
    notes,
    comments,
    shares,
    decisions,
    dossiers,
    sitingRuns,
    analyses,
    luminaires,
    pictures,
    pictureEdits,
    observations,
    evidence,
    problems,
    presence,
    reportMessages,
    reportWork,
    imports,
    incidentChanges,
    incidentMappings,
    audit: trail,
  }
}

/**
 * Erases the person of an account: name, e-mail address and the provider's subject go everywhere, its sessions end, its memberships pass
 * on. The account's id stays in history and audit as the pseudonym of who decided. False where there is none, or it is erased already.
 * In a transaction of the owner that has not been told of an actor; `tellActor` says who does it.
 */
export async function eraseAccountData(
  sql: Sql,
  id: string,
  pseudonym: string,
  tellActor: () => Promise<void>,
): Promise<boolean> {
  const [found] = await sql`select 1 from identity.accounts where id = ${id} and erased_at is null for update`
  if (!found) return false
  await passOnPlans(sql, id)
  for (const [table, idColumn, nameColumn] of await present(sql))
    await sql`update ${sql(table)} set ${sql(nameColumn)} = ${pseudonym} where ${sql(idColumn)} = ${id}`
  await tellActor()
  await sql`
    update identity.accounts set name = ${pseudonym}, email = null, subject = 'erased ' || id, audience = null, claimed_audience = null,
      enabled = false, erased_at = now()
    where id = ${id}`
  await sql`delete from identity.sessions where account_id = ${id}`
  await sql`delete from identity.sign_ins where account_id = ${id}`
  await sql`select audit.forget_person(${id}, ${pseudonym})`
  return true
}

/** A plan whose only owner leaves gets its oldest other member; one that nobody else is in keeps the pseudonym. */
async function passOnPlans(sql: Sql, id: string): Promise<void> {
  await sql`
    update core.plan_members m set role = 'owner'
    where (m.plan, m.account_id) in (
      select distinct on (o.plan) o.plan, o.account_id
      from core.plan_members mine
      join core.plan_members o on o.plan = mine.plan and o.account_id <> mine.account_id
      join identity.accounts a on a.id = o.account_id and a.enabled and a.erased_at is null and a.audience in ('planner', 'police')
      where mine.account_id = ${id} and mine.role = 'owner'
        and not exists (select from core.plan_members x where x.plan = mine.plan and x.role = 'owner' and x.account_id <> ${id})
      order by o.plan, o.added_at, o.account_id
    )`
  await sql`
    delete from core.plan_members m where m.account_id = ${id}
      and exists (select from core.plan_members o where o.plan = m.plan and o.role = 'owner' and o.account_id <> ${id})`
}
