import type { RegisterEntry } from '@trygghetskartan/api/contract-decisions'
import type { Formatter } from '../messages/format.ts'

/** "mån–fre 22:00–04:00"; null where it is around the clock. */
export function hoursInWords(
  hours: RegisterEntry['hours'],
  { weekdays }: Pick<Formatter, 'weekdays'>,
): string | null {
  if (!hours) return null
  const everyDay = hours.weekdays.length === 0 || new Set(hours.weekdays).size === 7
  const wholeDay = hours.from === hours.to
  if (everyDay && wholeDay) return null
  return [everyDay ? '' : weekdays(hours.weekdays), wholeDay ? '' : `${hours.from}–${hours.to}`]
    .filter(Boolean)
    .join(' ')
}
