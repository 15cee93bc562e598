import type { Audience } from '@trygghetskartan/layers'
import { type Sql, schemaOf } from '../database/database.ts'
import { writesExactly } from '../database/rows.ts'
import type { CleanPicture } from '../uploads/clean-picture.ts'

export interface PhotoRow {
  readonly id: string
  readonly layer: string
  readonly object_id: string
  readonly caption: string | null
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly account: string
  readonly by_name: string
  readonly at: string
}

const view = (sql: Sql, audience: Audience) => sql`${sql(schemaOf[audience])}.photos`

const about = (sql: Sql) => sql`
  id::text as id, layer, object_id::text as object_id, caption, width, height, bytes, account, by_name,
  to_jsonb(created_at) #>> '{}' as at`

/** The photographs of an object that the audience sees, in the order they came. */
export const photosOf = (sql: Sql, audience: Audience, object: string) => sql<PhotoRow[]>`
  select ${about(sql)} from ${view(sql, audience)} where object_id = ${object} order by created_at, id`

/** One photograph without its bytes; undefined where the audience sees none. */
export async function findPhoto(sql: Sql, audience: Audience, id: string): Promise<PhotoRow | undefined> {
  const [row] = await sql<PhotoRow[]>`select ${about(sql)} from ${view(sql, audience)} where id = ${id}`
  return row
}

/** The JPEG of a photograph, whole or small, with what it is of. */
export async function pictureOf(
  sql: Sql,
  audience: Audience,
  id: string,
  size: 'full' | 'thumbnail',
): Promise<{ layer: string; object_id: string; picture: Uint8Array } | undefined> {
  const column = size === 'full' ? sql`picture` : sql`thumbnail`
  const [row] = await sql<{ layer: string; object_id: string; picture: Uint8Array }[]>`
    select layer, object_id::text as object_id, ${column} as picture
    from ${view(sql, audience)} where id = ${id}`
  return row
}

/** Keeps a photograph; the database writes down whose it is and refuses the twenty-first of an object (23514). */
export async function insertPhoto(
  sql: Sql,
  audience: Audience,
  photo: CleanPicture & { id: string; layer: string; object: string; caption: string | null },
): Promise<void> {
  const picture = Buffer.from(photo.picture)
  await writesExactly(
    1,
    sql`
    insert into ${view(sql, audience)} (id, layer, object_id, caption, width, height, bytes, sha256, picture, thumbnail)
    values (${photo.id}, ${photo.layer}, ${photo.object}, ${photo.caption}, ${photo.width}, ${photo.height},
      ${picture.length}, sha256(${picture}::bytea), ${picture}, ${Buffer.from(photo.thumbnail)})`,
  )
}

export const deletePhoto = (sql: Sql, audience: Audience, id: string) =>
  writesExactly(1, sql`delete from ${view(sql, audience)} where id = ${id}`)
