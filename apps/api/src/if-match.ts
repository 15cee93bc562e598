import { ProblemError } from './errors.ts'

/** The version named by If-Match; a change without one could overwrite what its author never saw. */
export function wantedVersion(header: string | undefined): number {
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(header ?? '')
  if (match) return Number(match[1])
  if (header === undefined)
    throw new ProblemError('precondition-required', {
      sv: 'Ange versionen i If-Match.',
      en: 'Give the version in If-Match.',
    })
  throw new ProblemError('bad-request', {
    sv: 'If-Match ska vara versionen inom citattecken.',
    en: 'If-Match must be the version in quotes.',
  })
}
