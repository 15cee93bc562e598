import type { Text } from '@trygghetskartan/layers'
import type { Measure, Problem } from './contract.ts'
import type { Language } from './language.ts'

/** The one table of what can go wrong: status and title. Handlers only throw. */
const kinds = {
  'bad-request': {
    status: 400,
    title: { sv: 'Frågan kunde inte läsas', en: 'The request could not be read' },
  },
  unauthorized: { status: 401, title: { sv: 'Logga in först', en: 'Sign in first' } },
  'step-up-required': {
    status: 401,
    title: { sv: 'Logga in på nytt för att göra detta', en: 'Sign in again to do this' },
  },
  forbidden: { status: 403, title: { sv: 'Du får inte göra detta', en: 'You may not do this' } },
  'not-found': { status: 404, title: { sv: 'Det finns inte', en: 'Not found' } },
  'method-not-allowed': {
    status: 405,
    title: { sv: 'Så kan adressen inte användas', en: 'Method not allowed' },
  },
  gone: { status: 410, title: { sv: 'Det är borttaget', en: 'It is gone' } },
  conflict: { status: 409, title: { sv: 'Det finns redan', en: 'It exists already' } },
  'version-conflict': {
    status: 412,
    title: { sv: 'Någon annan har ändrat under tiden', en: 'Somebody else changed it meanwhile' },
  },
  'too-large': { status: 413, title: { sv: 'Det är för stort', en: 'Too large' } },
  'unsupported-media-type': { status: 415, title: { sv: 'Formatet stöds inte', en: 'Unsupported format' } },
  invalid: {
    status: 422,
    title: { sv: 'Uppgifterna kan inte sparas så', en: 'This cannot be saved as it is' },
  },
  'precondition-required': {
    status: 428,
    title: { sv: 'Versionen saknas', en: 'The version is missing' },
  },
  'too-many-requests': { status: 429, title: { sv: 'För många frågor', en: 'Too many requests' } },
  busy: { status: 503, title: { sv: 'Det är kö just nu', en: 'There is a queue right now' } },
  internal: { status: 500, title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' } },
  unavailable: {
    status: 503,
    title: { sv: 'Databasen svarar inte just nu', en: 'The database does not answer right now' },
  },
  'disk-full': {
    status: 507,
    title: { sv: 'Disken är full: inget sparades', en: 'The disk is full: nothing was saved' },
  },
} as const satisfies Record<string, { status: number; title: Text }>

export type ProblemKind = keyof typeof kinds

export interface FieldError {
  field: string
  message: Text
}

/** Thrown by handlers; becomes application/problem+json in the caller's language. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly kind: ProblemKind
  readonly detail: Text | undefined
  readonly more: { errors?: FieldError[]; current?: Measure; retryAfter?: number }

  constructor(kind: ProblemKind, detail?: Text, more: ProblemError['more'] = {}) {
    super(detail?.en ?? kinds[kind].title.en)
    this.kind = kind
    this.detail = detail
    this.more = more
  }
}

/** The JSON body and status of a problem. */
export function toProblem(error: ProblemError, language: Language): Problem {
  const { status, title } = kinds[error.kind]
  const { errors, current, retryAfter } = error.more
  return {
    type: `urn:trygghetskartan:problem:${error.kind}`,
    title: title[language],
    status,
    ...(error.detail && { detail: error.detail[language] }),
    ...(errors && { errors: errors.map((e) => ({ field: e.field, message: e.message[language] })) }),
    ...(current && { current }),
    ...(retryAfter !== undefined && { retryAfter }),
  }
}
