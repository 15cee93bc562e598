import type { Text } from '@trygghetskartan/api/contract'
import type { NewObservation, ObservationKind, PeopleClass } from '@trygghetskartan/api/contract-observations'
import { findSensitive, type SensitiveFind } from '@trygghetskartan/formats/sensitive-text'
import { sensitiveKinds } from '../messages/plan.ts'
import { reporter as words } from '../messages/reporter.ts'

/** What is being filled in. */
export interface Draft {
  readonly kind: string
  /** Longitude and latitude in degrees. */
  readonly at: readonly [number, number] | null
  /** What the phone says of its position, metres; null where the place is pointed out. */
  readonly accuracy: number | null
  readonly when: 'now' | 'quarter' | 'earlier'
  /** As `datetime-local` has it: the clock on the wall. Read where `when` is earlier. */
  readonly from: string
  readonly to: string
  readonly people: PeopleClass | null
  readonly words: string
  /** The refused entry that it takes the place of. */
  readonly replaces?: string
}

/** What an entry in the outbox holds. */
export type Content = Omit<NewObservation, 'sentAt'>

export interface Refused {
  readonly field: 'place' | 'when' | 'words'
  readonly message: Text
}

const minute = 60_000
const day = 24 * 60 * minute
/** A phone's position that is better known than this is a place of its own, in metres. */
const exact = 30
/** As the server has them. */
const mostBack = 14 * day
const longest = 3 * day
const margin = 0.02

export const newDraft = (kind: string, before?: Draft | null): Draft => ({
  at: null,
  accuracy: null,
  when: 'now',
  from: '',
  to: '',
  people: null,
  words: '',
  ...before,
  kind,
})

/** A draft of what the server refused, to be put right. */
export const draftOf = (content: Content, id: string): Draft => ({
  kind: content.kind,
  at: content.geometry.coordinates,
  accuracy: content.accuracy,
  when: 'earlier',
  from: localTime(new Date(content.observedFrom)),
  to: content.observedTo === content.observedFrom ? '' : localTime(new Date(content.observedTo)),
  people: content.people,
  words: content.words ?? '',
  replaces: id,
})

/** The clock on the wall as `datetime-local` has it. */
export function localTime(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0')
  const date = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`
  return `${date}T${two(at.getHours())}:${two(at.getMinutes())}`
}

/** What may not be sent: it points out somebody for certain. A word that looks like a name is only warned about. */
export const refusedFinds = (text: string): SensitiveFind[] =>
  findSensitive(text).filter(({ kind }) => kind !== 'name')

function timesOf({ when, from, to }: Draft, now: number): { from: number; to: number } {
  if (when === 'now') return { from: now, to: now }
  if (when === 'quarter') return { from: now - 15 * minute, to: now - 15 * minute }
  const start = Date.parse(from)
  return { from: start, to: to === '' ? start : Date.parse(to) }
}

/** The first thing that keeps a draft from being sent; null where nothing does. */
export function refusalOf(
  draft: Draft,
  bounds: readonly [number, number, number, number],
  now: number,
): Refused | null {
  if (!draft.at) return { field: 'place', message: words.noPlace }
  const [lon, lat] = draft.at
  const [west, south, east, north] = bounds
  if (lon < west - margin || lon > east + margin || lat < south - margin || lat > north + margin)
    return { field: 'place', message: words.outside }
  const { from, to } = timesOf(draft, now)
  const time = Number.isNaN(from) || Number.isNaN(to) ? words.noTime : timeRefusal(from, to, now)
  if (time) return { field: 'when', message: time }
  const [find] = refusedFinds(draft.words)
  if (!find) return null
  const kind = sensitiveKinds[find.kind]
  const { sv } = words.wordsRefused(kind.sv, find.text)
  const { en } = words.wordsRefused(kind.en, find.text)
  return { field: 'words', message: { sv, en } }
}

function timeRefusal(from: number, to: number, now: number): Text | null {
  if (to > now + minute) return words.ahead
  if (from < now - mostBack) return words.tooOld
  if (to < from) return words.order
  return to - from > longest ? words.tooLong : null
}

/** What is kept and sent of a draft that nothing is wrong with. */
export function contentOf(draft: Draft, kinds: readonly ObservationKind[], now: number): Content {
  const { kind, at, accuracy, people } = draft
  const { from, to } = timesOf(draft, now)
  const counts = kinds.find((one) => one.kind === kind)?.countsPeople ?? true
  return {
    geometry: { type: 'Point', coordinates: [round(at![0]), round(at![1])] },
    accuracy: accuracy === null ? null : Math.round(accuracy),
    precision: accuracy !== null && accuracy <= exact ? 'exact' : 'street',
    kind,
    observedFrom: new Date(from).toISOString(),
    observedTo: new Date(to).toISOString(),
    people: counts ? people : null,
    words: draft.words.trim() || null,
  }
}

/** Six decimals are a decimetre. */
const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6
