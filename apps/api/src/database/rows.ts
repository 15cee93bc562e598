import type postgres from 'postgres'
import { DatabaseProblem } from './problem.ts'

/**
 * Awaits a statement that writes and throws `row-count`, which rolls the transaction back, unless it wrote as many rows as expected.
 * For every statement that computes geometry: the embedded engine swallows what GEOS throws, and would then write fewer and call it done.
 */
export async function writesExactly<T extends readonly (object | undefined)[]>(
  expected: number,
  statement: postgres.PendingQuery<T & object[]>,
): Promise<postgres.RowList<T & object[]>> {
  const result = await statement
  if (result.count === expected) return result as postgres.RowList<T & object[]>
  throw new DatabaseProblem('row-count', {
    sv: `Databasen skrev ${result.count} rader i stället för ${expected}. Inget har sparats.`,
    en: `The database wrote ${result.count} rows instead of ${expected}. Nothing has been saved.`,
  })
}
