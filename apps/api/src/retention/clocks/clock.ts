import type { Text } from '@trygghetskartan/layers'

/** How long one kind of thing is kept. */
export interface ClockRule {
  readonly kind: string
  readonly title: Text
  /** What is kept, why, and what happens then. */
  readonly rule: Text
  /** ISO 8601. */
  readonly keep: string
  /** No configuration may make it shorter. */
  readonly least?: string
  /** What the time counts from. */
  readonly from: Text
  /** It concerns anybody, and stands on the privacy page. */
  readonly open?: true
}
