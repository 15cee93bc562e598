import type { Text } from '@trygghetskartan/layers'

/** The JSON of /api/observations, for the client's eyes: types only. */

/** Longitude and latitude in degrees. */
export interface ObservedAt {
  type: 'Point'
  coordinates: [lon: number, lat: number]
}

/** What a reporter works as; an administrator says it. */
export type WorksAs = 'field_worker' | 'guard' | 'housing_host'

/** few: 1 to 4, group: 5 to 14, many: 15 or more. */
export type PeopleClass = 'few' | 'group' | 'many'

/** GET /api/observations/kinds: what can be logged, in the order it is offered. */
export interface ObservationKind {
  kind: string
  title: Text
  /** It makes sense to say how many were there. */
  countsPeople: boolean
}

/**
 * PUT /api/observations/{id}, the id a UUID made by the client: 201 at first, 200 with the same answer when the same comes again, 409 for
 * another content, 410 once it has been taken back. 422 where it lies outside the municipality, ahead of the clock, more than fourteen
 * days back, or names a person. Times are the phone's; where its clock is more than two minutes wrong they are put right by `sentAt`.
 */
export interface NewObservation {
  geometry: ObservedAt
  /** What the phone said of its position, metres; null where the place was pointed out on the map. */
  accuracy: number | null
  /** exact: the phone's own position, known well; street: pointed out by hand, or known less well. */
  precision: 'exact' | 'street'
  kind: string
  /** ISO instants; the same where it is a moment. At most three days apart. */
  observedFrom: string
  observedTo: string
  people: PeopleClass | null
  /** At most 500 characters. */
  words: string | null
  /** The phone's clock when it sends: no part of the content. */
  sentAt: string
}

/** What one has logged oneself; of what was taken back place, people and words are null. */
export interface OwnObservation {
  id: string
  geometry: ObservedAt | null
  accuracy: number | null
  precision: 'exact' | 'street'
  kind: string
  observedFrom: string
  observedTo: string
  people: PeopleClass | null
  words: string | null
  receivedAt: string
  /** Seconds added to the phone's times. */
  clockOffset: number
  withdrawnAt: string | null
}

/** GET /api/observations/mine?week=2026-W48 (the present week without one), the latest first. */
export interface OwnObservationsAnswer {
  week: string
  observations: OwnObservation[]
}

/**
 * GET /api/observations?bbox=&from=&to=&kind=a,b&limit=: police, all; planners, the municipality's own and what as a rule is no offence.
 * `from` and `to` are days in Sweden, both included. The latest first.
 */
export interface ObservationsAnswer {
  observations: SeenObservation[]
  /** How many match in all. */
  numberMatched: number
}

export interface SeenObservation {
  id: string
  geometry: ObservedAt
  accuracy: number | null
  precision: 'exact' | 'street'
  kind: string
  observedFrom: string
  observedTo: string
  people: PeopleClass | null
  words: string | null
  worksAs: WorksAs | null
  /** Who logged it: told to the police. */
  by?: string | null
  receivedAt: string
}
