import type { z } from 'zod'
import type { Text } from './description.ts'

type Row = Record<string, unknown>

/** A rule across fields; returns what is wrong, or null. Absent fields break no rule. The database checks the same. */
export type Rule = (row: Row) => { readonly field: string; readonly text: Text } | null

/** Puts rules on an object schema. Each complaint names its field and carries its words in `params.text`. */
export const withRules =
  (...rules: readonly Rule[]) =>
  (row: Row, context: z.RefinementCtx): void => {
    for (const rule of rules) {
      const problem = rule(row)
      if (!problem) continue
      context.addIssue({
        code: 'custom',
        path: [problem.field],
        message: problem.text.en,
        params: { text: problem.text },
      })
    }
  }

/** Both hours or none. A later hour below the earlier is past midnight; the same hour twice is around the clock. */
export const bothOrNeither =
  (from: string, to: string): Rule =>
  (row) =>
    (row[from] == null) === (row[to] == null)
      ? null
      : {
          field: row[from] == null ? from : to,
          text: { sv: 'Ange både från och till, eller ingetdera.', en: 'Give both from and to, or neither.' },
        }

export const hoursTogether = bothOrNeither('hours_from', 'hours_to')

/** The later day may not come before the earlier. */
export const inOrder =
  (earlier: string, later: string): Rule =>
  (row) => {
    const [from, to] = [row[earlier], row[later]]
    if (typeof from !== 'string' || typeof to !== 'string' || from <= to) return null
    return {
      field: later,
      text: {
        sv: 'Datumet är tidigare än det som ska komma före.',
        en: 'The date is before the one it follows.',
      },
    }
  }

/** The later day is at most so many years after the earlier. */
export const withinYears =
  (earlier: string, later: string, years: number): Rule =>
  (row) => {
    const [from, to] = [row[earlier], row[later]]
    if (typeof from !== 'string' || typeof to !== 'string' || to <= yearsAfter(from, years)) return null
    return { field: later, text: { sv: `Högst ${years} år.`, en: `At most ${years} years.` } }
  }

/** As PostgreSQL adds an interval of years: 29 February becomes the 28th. */
function yearsAfter(day: string, years: number): string {
  const moved = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return moved.endsWith('-02-29') && Number.isNaN(Date.parse(moved)) ? `${moved.slice(0, 8)}28` : moved
}
