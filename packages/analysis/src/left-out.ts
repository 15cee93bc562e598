import { type Refusal, refuse } from '@trygghetskartan/geo'

/** Incidents that did not enter a result, and why. */
export interface LeftOut {
  readonly reason: LeftOutReason
  readonly count: number
}

export type LeftOutReason =
  /** The position is the middle of an area, no place. */
  | 'position'
  /** Only the month is known. */
  | 'month'
  /** It happened some time in an interval longer than the method can use. */
  | 'interval'
  /** Only the day is known, where the hour matters. */
  | 'hour'
  /** Outside of the time that was asked about. */
  | 'period'

/** Something that a reader of a result must know. */
export interface Remark {
  readonly code: string
  readonly text: { readonly sv: string; readonly en: string }
}

export const remark = (code: string, sv: string, en: string): Remark => ({ code, text: { sv, en } })

export class Tally {
  private readonly counts = new Map<LeftOutReason, number>()
  add(reason: LeftOutReason): void {
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1)
  }
  of(reason: LeftOutReason): number {
    return this.counts.get(reason) ?? 0
  }
  list(): LeftOut[] {
    return [...this.counts].map(([reason, count]) => ({ reason, count }))
  }
}

/** Why nothing is left to take. */
export const refuseNone = (leftOut: Tally): Refusal =>
  leftOut.of('month') > 0
    ? refuse(
        'month-precision',
        'Händelsernas tid är bara känd på månaden när.',
        'The incidents are known only to the month.',
      )
    : refuse(
        'none',
        'Det finns inga händelser med känd plats och tid.',
        'There are no incidents with a place and time that are known.',
      )
