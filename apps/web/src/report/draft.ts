import type { NewReport, ReportReason, ReportSeason } from '@trygghetskartan/api/contract-reports'
import { findSensitive, type SensitiveFind } from '@trygghetskartan/formats/sensitive-text'
import { report as words } from '../messages/report.ts'
import type { Worded } from '../messages/wording.ts'
import type { Language } from '../url-state.ts'
import { geometryOf, type Place, type ShapeKind, type ShapeRefusal, shapeRefusal } from './shape.ts'

/** Steps in which something is filled in, in order. */
export const steps = ['plats', 'skal', 'tid', 'ord', 'granska'] as const
export type Step = (typeof steps)[number]

export type Hours = 'whole' | 'mornings' | 'daytime' | 'evenings' | 'nights' | 'own'
export type Days = 'all' | 'workdays' | 'weekends' | 'own'

/** What is being filled in. It becomes one report, however often it is sent. */
export interface Draft {
  /** UUID of the report it becomes. */
  readonly id: string
  readonly shape: ShapeKind
  readonly points: readonly Place[]
  /** What the place is near, in words: a street or a place; null where it is not known. */
  readonly near: string | null
  /** It was found by its name, so that the map does not name it. */
  readonly named: boolean
  /** In the order they were chosen. */
  readonly reasons: readonly ReportReason[]
  readonly hours: Hours
  /** HH:MM; read where `hours` is own. */
  readonly from: string
  readonly to: string
  readonly days: Days
  /** ISO 1 to 7; read where `days` is own. */
  readonly weekdays: readonly number[]
  readonly season: ReportSeason
  readonly words: string
  /** A public place that it is about. */
  readonly supports: string | null
  /** Public places nearby have been looked at, for these points. */
  readonly looked: string | null
}

export const newDraft = (): Draft => ({
  id: crypto.randomUUID(),
  shape: 'point',
  points: [],
  near: null,
  named: false,
  reasons: [],
  hours: 'whole',
  from: '',
  to: '',
  days: 'all',
  weekdays: [],
  season: 'all_year',
  words: '',
  supports: null,
  looked: null,
})

/** HH:MM of each part of the day. */
export const hoursOf: Readonly<Record<Exclude<Hours, 'whole' | 'own'>, readonly [string, string]>> = {
  mornings: ['06:00', '10:00'],
  daytime: ['10:00', '18:00'],
  evenings: ['18:00', '23:00'],
  nights: ['22:00', '06:00'],
}
const daysOf: Readonly<Record<Exclude<Days, 'all' | 'own'>, readonly number[]>> = {
  workdays: [1, 2, 3, 4, 5],
  weekends: [6, 7],
}

/** Reasons that may point at somebody: the public is never told them. */
const pointing: ReadonlySet<ReportReason> = new Set(['people', 'drugs', 'other'])
export const isPublic = (reason: ReportReason): boolean => !pointing.has(reason)

export interface Refused {
  readonly step: Step
  readonly message: Worded
}

/** What may not be sent: it points out somebody for certain. A word that looks like a name is only warned about. */
export const refusedFinds = (text: string): SensitiveFind[] =>
  findSensitive(text).filter(({ kind }) => kind !== 'name')

const shapeWords: Readonly<Record<ShapeRefusal, Worded>> = {
  none: words.noPlace,
  few: words.fewPoints,
  many: words.manyPoints,
  long: words.tooLong,
  large: words.tooLarge,
  crossed: words.crossed,
}
const margin = 0.02

function placeRefusal(
  { shape, points }: Draft,
  [west, south, east, north]: readonly [number, number, number, number],
): Worded | null {
  const outside = points.some(
    ([lon, lat]) =>
      lon < west - margin || lon > east + margin || lat < south - margin || lat > north + margin,
  )
  if (outside) return words.outside
  const refusal = shapeRefusal(shape, points)
  return refusal && shapeWords[refusal]
}

function timeRefusal({ hours, from, to, days, weekdays }: Draft): Worded | null {
  if (hours === 'own' && !(from && to)) return words.noHours
  return days === 'own' && weekdays.length === 0 ? words.noDays : null
}

/** What keeps a step from being left; null where nothing does. */
export function refusalOf(
  step: Step,
  draft: Draft,
  bounds: readonly [number, number, number, number],
): Worded | null {
  switch (step) {
    case 'plats':
      return placeRefusal(draft, bounds)
    case 'skal':
      return draft.reasons.length === 0 ? words.noReason : null
    case 'tid':
      return timeRefusal(draft)
    case 'ord':
      return refusedFinds(draft.words).length > 0 ? words.wordsRefused : null
    case 'granska':
      return null
  }
}

/** The first step of those before `until` that is not filled in as it should be; null where all are. */
export function unfinished(
  until: Step,
  draft: Draft,
  bounds: readonly [number, number, number, number],
): Refused | null {
  for (const step of steps.slice(0, steps.indexOf(until))) {
    const message = refusalOf(step, draft, bounds)
    if (message) return { step, message }
  }
  return null
}

/** ISO weekdays; null for all of them. */
export const weekdaysOf = ({ days, weekdays }: Draft): readonly number[] | null =>
  days === 'all' ? null : days === 'own' ? (weekdays.length === 7 ? null : weekdays.toSorted()) : daysOf[days]

/** HH:MM and HH:MM; null for the whole day. */
export const clockOf = ({ hours, from, to }: Draft): readonly [string, string] | null =>
  hours === 'whole' ? null : hours === 'own' ? [from, to] : hoursOf[hours]

/** What is sent of a draft that nothing is wrong with. */
export function reportOf(draft: Draft, receipt: string, language: Language): Omit<NewReport, 'proof'> {
  const clock = clockOf(draft)
  const weekdays = weekdaysOf(draft)
  return {
    geometry: geometryOf(draft.shape, draft.points),
    reasons: [...draft.reasons],
    weekdays: weekdays && [...weekdays],
    hours_from: clock?.[0] ?? null,
    hours_to: clock?.[1] ?? null,
    season: draft.season,
    words: draft.words.trim() || null,
    receipt,
    language,
    supports: draft.supports,
  }
}
