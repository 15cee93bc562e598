import { randomUUID } from 'node:crypto'
import type { Audience } from '@trygghetskartan/layers'
import type { Decision, NewDecision } from '../contract-decisions.ts'
import { type Sql, schemaOf } from '../database/database.ts'

/** What was decided about a measure the audience sees, newest first. */
export const listDecisions = (sql: Sql, audience: Audience, measure: string): Promise<Decision[]> => sql<
  Decision[]
>`
  select id, object_id as measure, from_status as from, to_status as to, text, reference, body, by_name as by,
    to_jsonb(at) #>> '{}' as at
  from ${sql(schemaOf[audience])}.decisions where object_id = ${measure} order by version desc limit 500`

/** Writes a decision ahead of its step, which has to follow in the same transaction; its id. */
export async function insertDecision(
  sql: Sql,
  audience: Audience,
  decision: NewDecision & { layer: string; object: string; to: string },
): Promise<string> {
  const { layer, object, to, text, reference = null, body = null } = decision
  const id = randomUUID()
  await sql`
    insert into ${sql(schemaOf[audience])}.decisions (id, layer, object_id, to_status, text, reference, body)
    values (${id}, ${layer}, ${object}, ${to}, ${text}, ${reference}, ${body})`
  return id
}
