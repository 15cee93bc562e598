import type { Text } from '@trygghetskartan/layers'
import type { LineString, Point, Polygon } from 'geojson'

/** The JSON of the public's reports and their receipts, for the client's eyes: types only. */

export type ReportReason =
  | 'darkness'
  | 'broken_lamp'
  | 'blocked_view'
  | 'hidden_corner'
  | 'deserted'
  | 'people'
  | 'drugs'
  | 'traffic'
  | 'decay'
  | 'other'

export type ReportSeason = 'all_year' | 'spring' | 'summer' | 'autumn' | 'winter'

/** Degrees. A point; a line of at most 200 points and 2 km; an area of at most 200 points, one ring and 0.25 km². */
export type ReportGeometry = Point | LineString | Polygon

/**
 * GET /api/reports/challenge: what a client has to find before it may send. A nonce (at most 40 characters) so that SHA-256 of the
 * UTF-8 text `challenge` followed by `nonce` begins with `difficulty` zero bits. Used once, for one report or one “me too”.
 */
export interface ReportChallenge {
  challenge: string
  difficulty: number
  /** ISO instant. */
  expiresAt: string
}

export interface ReportProof {
  challenge: string
  nonce: string
}

/**
 * PUT /api/reports/{id}, the id a UUID made by the client: 201 at first, 200 with the same answer when the same comes again (whatever its
 * proof), 409 for another content, 410 once it has been taken back. 422 names what is wrong: `geometry`, `words`, `proof`, …
 * A refused proof has the field `proof`: ask for a new challenge and send again.
 */
export interface NewReport {
  geometry: ReportGeometry
  /** The most important first. */
  reasons: ReportReason[]
  /** ISO 1 to 7, Monday first. */
  weekdays?: number[] | null
  /** HH:MM; both or none. */
  hours_from?: string | null
  hours_to?: string | null
  season?: ReportSeason | null
  /** At most 2000 characters. */
  words?: string | null
  /** 20 characters of Crockford's base 32 in groups of four, 100 random bits, made by the client: 7Q2K-M9TD-04XW-HBNE-3VZA. */
  receipt: string
  language: 'sv' | 'en'
  /** The public place it is about, where the reporter says so. */
  supports?: string | null
  proof: ReportProof
}

export interface ReportReceived {
  /** The day, in Sweden. */
  receivedOn: string
}

/** What anybody may see of a reported place. */
export interface PublicPlace {
  id: string
  geometry: ReportGeometry
  /** None that may point at somebody. */
  reasons: ReportReason[]
  state: 'looked_at' | 'planned' | 'done' | 'declined'
  words: string | null
  answer: string | null
  /** The first of the month it was first heard of. */
  month: string
  /** How many have reported it or agreed, up to last month; null under five. */
  heard: 'at_least_5' | 'at_least_10' | 'at_least_25' | 'at_least_50' | 'at_least_100' | null
  /** It has a photograph: GET /api/reported-places/{id}/photo, `?size=thumbnail` for a small one. */
  photo: boolean
}

/** POST /api/reports/nearby {geometry}: public places within 75 m, the nearest first, at most ten. */
export interface NearbyPlaces {
  places: (PublicPlace & {
    /** Metres, in whole fives. */
    distance: number
  })[]
}

/** PUT /api/reported-places/{place}/support/{id}: 201 at first, 200 when it comes again. */
export interface NewSupport {
  proof: ReportProof
}

/** POST /api/receipts/read and /api/receipts/withdraw. */
export interface ReceiptCode {
  code: string
}

/** POST /api/receipts/answer: sent twice with the same id it is kept once. At most 1000 characters. */
export interface ReceiptAnswer {
  code: string
  id: string
  text: string
}

export interface ReceiptMessage {
  id: string
  from: 'office' | 'reporter'
  /** `status`: something was built, or put in operation. */
  kind: 'question' | 'reply' | 'answer' | 'status'
  /** As it was written; of a status in the reporter's language. */
  text: string
  /** The day. */
  on: string
}

/** A measure that the report led to, as far as it is public. */
export interface ReceiptMeasure {
  layer: string
  id: string
  title: string
  status: string
  statusTitle: Text
  /** A point of it, for a map. */
  at: [lon: number, lat: number]
}

/**
 * What the code of a receipt opens. A code that opens nothing, however it is spelled: 404; many of them from one address: 429. 410 where
 * the report has been taken back, or its time was up. PUT /api/reports/{id}/photo with the header `x-receipt`: 201, 200 sent again.
 */
export interface ReportReceipt {
  report: string
  state: 'new' | 'in_review' | 'published' | 'handled' | 'declined'
  receivedOn: string
  reasons: ReportReason[]
  photo: boolean
  /** In the order they were written. */
  messages: ReceiptMessage[]
  place: PublicPlace | null
  measures: ReceiptMeasure[]
  canAnswer: boolean
}
