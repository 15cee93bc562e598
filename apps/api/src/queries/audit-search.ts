import type { AuditEntry } from '../contract-admin.ts'
import type { Sql } from '../database/database.ts'
import type { Fragment } from './fragments.ts'

export interface AuditFilter {
  /** ISO times, half-open [from, to). */
  from?: string | undefined
  to?: string | undefined
  /** An id, or part of a name. */
  actor?: string | undefined
  /** noun.verb, or the noun alone. */
  action?: string | undefined
  kind?: string | undefined
  object?: string | undefined
  /** Words sought in what is not before and after. */
  q?: string | undefined
}

const like = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`

function conditions(sql: Sql, filter: AuditFilter): Fragment {
  const { from, to, actor, action, kind, object, q } = filter
  const parts = [
    from && sql`and e.at >= ${from}::timestamptz`,
    to && sql`and e.at < ${to}::timestamptz`,
    actor && sql`and (e.actor_id = ${actor} or e.actor_name ilike ${like(actor)})`,
    action && sql`and (e.action = ${action} or split_part(e.action, '.', 1) = ${action})`,
    kind && sql`and e.kind = ${kind}`,
    object && sql`and e.object = ${object}`,
    q &&
      sql`and concat_ws(' ', e.actor_name, e.address, e.action, e.kind, e.object, e.detail::text) ilike ${like(q)}`,
  ]
  return parts.reduce<Fragment>((all, part) => (part ? sql`${all} ${part}` : all), sql``)
}

/** A page of the trail as administrators see it, newest first, from before a place on. */
export const listAudit = (
  sql: Sql,
  filter: AuditFilter,
  { before, limit }: { before: number | null; limit: number },
): Promise<AuditEntry[]> => sql<AuditEntry[]>`
  select e.seq::float8 as seq, to_jsonb(e.at) #>> '{}' as at,
    jsonb_build_object('id', e.actor_id, 'name', e.actor_name, 'audience', e.audience) as actor,
    e.address, e.action, e.kind, e.object, e.before, e.after, e.detail, encode(e.hash, 'hex') as hash
  from admin.audit e
  where (${before}::bigint is null or e.seq < ${before}) ${conditions(sql, filter)}
  order by e.seq desc
  limit ${limit}`
