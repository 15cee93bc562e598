import type { Problem } from '@trygghetskartan/api/contract-problems'
import { useFormat } from '../messages/format.ts'

/** "ons–lör 15:00–23:00"; '' where no hours are given. */
export function useHoursInWords({
  weekdays,
  hoursFrom,
  hoursTo,
}: Pick<Problem, 'weekdays' | 'hoursFrom' | 'hoursTo'>): string {
  const format = useFormat()
  const days = weekdays && weekdays.length > 0 && weekdays.length < 7 ? format.weekdays(weekdays) : ''
  const hours = hoursFrom && hoursTo ? `${hoursFrom}–${hoursTo}` : ''
  return [days, hours].filter(Boolean).join(' ')
}
