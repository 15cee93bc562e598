import { findSensitive } from '@trygghetskartan/formats/sensitive-text'
import type { Text } from '@trygghetskartan/layers'
import type { NewObservation } from '../contract-observations.ts'
import { type FieldError, ProblemError } from '../errors.ts'

/** A phone's clock that is no more wrong than this is taken at its word; in milliseconds. */
const trusted = 2 * 60_000
const minutes = 60_000
const days = 24 * 60 * minutes
/** How far ahead, after its clock has been put right, and how far back something may have been seen. */
const mostAhead = 5 * minutes
const mostBack = 14 * days
const longest = 3 * days
/** Degrees that the municipality's box is widened by, about 2 km: a reporter may stand on its edge. */
const margin = 0.02

/** What points out somebody for certain; a word that looks like a name is only warned about, by the client. */
const refused: Readonly<Record<string, Text>> = {
  'identity-number': {
    sv: 'Texten innehåller ett personnummer.',
    en: 'The text has a personal identity number in it.',
  },
  phone: { sv: 'Texten innehåller ett telefonnummer.', en: 'The text has a telephone number in it.' },
  email: { sv: 'Texten innehåller en e-postadress.', en: 'The text has an e-mail address in it.' },
  plate: { sv: 'Texten innehåller ett registreringsnummer.', en: 'The text has a number plate in it.' },
}

export interface Timed {
  readonly from: Date
  readonly to: Date
  /** Seconds added to the phone's times. */
  readonly clockOffset: number
}

/** The times by the server's clock, where the phone's is clearly wrong. */
export function timesOf(
  { observedFrom, observedTo, sentAt }: Pick<NewObservation, 'observedFrom' | 'observedTo' | 'sentAt'>,
  now: number,
): Timed {
  const wrong = now - Date.parse(sentAt)
  const added = Math.abs(wrong) > trusted ? Math.round(wrong / 1000) : 0
  const at = (time: string) => new Date(Date.parse(time) + added * 1000)
  return { from: at(observedFrom), to: at(observedTo), clockOffset: added }
}

/** Throws `invalid` with what is wrong, in words for the one who logged it. `bounds` is the municipality's box in degrees. */
export function checkObservation(
  { geometry, words }: NewObservation,
  { from, to }: Timed,
  bounds: readonly [number, number, number, number],
  now: number,
): void {
  const errors: FieldError[] = []
  const add = (field: string, sv: string, en: string) => errors.push({ field, message: { sv, en } })
  const [lon, lat] = geometry.coordinates
  const [west, south, east, north] = bounds
  if (lon < west - margin || lon > east + margin || lat < south - margin || lat > north + margin)
    add('geometry', 'Platsen ligger utanför kommunen.', 'The place lies outside the municipality.')
  if (to < from) add('observedTo', 'Sluttiden ligger före starttiden.', 'The end lies before the beginning.')
  else if (to.getTime() - from.getTime() > longest)
    add('observedTo', 'Tiden får omfatta högst tre dygn.', 'The time may span three days at most.')
  if (to.getTime() > now + mostAhead)
    add(
      'observedTo',
      'Tiden ligger i framtiden. Kontrollera telefonens klocka.',
      'The time lies ahead. Check the phone’s clock.',
    )
  if (from.getTime() < now - mostBack)
    add(
      'observedFrom',
      'Det är mer än fjorton dagar sedan: så gamla poster tas inte emot.',
      'It is more than fourteen days ago: entries so old are not taken.',
    )
  for (const { kind } of words ? findSensitive(words) : []) {
    const message = refused[kind]
    if (message) errors.push({ field: 'words', message })
  }
  if (errors.length > 0) throw new ProblemError('invalid', undefined, { errors })
}
