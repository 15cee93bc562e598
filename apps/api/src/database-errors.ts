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

interface Refusal extends Error {
  /** SQLSTATE (PostgreSQL manual, appendix A). */
  readonly code: string
  readonly constraint_name?: string
  readonly column_name?: string
}

const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

const fieldErrors = ({ column_name, constraint_name }: Refusal): FieldError[] => [
  {
    field: column_name ?? constraint_name ?? '',
    message:
      constraint_name === 'status_step'
        ? { sv: 'Det steget går inte att ta härifrån.', en: 'That step cannot be taken from here.' }
        : { sv: 'Värdet är inte tillåtet här.', en: 'The value is not allowed here.' },
  },
]

/** What a database error means to the caller; undefined where it is our own fault. */
export function problemOfDatabase(error: unknown): ProblemError | undefined {
  if (error instanceof DatabaseProblem) {
    const kind = kinds[error.code]
    return new ProblemError(kind, error.text, kind === 'unavailable' ? { retryAfter: secondsToWait } : {})
  }
  if (!isRefusal(error)) return undefined
  if (error.code === '23505') return new ProblemError('conflict')
  if (error.code === '42501') return new ProblemError('forbidden')
  const badValue = error.code === '23502' || error.code === '23514' || error.code.startsWith('22')
  return badValue ? new ProblemError('invalid', undefined, { errors: fieldErrors(error) }) : undefined
}
