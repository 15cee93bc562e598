import type { Config, Me } from '@trygghetskartan/api/contract'
import type { ObservationKind } from '@trygghetskartan/api/contract-observations'

/** What the page has to know to be of use without the server: who logs, where, and what can be logged. */
export interface ReporterFacts {
  readonly me: Me
  readonly config: Config
  readonly kinds: readonly ObservationKind[]
}

export const factsKey = 'trygghetskartan.reporter'

/** What was known when the server was last reached. */
export function readFacts(): ReporterFacts | null {
  try {
    return JSON.parse(localStorage.getItem(factsKey) ?? 'null') as ReporterFacts | null
  } catch {
    return null
  }
}

export function keepFacts(facts: ReporterFacts): void {
  try {
    localStorage.setItem(factsKey, JSON.stringify(facts))
  } catch {
    // Then the page asks the server the next time.
  }
}
