import { type FieldError, ProblemError } from './errors.ts'

interface DatabaseFailure {
  code: string
  message: string
  constraint_name?: string
  column_name?: string
  detail?: string
}

const gone = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
])

const isFailure = (error: unknown): error is DatabaseFailure =>
  error instanceof Error && 'code' in error && typeof error.code === 'string'

const fieldError = (failure: DatabaseFailure): FieldError[] => [
  {
    field: failure.column_name ?? failure.constraint_name ?? '',
    message: { sv: 'Värdet är inte tillåtet här.', en: 'The value is not allowed here.' },
  },
]

/** What a database error means to the caller; undefined where it is our own fault. SQLSTATE classes: PostgreSQL manual, appendix A. */
export function problemOfDatabase(error: unknown): ProblemError | undefined {
  if (!isFailure(error)) return undefined
  const { code } = error
  if (code === '23505') return new ProblemError('conflict')
  if (code === '42501') return new ProblemError('forbidden')
  if (code === '53100' || code === 'ENOSPC') return new ProblemError('disk-full')
  if (code === '57014')
    return new ProblemError(
      'unavailable',
      { sv: 'Frågan tog för lång tid och avbröts.', en: 'The query took too long and was stopped.' },
      { retryAfter: 5 },
    )
  if (code === '23502' || code === '23514' || code.startsWith('22'))
    return new ProblemError('invalid', undefined, { errors: fieldError(error) })
  if (code.startsWith('08') || code.startsWith('57P') || code.startsWith('53') || gone.has(code))
    return new ProblemError(
      'unavailable',
      { sv: 'Inget sparades. Försök igen om en stund.', en: 'Nothing was saved. Try again in a moment.' },
      { retryAfter: 5 },
    )
  return undefined
}
