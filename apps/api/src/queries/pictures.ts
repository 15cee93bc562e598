import type { Audience } from '@trygghetskartan/layers'
import type {
  PictureAttendance,
  PictureDecision,
  PictureSignature,
  PictureState,
  PictureTask,
  SectionData,
  SectionKind,
} from '../contract-pictures.ts'
import { type Sql, schemaOf } from '../database/database.ts'

/** Which audience asks, and whether it is the shared version that is wanted. Planners have no other. */
export interface Asked {
  readonly audience: Audience
  readonly shared: boolean
}

export interface StoredPicture {
  week: string
  state: PictureState
  revision: number
  edits: number
  compiledAt: string | null
  frozenAt: string | null
  /** Null where the audience is not told. */
  frozenBy: string | null
  sha256: string | null
  previousWeek: string | null
  previousSha256: string | null
  hasMap: boolean
  signatures: PictureSignature[]
  openTasks: number
}

/** Pictures that the audience sees, newest first; one of them where its week is given. */
export const readPictures = (
  sql: Sql,
  { audience, shared }: Asked,
  week: string | null = null,
): Promise<StoredPicture[]> => {
  const schema = sql(schemaOf[audience])
  const internal = audience === 'police' && !shared
  return sql<StoredPicture[]>`
    select p.week, p.state, p.revision, p.edits::float8 as edits, to_jsonb(p.compiled_at) #>> '{}' as "compiledAt",
      to_jsonb(p.frozen_at) #>> '{}' as "frozenAt", ${audience === 'police' ? sql`p.frozen_by_name` : sql`null::text`} as "frozenBy",
      encode(${internal ? sql`p.sha256` : sql`p.shared_sha256`}, 'hex') as sha256,
      ${internal ? sql`p.previous_week` : sql`null::text`} as "previousWeek",
      ${internal ? sql`encode(p.previous_sha256, 'hex')` : sql`null::text`} as "previousSha256",
      ${internal ? sql`p.map` : sql`p.shared_map`} is not null as "hasMap",
      coalesce((
        select jsonb_agg(jsonb_build_object('side', s.side, 'by', s.by_name, 'title', s.title, 'at', to_jsonb(s.at) #>> '{}',
          'sha256', encode(s.sha256, 'hex')) order by s.at)
        from ${schema}.picture_signatures s where s.week = p.week), '[]') as signatures,
      (select count(*)::int from ${schema}.picture_tasks t where t.week = p.week and t.state in ('open', 'doing')
        ${audience === 'police' && shared ? sql`and not t.internal` : sql``}) as "openTasks"
    from ${schema}.pictures p ${week === null ? sql`` : sql`where p.week = ${week}`}
    order by p.week desc limit 600`
}

export interface StoredSection {
  kind: SectionKind
  title: string
  internal: boolean
  text: string
  document: Uint8Array | null
  data: SectionData | null
}

/** Sections of a picture in the order of reading, their texts as they were when last frozen. */
export const readSections = (
  sql: Sql,
  { audience, shared }: Asked,
  week: string,
): Promise<StoredSection[]> => {
  const internal = audience === 'police' && !shared
  return sql<StoredSection[]>`
    select s.kind, s.title, ${audience === 'police' ? sql`s.internal` : sql`false`} as internal, s.text, s.document,
      ${internal ? sql`s.data || coalesce(s.shared_data, '{}')` : sql`s.shared_data`} as data
    from ${sql(schemaOf[audience])}.picture_sections s
    where s.week = ${week} ${audience === 'police' && shared ? sql`and not s.internal` : sql``}
    order by s.nth, s.kind`
}

/** The published figures of a signed week. */
export const readPublished = (
  sql: Sql,
  audience: Audience,
  weeks: readonly string[],
): Promise<{ week: string; kind: SectionKind; data: SectionData }[]> => sql<
  { week: string; kind: SectionKind; data: SectionData }[]
>`
  select s.week, s.kind, s.shared_data as data
  from ${sql(schemaOf[audience])}.picture_sections s join ${sql(schemaOf[audience])}.pictures p on p.week = s.week
  where p.state = 'signed' and s.week = any (${[...weeks]}::text[]) and s.shared_data is not null
  order by s.week, s.kind`

/** The map of a picture, PNG. */
export async function readMap(
  sql: Sql,
  { audience, shared }: Asked,
  week: string,
): Promise<Uint8Array | null> {
  const column = audience === 'police' && !shared ? sql`p.map` : sql`p.shared_map`
  const [row] = await sql<{ map: Uint8Array | null }[]>`
    select ${column} as map from ${sql(schemaOf[audience])}.pictures p where p.week = ${week}`
  return row?.map ?? null
}

/** Whether what was signed is what stands there; null where it is not signed. */
export async function readIntact(
  sql: Sql,
  { audience, shared }: Asked,
  week: string,
): Promise<boolean | null> {
  const [row] = await (audience === 'police'
    ? sql<{ intact: boolean | null }[]>`select police.picture_intact(${week}, ${shared}) as intact`
    : sql<{ intact: boolean | null }[]>`select planner.picture_intact(${week}) as intact`)
  return row?.intact ?? null
}

const notInternal = (sql: Sql, { audience, shared }: Asked) =>
  audience === 'police' && shared ? sql`and not v.internal` : sql``
const internalOf = (sql: Sql, { audience }: Asked) => (audience === 'police' ? sql`v.internal` : sql`false`)

export const readAttendance = (
  sql: Sql,
  { audience }: Asked,
  week: string,
): Promise<PictureAttendance[]> => sql<PictureAttendance[]>`
  select v.id::text as id, v.version, v.organisation, v.function, v.present
  from ${sql(schemaOf[audience])}.picture_attendance v where v.week = ${week} order by v.created_at, v.id`

export const readPictureDecisions = (sql: Sql, asked: Asked, week: string): Promise<PictureDecision[]> => sql<
  PictureDecision[]
>`
  select v.id::text as id, v.version, v.text, v.responsible, ${internalOf(sql, asked)} as internal
  from ${sql(schemaOf[asked.audience])}.picture_decisions v where v.week = ${week} ${notInternal(sql, asked)}
  order by v.created_at, v.id`

export const readTasks = (sql: Sql, asked: Asked, week: string): Promise<PictureTask[]> => sql<PictureTask[]>`
  select v.id::text as id, v.version, v.text, v.owner, to_char(v.due_on, 'YYYY-MM-DD') as "dueOn", v.state, v.since,
    ${internalOf(sql, asked)} as internal
  from ${sql(schemaOf[asked.audience])}.picture_tasks v where v.week = ${week} ${notInternal(sql, asked)}
  order by v.created_at, v.since, v.id`
