import type { Sql } from '../database/database.ts'
import { demoIssuer } from '../identity/demo-accounts.ts'
import { pauseTriggers } from './demo.ts'

export interface DemoPlanner {
  readonly id: string
  readonly name: string
}

/** Who signs in the demonstration; undefined where nobody can. */
export async function demoPlanner(sql: Sql): Promise<DemoPlanner | undefined> {
  const [row] = await sql<DemoPlanner[]>`
    select id::text as id, name from identity.accounts where issuer = ${demoIssuer} and subject = 'demo-planner'`
  return row
}

/** Cameras that have been put in operation and have no signed dossier, and the day before that when their dossiers were signed. */
export const demoCameras = (sql: Sql): Promise<{ id: string; signedAt: Date }[]> => sql<
  { id: string; signedAt: Date }[]
>`
  select c.id::text as id, min(h.at) - interval '6 days' as "signedAt"
  from core.camera_sites c
  join core.history h on h.object_id = c.id and h.after ->> 'status' = 'in_operation' and h.before ->> 'status' <> 'in_operation'
  where c.demo and c.status in ('in_operation', 'evaluated', 'ended')
    and not exists (select from core.dossiers d where d.object_id = c.id and d.state = 'signed')
  group by c.id order by c.id`

/** Signs the draft as it was on its day: sections that the map left empty get the words given. */
export async function writeDemoSignature(
  sql: Sql,
  signing: {
    camera: string
    signedAt: Date
    planner: DemoPlanner
    written: Readonly<Record<string, string>>
  },
): Promise<void> {
  const { camera, signedAt, planner, written } = signing
  await pauseTriggers(sql, 'dossiers', true)
  await sql`
    update core.dossiers set created_at = ${signedAt}, updated_at = ${signedAt},
      sections = ${sql.json(written)}::jsonb || jsonb_strip_nulls((
        select jsonb_object_agg(s.key, nullif(btrim(s.value), '')) from jsonb_each_text(sections) s))
    where object_id = ${camera} and state = 'draft'`
  await pauseTriggers(sql, 'dossiers', false)
  await sql`
    update core.dossiers set state = 'signed', signed_by = ${planner.id}, signed_by_name = ${planner.name},
      signed_title = 'Trygghetssamordnare', signed_at = ${signedAt}
    where object_id = ${camera} and state = 'draft'`
}

/** Writes a decision to each step that demonstration measures have taken to decided or declined. */
export async function writeDemoDecisions(sql: Sql): Promise<void> {
  await sql`
    insert into core.decisions (layer, object_id, version, from_status, to_status, text, reference, body, account, by_name, demo, at)
    select h.layer, h.object_id, h.version, h.before ->> 'status', h.after ->> 'status',
      case when h.after ->> 'status' = 'declined'
        then 'Åtgärden genomförs inte. Samma problem bedöms kunna mötas på annat sätt.'
        else 'Åtgärden genomförs enligt förslaget. Kostnaden ryms inom budget och följs upp efter ett år.' end,
      'KS ' || extract(year from h.at) || '/' || (100 + (row_number() over (order by h.at, h.object_id)) * 7),
      case when h.layer = 'camera_sites' then 'Kommunstyrelsens arbetsutskott' else 'Tekniska nämndens arbetsutskott' end,
      h.actor_id, h.actor_name, true, h.at
    from core.history h
    where h.after ->> 'status' in ('decided', 'declined') and h.before ->> 'status' is distinct from h.after ->> 'status'
      and h.layer in ('lighting_upgrades', 'shrub_clearances', 'camera_sites')
      and (h.after ->> 'demo')::boolean
    on conflict (object_id, version) do nothing`
}
