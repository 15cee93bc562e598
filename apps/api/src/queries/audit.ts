import type { Sql } from '../database/database.ts'

export interface AuditEvent {
  /** noun.verb: 'session.opened', 'account.changed'. */
  readonly action: string
  /** Of the object: a layer's id, 'account', 'token', 'import'. */
  readonly kind: string
  readonly object: string | null
  readonly before?: unknown
  readonly after?: unknown
  readonly detail?: unknown
}

const secret =
  /secret|password|cookie|authorization|sealed|verifier|nonce|^token$|(id|access|refresh)_?token$|(token|state|browser)_?hash$/i

/** The value without texts that open something, however deep they lie. */
export function withoutSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutSecrets)
  if (value === null || typeof value !== 'object' || value instanceof Date) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, inner]) => !secret.test(key) || !(typeof inner === 'string' || inner instanceof Uint8Array),
      )
      .map(([key, inner]) => [key, withoutSecrets(inner)]),
  )
}

const jsonOf = (value: unknown): string | null =>
  value === undefined || value === null ? null : JSON.stringify(withoutSecrets(value))

/** Appends to the audit trail when the transaction commits, as the actor the transaction was told of. */
export async function appendAudit(sql: Sql, event: AuditEvent): Promise<void> {
  const { action, kind, object, before, after, detail } = event
  await sql`
    select audit.append(${action}, ${kind}, ${object},
      ${jsonOf(before)}::text::jsonb, ${jsonOf(after)}::text::jsonb, ${jsonOf(detail)}::text::jsonb)`
}

export interface ChainRow {
  /** bigint as text: exact. */
  seq: string
  at: string
  actor_id: string
  actor_name: string
  audience: string
  address: string | null
  action: string
  kind: string
  object: string | null
  /** jsonb as its own text: exact. */
  before: string | null
  after: string | null
  detail: string | null
  person_salt: Uint8Array | null
  matter_salt: Uint8Array | null
  content: string
  previous_hash: Uint8Array
  hash: Uint8Array
}

/** The next entries of the chain after a place, as they are stored. Only the owner may. */
export const readChain = (sql: Sql, after: number, through: number, limit: number): Promise<ChainRow[]> =>
  sql<ChainRow[]>`
  select seq::text, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
    actor_id, actor_name, audience, address, action, kind, object,
    before::text, after::text, detail::text, person_salt, matter_salt, content, previous_hash, hash
  from audit.entries e where e.seq > ${after} and e.seq <= ${through} order by e.seq limit ${limit}`

export interface ChainEnds {
  /** The last entry, as the head says. */
  head: { seq: number; hash: string; at: string | null }
  /** The last entry retention removed. */
  anchor: { seq: number; hash: string }
  /** The last entry there is. */
  last: number
}

/** Where the chain begins and ends; hashes as hex. Only the owner may. */
export async function readChainEnds(sql: Sql): Promise<ChainEnds> {
  const [row] = await sql<
    { seq: number; hash: string; at: string | null; anchor: number; anchor_hash: string; last: number }[]
  >`
    select h.seq::float8 as seq, encode(h.hash, 'hex') as hash, to_jsonb(h.at) #>> '{}' as at,
      a.seq::float8 as anchor, encode(a.hash, 'hex') as anchor_hash,
      coalesce((select max(e.seq) from audit.entries e), a.seq)::float8 as last
    from audit.head h, audit.anchor a`
  if (!row) throw new Error('The audit trail has lost its head or its anchor')
  return {
    head: { seq: row.seq, hash: row.hash, at: row.at },
    anchor: { seq: row.anchor, hash: row.anchor_hash },
    last: row.last,
  }
}

/** The hash (hex) of each of some entries that there is. Only the owner may. */
export async function readHashes(sql: Sql, seqs: readonly number[]): Promise<Map<number, string>> {
  const rows = await sql<{ seq: number; hash: string }[]>`
    select seq::float8 as seq, encode(hash, 'hex') as hash from audit.entries where seq = any (${[...seqs]}::bigint[])`
  return new Map(rows.map(({ seq, hash }) => [seq, hash]))
}
