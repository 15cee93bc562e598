import { layers } from '@trygghetskartan/layers'
import type { Sql } from '../database/database.ts'
import type { ClockKind } from '../retention/clocks.ts'
import type { Fragment } from './fragments.ts'

/** Where a clock's rows are. The fragments speak of the table as t. */
export interface Source {
  readonly table: string
  /** rows: removed as they are. objects: a layer's objects with all that hangs on them. accounts: erased. chain: from the front. */
  readonly manner: 'rows' | 'objects' | 'accounts' | 'chain'
  /** What names a row in a dry run. */
  readonly key: (sql: Sql) => Fragment
  /** When its clock started. */
  readonly since: (sql: Sql) => Fragment
  /** Which rows the clock is for; all where it says nothing. */
  readonly which?: (sql: Sql) => Fragment
}

const measures = layers.filter(({ measure }) => measure).map(({ id }) => id)
const id = (sql: Sql) => sql`t.id::text`

export const sources: Readonly<Record<ClockKind, Source>> = {
  photos: {
    table: 'core.photos',
    manner: 'rows',
    key: id,
    since: (sql) => sql`t.created_at`,
    which: (sql) => sql`t.layer <> 'camera_sites'`,
  },
  notes: {
    table: 'core.notes',
    manner: 'rows',
    key: id,
    since: (sql) => sql`t.created_at`,
    which: (sql) =>
      sql`t.layer <> 'camera_sites' or not exists (select from core.camera_sites o where o.id = t.object_id)`,
  },
  history: {
    table: 'core.history',
    manner: 'rows',
    key: (sql) => sql`t.entry::text`,
    since: (sql) => sql`t.at`,
    which: (sql) => sql`t.layer not in ('unsafe_reports', 'police_events')
      and not (t.layer = 'camera_sites' and exists (select from core.camera_sites o where o.id = t.object_id))`,
  },
  removed: {
    table: 'core.history',
    manner: 'rows',
    key: (sql) => sql`t.entry::text`,
    since: (sql) => sql`t.at`,
    which: (sql) => sql`case t.layer
      when 'unsafe_reports' then not exists (select from core.unsafe_reports o where o.id = t.object_id)
      when 'police_events' then not exists (select from core.police_events o where o.id = t.object_id)
      else false end`,
  },
  'report-messages': {
    table: 'core.report_messages',
    manner: 'rows',
    key: id,
    since: (sql) => sql`t.at`,
    which: (sql) => sql`exists (
      select from core.unsafe_reports r where r.id = t.report_id and r.state in ('handled', 'declined'))`,
  },
  receipts: {
    table: 'core.report_receipts',
    manner: 'rows',
    key: (sql) => sql`t.report_id::text`,
    since: (sql) => sql`t.gone_on::timestamp at time zone 'UTC'`,
    which: (sql) => sql`t.gone_on is not null`,
  },
  'reported-places': {
    table: 'core.reported_places',
    manner: 'objects',
    key: id,
    since: (sql) => sql`t.updated_at`,
    which: (sql) => sql`t.state in ('done', 'declined')`,
  },
  reports: {
    table: 'core.unsafe_reports',
    manner: 'objects',
    key: id,
    since: (sql) => sql`t.received_on::timestamp at time zone 'UTC'`,
  },
  'accessibility-faults': {
    table: 'core.accessibility_faults',
    manner: 'rows',
    key: id,
    since: (sql) => sql`t.received_on::timestamp at time zone 'UTC'`,
  },
  incidents: {
    table: 'core.police_events',
    manner: 'objects',
    key: id,
    since: (sql) => sql`coalesce(t.occurred_at, t.published_at, t.created_at)`,
  },
  observations: {
    table: 'core.observations',
    manner: 'rows',
    key: id,
    since: (sql) => sql`t.observed_to`,
  },
  presence: { table: 'core.presence_log', manner: 'rows', key: id, since: (sql) => sql`t.to_at` },
  'police-incidents': {
    table: 'core.incidents',
    manner: 'objects',
    key: id,
    since: (sql) => sql`t.occurred_to`,
  },
  cameras: {
    table: 'core.camera_sites',
    manner: 'objects',
    key: id,
    since: (sql) => sql`coalesce(
      (select max(h.at) from core.history h
        where h.object_id = t.id and h.layer = 'camera_sites' and h.after ->> 'status' = 'ended' and h.before ->> 'status' is distinct from 'ended'),
      t.updated_at)`,
    which: (sql) => sql`t.status = 'ended'`,
  },
  'plan-shares': {
    table: 'core.plan_shares',
    manner: 'rows',
    key: id,
    since: (sql) => sql`least(t.revoked_at, t.expires_at)`,
  },
  problems: {
    table: 'core.problems',
    manner: 'rows',
    key: id,
    since: (sql) => sql`t.updated_at`,
    which: (sql) => sql`t.state = 'closed'`,
  },
  operations: {
    table: 'core.operations',
    manner: 'rows',
    key: id,
    since: (sql) => sql`t.ends_at`,
    which: (sql) => sql`t.problems = '{}'`,
  },
  'siting-runs': {
    table: 'core.siting_runs',
    manner: 'rows',
    key: id,
    since: (sql) => sql`t.created_at`,
    which: (sql) => sql`t.plan_id is null and not exists (select from core.dossiers d where d.run = t.id)`,
  },
  analyses: { table: 'core.analyses', manner: 'rows', key: id, since: (sql) => sql`t.created_at` },
  dossiers: {
    table: 'core.dossiers',
    manner: 'rows',
    key: (sql) => sql`t.object_id::text || '/' || t.version`,
    since: (sql) => sql`t.updated_at`,
    which: (sql) => sql`not exists (select from core.camera_sites o where o.id = t.object_id)`,
  },
  decisions: {
    table: 'core.decisions',
    manner: 'rows',
    key: id,
    since: (sql) => sql`t.at`,
    which: (sql) =>
      measures
        .map((layer) => sql`not exists (select from core.${sql(layer)} o where o.id = t.object_id)`)
        .reduce((all, one) => sql`${all} and ${one}`),
  },
  pictures: {
    table: 'core.pictures',
    manner: 'rows',
    key: (sql) => sql`t.week`,
    since: (sql) => sql`core.week_begins(t.week)::timestamp at time zone 'UTC'`,
  },
  'import-rejects': {
    table: 'core.import_rejects',
    manner: 'rows',
    key: (sql) => sql`t.import_id::text || '/' || t.nth`,
    since: (sql) => sql`(select i.at from core.imports i where i.id = t.import_id)`,
  },
  imports: { table: 'core.imports', manner: 'rows', key: id, since: (sql) => sql`t.at` },
  'sign-ins': {
    table: 'identity.sign_ins',
    manner: 'rows',
    key: (sql) => sql`to_char(t.created_at, 'YYYY-MM-DD"T"HH24:MI:SS')`,
    since: (sql) => sql`t.expires_at`,
  },
  sessions: {
    table: 'identity.sessions',
    manner: 'rows',
    key: id,
    since: (sql) => sql`least(t.ended_at, t.idle_until, t.absolute_until)`,
  },
  tokens: {
    table: 'identity.tokens',
    manner: 'rows',
    key: id,
    since: (sql) => sql`least(t.revoked_at, t.expires_at)`,
  },
  accounts: {
    table: 'identity.accounts',
    manner: 'accounts',
    key: id,
    since: (sql) => sql`coalesce(t.last_seen_at, t.created_at)`,
    // The last administrator stays, or nobody could let anybody in.
    which: (
      sql,
    ) => sql`t.erased_at is null and (t.audience is distinct from 'admin' or not t.enabled or exists (
      select from identity.accounts o where o.audience = 'admin' and o.enabled and o.id <> t.id
        and coalesce(o.last_seen_at, o.created_at) > coalesce(t.last_seen_at, t.created_at)))`,
  },
  audit: {
    table: 'audit.entries',
    manner: 'chain',
    key: (sql) => sql`t.seq::text`,
    since: (sql) => sql`t.at`,
  },
}
