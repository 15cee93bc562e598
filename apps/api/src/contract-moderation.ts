import type { Geometry } from 'geojson'
import type { PlannedMeasure } from './contract-problems.ts'

/** The JSON of the moderation of reports, and of what came of them; for the client's eyes: types only. For planners but for the last part. */

export interface Person {
  id: string
  name: string
}

/** A report as it stands in the queue. Every step names the version in If-Match. */
export interface QueuedReport {
  id: string
  version: number
  state: 'new' | 'in_review' | 'published' | 'handled' | 'declined'
  /** The most important first. */
  reasons: string[]
  words: string | null
  geometry: Geometry
  receivedOn: string
  /** Until when the reporter is to hear from the office. */
  dueOn: string
  /** Nobody has answered, and the day has passed. */
  late: boolean
  /** One of many from one address: read when there is time. */
  quiet: boolean
  assignedTo: Person | null
  /** The public place it belongs to. */
  place: string | null
  /** The report it goes together with while neither has a place. */
  sameAs: string | null
  /** The public place that the reporter says it is about. */
  supports: string | null
  /** Reports that go together with it, itself among them. */
  together: number
  /** The reporter wrote last. */
  replied: boolean
  answered: boolean
  photo: boolean
  demo: boolean
}

/** A public place where all that was to be done is built. */
export interface BuiltPlace {
  id: string
  version: number
  reasons: string[]
  month: string
  reports: number
  /** One of its reports, to open it by. */
  report: string
  measures: PlannedMeasure[]
}

/** GET /api/moderation/reports?show=open|quiet|closed */
export interface QueueAnswer {
  today: string
  reports: QueuedReport[]
  counts: { open: number; quiet: number; closed: number }
  built: BuiltPlace[]
  /** Whom a report can be given to. */
  people: Person[]
}

export interface ReportMessage {
  id: string
  direction: 'office' | 'reporter'
  kind: 'question' | 'reply' | 'answer' | 'status'
  text: string
  at: string
  by: string | null
}
/** What changed in a report, newest first; `words` are those before they were redacted. */
export interface ReportChange {
  at: string
  by: string
  changed: string[]
  state: string | null
  words: string | null
}
export interface ReportLink {
  id: string
  measure: PlannedMeasure | null
  problem: { id: string; title: string } | null
}
export interface ReportBeside {
  id: string
  state: QueuedReport['state']
  reasons: string[]
  words: string | null
  receivedOn: string
}

/** A public place as its moderators see it. */
export interface ModeratedPlace {
  id: string
  version: number
  state: 'looked_at' | 'planned' | 'done' | 'declined'
  reasons: string[]
  words: string | null
  answer: string | null
  month: string
  geometry: Geometry
  /** at_least_5 and so on; null under five. */
  heard: string | null
  /** Reports and “me too”, for staff. */
  reports: number
  supports: number
}

/** Within 150 m, the nearest first. */
export interface Near {
  reports: (ReportBeside & { metres: number; geometry: Geometry; place: string | null })[]
  places: (Pick<ModeratedPlace, 'id' | 'state' | 'reasons' | 'words' | 'month' | 'geometry'> & {
    metres: number
  })[]
  measures: (PlannedMeasure & { metres: number })[]
}

/** GET /api/moderation/reports/{id} */
export interface ModeratedReport extends QueuedReport {
  /** ISO, Monday 1. */
  weekdays: number[] | null
  hoursFrom: string | null
  hoursTo: string | null
  season: string | null
  internalText: string | null
  /** The language the reporter reads; null where nobody has a receipt. */
  language: 'sv' | 'en' | null
  messages: ReportMessage[]
  history: ReportChange[]
  links: ReportLink[]
  publicPlace: ModeratedPlace | null
  /** The other reports that go together with it. */
  others: ReportBeside[]
  picture: { width: number; height: number; released: boolean } | null
  near: Near
}

/** What is to become public of a report. */
export interface PlaceDraft {
  reasons: string[]
  words?: string | null
  answer?: string | null
  photo?: boolean
}
/** POST /api/moderation/reports/{id}/preview: just what anybody will see. `seal` is sent back when it is published. */
export interface PublicPreview {
  geometry: Geometry
  reasons: string[]
  words: string | null
  answer: string | null
  /** The first of the month. */
  month: string
  state: 'looked_at' | 'planned'
  photo: boolean
  /** Metres from what was reported to what is shown. */
  moved: number
  seal: string
}

/** POST /api/moderation/reports/{id}/steps with If-Match. */
export type ReportStep =
  | ({ step: 'publish'; seal: string } & PlaceDraft)
  | { step: 'ask'; text: string }
  /** `handled` closes it; `everyone`: to all whose reports go together with it. */
  | { step: 'answer'; text: string; handled?: boolean; everyone?: boolean }
  | { step: 'decline'; text: string }
  | { step: 'merge'; report?: string; place?: string }
  | { step: 'split' }
  | { step: 'redact'; words: string | null }
  | { step: 'note'; text: string | null }
  | { step: 'assign'; to: string | null }
  | { step: 'quiet'; quiet: boolean }
  | { step: 'link'; layer?: string; measure?: string; problem?: string }
  | { step: 'unlink'; link: string }
  /** Shows the photograph to everybody with its place, instead of another's, or takes it back. */
  | { step: 'photo'; released: boolean }
  /** What the reporter wrote last needs no answer. */
  | { step: 'seen' }
  | { step: 'reopen' }

/** PATCH /api/moderation/places/{id} with If-Match. A place that is done takes its reports along. */
export type PlaceChange = Partial<Pick<ModeratedPlace, 'state' | 'reasons' | 'words' | 'answer'>>

/** GET and POST /api/moderation/templates; PUT and DELETE /api/moderation/templates/{id}. */
export interface NewTemplate {
  title: string
  sv: string
  en: string
}
export interface AnswerTemplate extends NewTemplate {
  id: string
}

/** Reports that came in during a month; days are from when they came in, null where there are none. */
export interface MonthOfReports {
  month: string
  came: number
  answered: number
  answerMedian: number | null
  answerMost: number | null
  closed: number
  closeMedian: number | null
  closeMost: number | null
  late: number
}
/** GET /api/moderation/statistics: the last two years, newest first. `most` is what nine of ten keep within. */
export interface ReportStatistics {
  months: MonthOfReports[]
}

/** GET /api/chain/{layer}/{id}, for anybody: what a reported place led to, or which places a measure answers. */
export interface Chain {
  measures: {
    layer: string
    id: string
    title: string
    status: string
    startsOn: string | null
    completedOn: string | null
  }[]
  places: { id: string; reasons: string[]; state: string; month: string }[]
  /** at_least_5 and so on; null under five. */
  heard: string | null
  /** The photograph that was released with a place, in pixels: GET /api/reported-places/{id}/photo. */
  photo: { width: number; height: number } | null
}
