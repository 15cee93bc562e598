import { ProblemError } from '../api.ts'

/** What was written before one came to it, and is now. Fields differ where their JSON does; what is not there is null. */
type Fields = Readonly<Record<string, unknown>>

interface SaveOver<Known extends { readonly version: number }> {
  /** As it was when the form was opened. */
  readonly opened: Known & object
  /** The latest that the writer has been told of: opened, or what a clash showed. */
  readonly seen: Known & object
  /** All that the form holds. */
  readonly given: Fields
  readonly save: (over: Known, change: Fields) => Promise<unknown>
  readonly read: () => Promise<Known & object>
}

/** Somebody else wrote in the same fields meanwhile. */
export interface Clash<Known> {
  readonly fields: readonly string[]
  readonly now: Known
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** The fields that the form changes. */
export const changedFields = (opened: object, given: Fields): Fields =>
  Object.fromEntries(Object.entries(given).filter(([name, value]) => !same((opened as Fields)[name], value)))

/** The fields of a change that somebody else has changed to something else. */
export const clashingFields = (seen: object, now: object, change: Fields): string[] =>
  Object.keys(change).filter(
    (name) =>
      !same((seen as Fields)[name], (now as Fields)[name]) && !same((now as Fields)[name], change[name]),
  )

/**
 * Saves just what a form changes. What others wrote in other fields meanwhile stays; where they wrote in the same ones nothing
 * is saved and the clash is answered, so that the writer decides. Rejects as the request does.
 */
export async function saveOver<Known extends { readonly version: number }>({
  opened,
  seen,
  given,
  save,
  read,
}: SaveOver<Known>): Promise<Clash<Known> | null> {
  const change = changedFields(opened, given)
  if (Object.keys(change).length === 0) return null
  try {
    await save(seen, change)
    return null
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.status !== 412) throw error
    const now = await read()
    const fields = clashingFields(seen, now, change)
    if (fields.length > 0) return { fields, now }
    await save(now, change)
    return null
  }
}
