import type { Audience, LayerDefinition } from '@trygghetskartan/layers'
import type { Geometry } from 'geojson'
import type { Dossier, DossierFigures, DossierSection } from '../contract-decisions.ts'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'

export type SectionTexts = Partial<Record<DossierSection, string>>

export interface StoredDossier extends Omit<Dossier, 'sections'> {
  sections: SectionTexts
  /** The sections as they were composed. */
  composed: SectionTexts
  /** What of the camera it is about. */
  surveillance: Record<string, unknown>
  /** Hex; of the signed version before. */
  previous: string | null
}

/** Every version of a camera's dossier that the audience sees, newest first. */
export const readDossiers = (sql: Sql, audience: Audience, camera: string): Promise<StoredDossier[]> => sql<
  StoredDossier[]
>`
  select d.object_id::text as camera, d.version, d.revision, d.state, d.sections, d.composed, d.figures, d.surveillance,
    ST_AsGeoJSON(d.area, 7)::jsonb as area, encode(d.previous_sha256, 'hex') as previous,
    to_jsonb(d.created_at) #>> '{}' as "createdAt", to_jsonb(d.updated_at) #>> '{}' as "updatedAt", d.updated_by_name as "updatedBy",
    case when d.state = 'signed' then jsonb_build_object('by', d.signed_by_name, 'title', d.signed_title,
      'at', to_jsonb(d.signed_at) #>> '{}', 'sha256', encode(d.sha256, 'hex')) end as signed
  from ${sql(schemaOf[audience])}.dossiers d where d.object_id = ${camera} order by d.version desc limit 200`

/** The map picture of a version, PNG. */
export async function readPicture(
  sql: Sql,
  audience: Audience,
  camera: string,
  version: number,
): Promise<Uint8Array | undefined> {
  const [row] = await sql<{ picture: Uint8Array }[]>`
    select picture from ${sql(schemaOf[audience])}.dossiers where object_id = ${camera} and version = ${version}`
  return row?.picture
}

/** What of a camera its dossier stands and falls with, and whether a signed one is about it as it is. */
export async function readDocumentation(
  sql: Sql,
  audience: Audience,
  camera: string,
): Promise<{ surveillance: Record<string, unknown>; documented: boolean } | undefined> {
  const [row] = await sql<{ surveillance: Record<string, unknown>; documented: boolean }[]>`
    select surveillance, documented from ${sql(schemaOf[audience])}.camera_documentation where id = ${camera}`
  return row
}

export interface ComposedDraft {
  readonly sections: SectionTexts
  readonly composed: SectionTexts
  readonly figures: DossierFigures
  readonly area: Geometry
  readonly picture: Uint8Array
  readonly surveillance: Record<string, unknown>
  readonly run: string | null
}

const values = (sql: Sql, draft: ComposedDraft) => sql`
  ${JSON.stringify(draft.sections)}::text::jsonb, ${JSON.stringify(draft.composed)}::text::jsonb,
  ${JSON.stringify(draft.figures)}::text::jsonb, ST_SetSRID(ST_GeomFromGeoJSON(${JSON.stringify(draft.area)}), 4326),
  ${Buffer.from(draft.picture)}::bytea, ${JSON.stringify(draft.surveillance)}::text::jsonb, ${draft.run}::uuid`

/** Keeps a new draft; there must be none. */
export const insertDraft = (sql: Sql, audience: Audience, camera: string, draft: ComposedDraft) =>
  writesExactly(
    1,
    sql`
    insert into ${sql(schemaOf[audience])}.dossiers (object_id, sections, composed, figures, area, picture, surveillance, run)
    select ${camera}::uuid, ${values(sql, draft)}`,
  )

/** Writes over the draft there is; false where its revision is another. */
export async function renewDraft(
  sql: Sql,
  audience: Audience,
  { camera, revision }: { camera: string; revision: number },
  draft: ComposedDraft,
): Promise<boolean> {
  const { count } = await sql`
    update ${sql(schemaOf[audience])}.dossiers
    set (sections, composed, figures, area, picture, surveillance, run) = (select ${values(sql, draft)})
    where object_id = ${camera} and state = 'draft' and revision = ${revision}`
  return count === 1
}

/** Writes sections of the draft; false where its revision is another. */
export async function writeDraftSections(
  sql: Sql,
  audience: Audience,
  { camera, revision }: { camera: string; revision: number },
  sections: SectionTexts,
): Promise<boolean> {
  const { count } = await sql`
    update ${sql(schemaOf[audience])}.dossiers set sections = sections || ${JSON.stringify(sections)}::text::jsonb
    where object_id = ${camera} and state = 'draft' and revision = ${revision}`
  return count === 1
}

/** Signs the draft; false where its revision is another. The database refuses what is not whole. */
export async function signDraft(
  sql: Sql,
  audience: Audience,
  { camera, revision }: { camera: string; revision: number },
  title: string,
): Promise<boolean> {
  const { count } = await sql`
    update ${sql(schemaOf[audience])}.dossiers set state = 'signed', signed_title = ${title}
    where object_id = ${camera} and state = 'draft' and revision = ${revision}`
  return count === 1
}

/** Objects of a layer within so many metres of a place, nearest first; drafts of plans are nobody else's matter and left out. */
export async function readNear(
  sql: Sql,
  layer: LayerDefinition,
  audience: Audience,
  [lon, lat]: readonly [number, number],
  metres: number,
): Promise<NearObject[]> {
  const place = sql`ST_SetSRID(ST_MakePoint(${lon}, ${lat}), 4326)`
  const draft =
    'plan_id' in layer.properties.shape ? sql`and not (v.status = 'idea' and v.plan_id is not null)` : sql``
  return sql<NearObject[]>`
    select * from (
      select v.id::text as id, v.title, to_jsonb(v) - 'geom' as properties,
        ST_Distance(v.geom::geography, ${place}::geography) as metres
      from ${sql(schemaOf[audience])}.${sql(layer.id)} v
      where v.geom && ST_Expand(${place}, ${(metres / 111_000) * 3.2}) ${draft}
    ) near where near.metres <= ${metres} order by near.metres, near.id limit 100`
}

export interface NearObject {
  id: string
  title: string
  metres: number
  properties: Record<string, unknown>
}
