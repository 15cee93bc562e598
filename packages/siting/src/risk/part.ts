import { weekLength } from '../ground/hours-of-week.ts'
import type { Text } from '../reports/text.ts'

/** One part of the risk before it is scaled: what each source gives each point, and when. */
export interface RawPart {
  /** Point, index of the source's hours, and weight of each entry. */
  readonly point: number[]
  readonly hours: number[]
  readonly weight: number[]
  /** How many incidents, reports, survey areas or street metres it rests on, and what of them is not in it. */
  n: number
  readonly remarks: Text[]
}

export const emptyPart = (): RawPart => ({ point: [], hours: [], weight: [], n: 0, remarks: [] })

/** Distributions over the hours of the week, each held once. */
export class Profiles {
  readonly #index = new Map<string, number>()
  readonly #all: Float64Array[] = []
  readonly #asked: Float64Array

  /** `asked`: how much of each hour counts at all. */
  constructor(asked: Float64Array) {
    this.#asked = asked
  }

  /**
   * What of a distribution falls in the hours asked for: its share, and the number of the rest scaled to one again.
   * Null where nothing does.
   */
  within(hours: Float64Array): { readonly share: number; readonly index: number } | null {
    const all = hours.reduce((sum, share) => sum + share, 0)
    const cut = hours.map((share, hour) => (share * this.#asked[hour]!) / (all || 1))
    const share = cut.reduce((sum, part) => sum + part, 0)
    if (!(share > 0)) return null
    const scaled = cut.map((part) => part / share)
    const key = scaled.join()
    let index = this.#index.get(key)
    if (index === undefined) {
      index = this.#all.push(scaled) - 1
      this.#index.set(key, index)
    }
    return { share, index }
  }

  /** All of them, one after the other: 168 numbers each that add up to one. */
  flat(): Float64Array {
    const flat = new Float64Array(this.#all.length * weekLength)
    this.#all.forEach((one, at) => {
      flat.set(one, at * weekLength)
    })
    return flat
  }
}

/** How much what happened so many days ago still weighs. */
export const ageWeight = (days: number, halfLifeDays: number): number =>
  0.5 ** (Math.max(0, days) / halfLifeDays)
