import type { Text } from '@trygghetskartan/api/contract'
import type { Formatter } from '../messages/format.ts'
import { patrol as words } from '../messages/patrol.ts'
import type { Hours } from './patrol-protocol.ts'

/** "fre och lör 21:00–04:00" */
export function writeHours(
  { weekdays, from, to }: Hours,
  format: Formatter,
  t: (text: Text) => string,
): string {
  const days = weekdays.length > 0 && weekdays.length < 7 ? format.weekdays(weekdays) : ''
  const hours = from === null || to === null || from === to ? t(words.aroundTheClock) : `${from}–${to}`
  return [days, hours].filter(Boolean).join(' ')
}

/** A share from 0 to 1 in per cent, with a decimal where it is small. */
export const writeShare = (share: number, format: Formatter): string =>
  format.number(Math.round(1000 * share) / 10 < 10 ? Math.round(1000 * share) / 10 : Math.round(100 * share))

/** A count or an index: with a decimal where it is small. */
export const writeOne = (value: number, format: Formatter): string =>
  format.number(Math.abs(value) < 10 ? Math.round(10 * value) / 10 : Math.round(value))
