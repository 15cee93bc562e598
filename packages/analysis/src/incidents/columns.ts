/**
 * How well a position is known. Only `exact` and `street` are places: the others are the middle of something and never
 * enter a density, a hotspot or a distance.
 */
export const precisions = ['exact', 'street', 'locality', 'municipality', 'county'] as const
export type Precision = (typeof precisions)[number]
/** How many of `precisions`, from the first, are places. */
export const placedPrecisions = 2

/** How well a time is known: to the minute or an interval of minutes; to the day; to the month. */
export const timePrecisions = ['minute', 'day', 'month'] as const
export type TimePrecision = (typeof timePrecisions)[number]

/**
 * Incidents as columns, a row each; their order means nothing. Positions are metres in `srid`, eastwards and northwards.
 * Times are the clock on the wall where it happened, in minutes since 1970-01-01 00:00 of that clock, so that hour and
 * weekday are arithmetic; an hour that daylight saving repeats is told once. An incident that is known to have happened
 * some time between two points has `from` < `to`; else they are equal.
 */
export interface IncidentColumns {
  readonly length: number
  readonly srid: number
  readonly x: Float64Array
  readonly y: Float64Array
  readonly from: Int32Array
  readonly to: Int32Array
  /** Index into `timePrecisions`. */
  readonly timePrecision: Uint8Array
  /** Index into `kinds`. */
  readonly kind: Uint16Array
  readonly kinds: readonly string[]
  /** Index into `precisions`. */
  readonly precision: Uint8Array
  /** Index into `sources`: where it is known from, such as 'incidents', 'police_events', 'observations'. */
  readonly source: Uint8Array
  readonly sources: readonly string[]
}
