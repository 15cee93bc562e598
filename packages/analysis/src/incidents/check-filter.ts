import { type Refusal, refuse } from '@trygghetskartan/geo'
import type { IncidentFilter } from './filter.ts'
import { dayMinutes } from './week.ts'

/** A filter that cannot be, in words; null where it can. */
export function checkFilter({
  from,
  until,
  hours,
  weekdays,
  hoursOfWeek,
  kinds,
  sources,
}: IncidentFilter): Refusal | null {
  const whole = (value: number, least: number, most: number) =>
    Number.isInteger(value) && value >= least && value <= most
  if (![from ?? 0, until ?? 0].every(Number.isFinite) || (from ?? -Infinity) >= (until ?? Infinity))
    return refuse(
      'period',
      'Perioden måste sluta efter att den börjar.',
      'The period must end after it begins.',
    )
  if (
    hours &&
    !(whole(hours.from, 0, dayMinutes - 1) && whole(hours.until, 0, dayMinutes) && hours.from !== hours.until)
  )
    return refuse(
      'hours',
      'Timmarna måste börja och sluta på olika klockslag mellan 00:00 och 24:00.',
      'The hours must begin and end at different times between 00:00 and 24:00.',
    )
  if (weekdays && !weekdays.every((weekday) => whole(weekday, 1, 7)))
    return refuse('weekdays', 'Veckodagarna måste vara 1–7.', 'Weekdays must be 1–7.')
  if (hoursOfWeek && !hoursOfWeek.every((hour) => whole(hour, 0, 167)))
    return refuse('hours-of-week', 'Veckans timmar måste vara 0–167.', 'Hours of the week must be 0–167.')
  const empty = [weekdays, hoursOfWeek, kinds, sources].some((list) => list?.length === 0)
  return empty
    ? refuse(
        'nothing-chosen',
        'Inget är valt: välj minst en veckodag, en timme, ett slag och en källa.',
        'Nothing is chosen: choose at least one weekday, one hour, one kind and one source.',
      )
    : null
}
