import type { Audience } from '@trygghetskartan/layers'
import type { Note } from '../contract-identity.ts'
import { type Sql, schemaOf } from '../database/database.ts'

/** Notes of the audience beside an object it sees, oldest first; one note where its id is given. */
export const listNotes = (
  sql: Sql,
  audience: Audience,
  account: string,
  { object, id = null }: { object: string; id?: string | null },
): Promise<Note[]> => sql<Note[]>`
  select id, text, author as by, account_id::text = ${account} as mine, to_jsonb(created_at) #>> '{}' as at
  from ${sql(schemaOf[audience])}.notes
  where object_id = ${object} ${id === null ? sql`` : sql`and id = ${id}`}
  order by created_at, id limit 500`

export async function insertNote(
  sql: Sql,
  audience: Audience,
  note: { id: string; layer: string; object: string; text: string },
): Promise<void> {
  await sql`
    insert into ${sql(schemaOf[audience])}.notes (id, layer, object_id, text)
    values (${note.id}, ${note.layer}, ${note.object}, ${note.text})`
}

/** What the note stood beside; undefined where the audience sees no such note. Somebody else's is refused (42501). */
export async function deleteNote(
  sql: Sql,
  audience: Audience,
  id: string,
): Promise<{ layer: string; object: string } | undefined> {
  const [row] = await sql<{ layer: string; object: string }[]>`
    delete from ${sql(schemaOf[audience])}.notes where id = ${id} returning layer, object_id as object`
  return row
}
