import type { AccountInfo, AccountsAnswer, StaffAudience } from '../contract-admin.ts'
import type { WorksAs } from '../contract-observations.ts'
import type { Sql } from '../database/database.ts'

export interface SignedInAccount {
  readonly id: string
  readonly name: string
  readonly audience: StaffAudience | null
  readonly enabled: boolean
}

export interface KnownPerson {
  /** Id of the provider, or demo. */
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string | null
  /** What the provider's groups give. */
  readonly audience: StaffAudience | null
  /** What an account that nobody has signed in with yet begins with; no provider says. */
  readonly decides?: boolean
  /** Of a reporter; the same. */
  readonly worksAs?: WorksAs
}

/** The account of a person the provider vouches for, made at the first time. What an administrator gave stays. */
export async function upsertAccount(sql: Sql, person: KnownPerson): Promise<SignedInAccount> {
  const [row] = await sql<SignedInAccount[]>`
    insert into identity.accounts as a (issuer, subject, name, email, audience, claimed_audience, decides, works_as, last_seen_at)
    values (${person.issuer}, ${person.subject}, ${person.name.slice(0, 200)}, ${person.email}, ${person.audience}, ${person.audience},
      ${person.decides ?? false}, ${person.worksAs ?? null}, now())
    on conflict (issuer, subject) do update set
      name = excluded.name, email = excluded.email, claimed_audience = excluded.claimed_audience, last_seen_at = now(),
      audience = case when a.audience_by = 'claims' then excluded.claimed_audience else a.audience end,
      decides = case when a.last_seen_at is null then excluded.decides else a.decides end,
      works_as = case when a.last_seen_at is null then excluded.works_as else a.works_as end
    returning id, name, audience, enabled`
  return row!
}

interface AccountRow extends Omit<AccountInfo, 'createdAt' | 'lastSeenAt' | 'erasedAt'> {
  createdAt: Date
  lastSeenAt: Date | null
  erasedAt: Date | null
}

const columns = (sql: Sql) => sql`
  a.id, a.name, a.email, a.issuer as provider, a.audience, a.audience_by as "audienceBy", a.enabled, a.decides,
  a.works_as as "worksAs", a.created_at as "createdAt", a.last_seen_at as "lastSeenAt", a.erased_at as "erasedAt",
  (select count(*)::int from admin.sessions s
    where s.account_id = a.id and s.ended_at is null and s.idle_until > now() and s.absolute_until > now()) as "openSessions"`

export interface AccountFilter {
  readonly q: string | undefined
  /** waiting: no role yet. */
  readonly audience: StaffAudience | 'waiting' | undefined
  readonly limit: number
  readonly offset: number
}

/** Accounts as an administrator sees them: those that wait for a role first, then by name. */
export async function listAccounts(sql: Sql, filter: AccountFilter): Promise<AccountsAnswer> {
  const like = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null
  const role = filter.audience ?? null
  const rows = await sql<(AccountRow & { total: number })[]>`
    select ${columns(sql)}, count(*) over ()::int as total
    from admin.accounts a
    where (${like}::text is null or a.name ilike ${like} or a.email ilike ${like})
      and (${role}::text is null or a.audience = ${role} or (${role} = 'waiting' and a.audience is null and a.erased_at is null))
    order by (a.audience is null and a.erased_at is null) desc, a.erased_at is not null, a.name, a.id
    limit ${filter.limit} offset ${filter.offset}`
  return { accounts: rows.map(({ total: _, ...row }) => infoOf(row)), total: rows[0]?.total ?? 0 }
}

/** One account as an administrator sees it. */
export async function findAccount(sql: Sql, id: string): Promise<AccountInfo | undefined> {
  const [row] = await sql<AccountRow[]>`select ${columns(sql)} from admin.accounts a where a.id = ${id}`
  return row && infoOf(row)
}

export interface AccountChange {
  /** null takes the role away; by-claims hands the decision back to the provider. */
  readonly audience?: StaffAudience | 'by-claims' | null | undefined
  readonly enabled?: boolean | undefined
  readonly decides?: boolean | undefined
  readonly worksAs?: WorksAs | null | undefined
}

/** Changes what an account may do, as an administrator. False where there is no such account. */
export async function changeAccount(sql: Sql, id: string, change: AccountChange): Promise<boolean> {
  const { audience, enabled, decides, worksAs } = change
  const given = audience !== undefined
  const byClaims = audience === 'by-claims'
  const rows = await sql`
    update admin.accounts set
      enabled = coalesce(${enabled ?? null}::boolean, enabled),
      decides = coalesce(${decides ?? null}::boolean, decides),
      works_as = case when ${worksAs !== undefined} then ${worksAs ?? null}::text else works_as end,
      audience_by = case when not ${given} then audience_by when ${byClaims} then 'claims' else 'admin' end,
      audience = case when not ${given} then audience when ${byClaims} then claimed_audience else ${byClaims ? null : (audience ?? null)}::text end
    where id = ${id} and erased_at is null returning 1`
  return rows.length > 0
}

const infoOf = (row: AccountRow): AccountInfo => ({
  ...row,
  createdAt: row.createdAt.toISOString(),
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  erasedAt: row.erasedAt?.toISOString() ?? null,
})
