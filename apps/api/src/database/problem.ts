import type { Text } from '@trygghetskartan/layers'

export type DatabaseProblemCode =
  /** No connection became free within the limit. */
  | 'busy'
  /** The connection broke or none could be made: what was under way is not written, or (at commit) may be. */
  | 'unavailable'
  /** A statement outlived its limit and was stopped. */
  | 'timeout'
  /** The disk is full. */
  | 'full'
  /** Another process has the data folder. */
  | 'locked'
  /** The migrations and the database do not belong together. */
  | 'migration'
  /** A backup or a restore cannot be done. */
  | 'backup'
  /** A statement wrote another number of rows than it was told to. */
  | 'row-count'
  /** A statement failed, its error was swallowed, and nothing of the transaction could be kept. */
  | 'aborted'

/** An expected failure of the database with words for the one who meets it. */
export class DatabaseProblem extends Error {
  readonly code: DatabaseProblemCode
  readonly text: Text

  constructor(code: DatabaseProblemCode, text: Text, options?: ErrorOptions) {
    super(text.en, options)
    this.name = 'DatabaseProblem'
    this.code = code
    this.text = text
  }
}

const unavailable: Text = {
  sv: 'Databasen går inte att nå just nu. Försök igen om en stund.',
  en: 'The database cannot be reached right now. Try again in a moment.',
}

const texts: Partial<Record<DatabaseProblemCode, Text>> = {
  unavailable,
  timeout: {
    sv: 'Frågan till databasen tog för lång tid och avbröts. Inget har sparats.',
    en: 'The database query took too long and was stopped. Nothing has been saved.',
  },
  full: {
    sv: 'Disken är full. Inget har sparats.',
    en: 'The disk is full. Nothing has been saved.',
  },
}

/** The words for a failure that needs no particulars. */
export const problemText = (code: DatabaseProblemCode): Text => texts[code] ?? unavailable

/** SQLSTATE, or a code of the driver or of the socket -> what it means to the caller. */
const codes: Readonly<Record<string, DatabaseProblemCode>> = {
  '57014': 'timeout',
  '25P03': 'timeout',
  '53100': 'full',
  '53200': 'unavailable',
  '53300': 'unavailable',
  '57P01': 'unavailable',
  '57P02': 'unavailable',
  '57P03': 'unavailable',
  '08000': 'unavailable',
  '08003': 'unavailable',
  '08006': 'unavailable',
  CONNECTION_CLOSED: 'unavailable',
  CONNECTION_DESTROYED: 'unavailable',
  CONNECTION_ENDED: 'unavailable',
  CONNECT_TIMEOUT: 'unavailable',
  ECONNREFUSED: 'unavailable',
  ECONNRESET: 'unavailable',
  ENOENT: 'unavailable',
  ENOTFOUND: 'unavailable',
  EPIPE: 'unavailable',
  ETIMEDOUT: 'unavailable',
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined

/** Failures of the database's own become a DatabaseProblem; any other error (a broken constraint, the caller's own) stays as it is. */
export function toProblem(error: unknown): unknown {
  if (error instanceof DatabaseProblem) return error
  const code = codes[codeOf(error) ?? '']
  return code ? new DatabaseProblem(code, problemText(code), { cause: error }) : error
}
