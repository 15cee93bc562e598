import type { Text } from '@trygghetskartan/layers'
import { DatabaseProblem, type DatabaseProblemCode } from './database/problem.ts'
import { type FieldError, ProblemError, type ProblemKind } from './errors.ts'

/** What each failure of the database's own is to the caller. */
const kinds: Readonly<Record<DatabaseProblemCode, ProblemKind>> = {
  busy: 'unavailable',
  unavailable: 'unavailable',
  timeout: 'unavailable',
  full: 'disk-full',
  locked: 'unavailable',
  migration: 'unavailable',
  backup: 'internal',
  'row-count': 'internal',
  aborted: 'internal',
}
const secondsToWait = 5
/** What would be written is nothing that its writer could see. */
const withCheckOption = '44000'

interface Refusal extends Error {
  /** SQLSTATE (PostgreSQL manual, appendix A). */
  readonly code: string
  readonly constraint_name?: string
  readonly column_name?: string
}

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

/** Rules of the database that a person can make sense of, by the name it gives them. */
const rules: Readonly<Record<string, Text>> = {
  status_step: { sv: 'Det steget går inte att ta härifrån.', en: 'That step cannot be taken from here.' },
  photos_per_object: {
    sv: 'Det finns redan 20 bilder. Ta bort någon först.',
    en: 'There are 20 photographs already. Remove one first.',
  },
  plan_membership: {
    sv: 'Bara planens medlemmar kan göra det.',
    en: 'Only the plan’s members can do that.',
  },
  plan_person: {
    sv: 'I en plan ingår planerare och poliser med öppet konto.',
    en: 'A plan has planners and police with open accounts as members.',
  },
  plan_owner: { sv: 'En plan har alltid minst en ägare.', en: 'A plan always has at least one owner.' },
}
const otherRule: Text = { sv: 'Värdet är inte tillåtet här.', en: 'The value is not allowed here.' }

const fieldErrors = ({ column_name, constraint_name }: Refusal): FieldError[] => [
  {
    field: column_name ?? constraint_name ?? '',
    message: (constraint_name && rules[constraint_name]) || otherRule,
  },
]

/** What a database error means to the caller; undefined where it is our own fault. */
export function problemOfDatabase(error: unknown): ProblemError | undefined {
  if (error instanceof DatabaseProblem) {
    const kind = kinds[error.code]
    return new ProblemError(kind, error.text, kind === 'unavailable' ? { retryAfter: secondsToWait } : {})
  }
  if (!isRefusal(error)) return undefined
  if (error.constraint_name === 'last_administrator')
    return new ProblemError('conflict', {
      sv: 'Det måste finnas minst en administratör. Ge någon annan rollen först.',
      en: 'There must be at least one administrator. Give somebody else the role first.',
    })
  if (error.code === '23505') return new ProblemError('conflict')
  if (error.code === '42501' || error.code === withCheckOption) return new ProblemError('forbidden')
  const badValue =
    error.code === '23502' || error.code === '23503' || error.code === '23514' || error.code.startsWith('22')
  return badValue ? new ProblemError('invalid', undefined, { errors: fieldErrors(error) }) : undefined
}
