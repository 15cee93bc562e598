import type { Refusal } from '@trygghetskartan/formats'

const shown = 1000

/** Counts what is refused, by reason, and passes each on. */
export class Tally {
  count = 0
  readonly reasons: Record<string, number> = {}
  readonly first: Refusal[] = []
  private readonly onReject: ((refusal: Refusal) => void) | undefined

  constructor(onReject: ((refusal: Refusal) => void) | undefined) {
    this.onReject = onReject
  }

  add(refusal: Refusal): void {
    this.count += 1
    this.reasons[refusal.code] = (this.reasons[refusal.code] ?? 0) + 1
    if (this.first.length < shown) this.first.push(refusal)
    this.onReject?.(refusal)
  }
}
