import type { Text } from '@trygghetskartan/api/contract'
import type { Formatter } from '../messages/format.ts'
import { hotspotResults as words } from '../messages/hotspot-results.ts'

/** A period in words; both ends are in. */
export function periodText(from: string | undefined, to: string | undefined, format: Formatter): Text {
  if (from && to) return words.inPeriod(format.shortDate(from), format.shortDate(to))
  if (from) return words.since(format.shortDate(from))
  return to ? words.until(format.shortDate(to)) : words.allTime
}
