import type { Sql } from '../database/database.ts'
import type { DemoAccount } from '../identity/demo-accounts.ts'
import { demoIssuer } from '../identity/demo-accounts.ts'

/** A field entry, as its table has it; `account` is of a demo account, or nobody's. */
export interface DemoObservation {
  readonly id: string
  readonly geom: string
  readonly accuracy_m: number | null
  readonly precision: 'exact' | 'street'
  readonly kind: string
  readonly observed_from: string
  readonly observed_to: string
  readonly people: string | null
  readonly words: string | null
  readonly works_as: string
  readonly received_at: string
  readonly account: string | null
}

/** Stores field entries; the demo account that logged some of them is made where nobody has signed in with it yet. @throws Error when fewer rows arrive than were sent */
export async function insertDemoObservations(
  sql: Sql,
  rows: readonly DemoObservation[],
  reporters: readonly DemoAccount[],
): Promise<void> {
  for (const { id, name, worksAs = null } of reporters)
    await sql`
      insert into identity.accounts (issuer, subject, name, audience, claimed_audience, works_as)
      values (${demoIssuer}, ${id}, ${name}, 'reporter', 'reporter', ${worksAs})
      on conflict (issuer, subject) do nothing`
  const { count } = await sql`
    insert into core.observations (id, geom, accuracy_m, precision, kind, observed_from, observed_to, people, words, works_as, received_at, account_id, demo)
    select o.id, o.geom, o.accuracy_m, o.precision, o.kind, o.observed_from, o.observed_to, o.people, o.words, o.works_as, o.received_at,
      (select a.id from identity.accounts a where a.issuer = ${demoIssuer} and a.subject = o.account), true
    from jsonb_to_recordset(${sql.json(rows as never)}) as o(id uuid, geom geometry, accuracy_m float8, precision text, kind text,
      observed_from timestamptz, observed_to timestamptz, people text, words text, works_as text, received_at timestamptz, account text)`
  if (count !== rows.length) throw new Error(`${rows.length - count} field entries were not stored`)
}

/** Removes demonstration entries; what people have logged stays. Returns how many went. */
export async function deleteDemoObservations(sql: Sql): Promise<number> {
  const { count } = await sql`delete from core.observations where demo`
  return count
}
