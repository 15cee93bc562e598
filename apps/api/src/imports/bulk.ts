import type { Sql } from '../database/database.ts'
import { DatabaseProblem } from '../database/problem.ts'

/** Quiets the row triggers: the import tells listeners once, at its end. */
export const startBulk = (sql: Sql) => sql`select set_config('app.bulk', 'on', true)`

/** The embedded engine may drop rows in silence where its geometry library fails: nothing is kept then. */
export const wrongCount = (): DatabaseProblem =>
  new DatabaseProblem('row-count', {
    sv: 'Databasen skrev ett annat antal rader än den fick. Inget har sparats.',
    en: 'The database wrote another number of rows than it was given. Nothing has been saved.',
  })
