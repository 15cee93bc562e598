import type { Audience } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import { type Sql, schemaOf } from '../database/database.ts'

export interface RegisterRow {
  id: string
  title: string
  status: string
  cameraType: string
  lon: number
  lat: number
  purpose: string | null
  weekdays: number[] | null
  from: string | null
  to: string | null
  storageDays: number | null
  sound: boolean
  responsible: string | null
  contact: string | null
  startedOn: string | null
  endedOn: string | null
  keptUntil: string | null
}

/** What planners and the police see beside it. */
export interface StaffRegisterRow extends RegisterRow {
  version: number | null
  signedBy: string | null
  signedAt: string | null
  sha256: string | null
  area: Geometry | null
  homes: number | null
  documented: boolean
  decidedAt: string | null
  reference: string | null
  body: string | null
}

const open = (sql: Sql) => sql`
  r.id::text as id, r.title, r.status, r.camera_type as "cameraType", ST_X(r.geom) as lon, ST_Y(r.geom) as lat, r.purpose, r.weekdays,
  r.hours_from as "from", r.hours_to as "to", r.storage_days as "storageDays", r.sound, r.contact,
  r.started_on::text as "startedOn", r.ended_on::text as "endedOn", r.kept_until::text as "keptUntil"`

const order = (sql: Sql) => sql`order by r.ended_on is not null, r.title, r.id limit 10000`

/** The register as anybody may see it, those in use first. Who is responsible stands with the camera on the map. */
export const readRegister = (sql: Sql, audience: Audience): Promise<RegisterRow[]> =>
  sql<RegisterRow[]>`
    select ${open(sql)}, c.responsible
    from ${sql(schemaOf[audience])}.camera_register r
    left join ${sql(schemaOf[audience])}.camera_sites c on c.id = r.id
    ${order(sql)}`

/** The register with its documentation. */
export const readStaffRegister = (sql: Sql, audience: 'planner' | 'police'): Promise<StaffRegisterRow[]> =>
  sql<StaffRegisterRow[]>`
    select ${open(sql)}, r.responsible, r.dossier_version as version, r.signed_by_name as "signedBy",
      to_jsonb(r.signed_at) #>> '{}' as "signedAt", encode(r.sha256, 'hex') as sha256, ST_AsGeoJSON(r.area, 6)::jsonb as area,
      r.homes::float8 as homes, r.documented, to_jsonb(r.decided_at) #>> '{}' as "decidedAt", r.decision_reference as reference,
      r.decision_body as body
    from ${sql(schemaOf[audience])}.camera_register r ${order(sql)}`
