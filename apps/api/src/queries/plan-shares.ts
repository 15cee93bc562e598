import type { Audience } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { PlanShare, SharedPlan } from '../contract-plans.ts'
import { type Sql, schemaOf } from '../database/database.ts'

/** The links to a plan that are open, newest first; one of them where its id is given. */
export const listShares = (
  sql: Sql,
  audience: Audience,
  plan: string,
  id: string | null = null,
): Promise<PlanShare[]> => sql<PlanShare[]>`
  select s.id, s.author as by, to_jsonb(s.created_at) #>> '{}' as at, to_jsonb(s.expires_at) #>> '{}' as "expiresAt",
    s.with_costs as "withCosts", to_jsonb(s.last_used_at) #>> '{}' as "lastUsedAt"
  from ${sql(schemaOf[audience])}.plan_shares s
  where s.plan = ${plan} and s.revoked_at is null and s.expires_at > now() ${id === null ? sql`` : sql`and s.id = ${id}`}
  order by s.created_at desc, s.id`

/** Keeps a new link by the SHA-256 of its token. Refused to who is no owner (42501). */
export async function makeShare(
  sql: Sql,
  audience: Audience,
  share: { id: string; plan: string; hash: Buffer; withCosts: boolean; days: number },
): Promise<void> {
  await sql`
    select ${sql(schemaOf[audience])}.make_share(${share.id}, ${share.plan}, ${share.hash}, ${share.withCosts}, ${share.days}::int)`
}

/** Takes a link back. Refused to who is no owner (42501). */
export async function revokeShare(sql: Sql, audience: Audience, id: string): Promise<void> {
  await sql`select ${sql(schemaOf[audience])}.revoke_share(${id})`
}

/** What a link shows, as the database tells it. */
export interface OpenShare {
  readonly share: string
  readonly plan: string
  /** Nothing has been told of its use for an hour. */
  readonly tell: boolean
  readonly title: string
  readonly description: string | null
  readonly expiresAt: string
  readonly costs: SharedPlan['costs']
  readonly measures: readonly {
    readonly id: string
    readonly layer: string
    readonly title: string | null
    readonly status: string | null
    readonly publicText: string | null
    readonly geometry: Geometry
  }[]
}

/** What the link with this token shows, as the public; null where it opens nothing. Keeps that it was used. */
export async function openShare(sql: Sql, hash: Buffer): Promise<OpenShare | null> {
  const [row] = await sql<{ shared: OpenShare | null }[]>`select public_map.shared_plan(${hash}) as shared`
  return row!.shared
}
