import type { Actor, Sql } from './database.ts'

/** For the rest of the transaction: triggers and row rules read who acts with current_setting(..., true). */
export const tellActor = (sql: Sql, { id, name, audience, address = '' }: Actor) => sql`
  select set_config('app.actor_id', ${id}, true),
    set_config('app.actor_name', ${name}, true),
    set_config('app.audience', ${audience}, true),
    set_config('app.address', ${address}, true)`
