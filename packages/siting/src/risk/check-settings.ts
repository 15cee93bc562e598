import { type Refusal, refuse } from '@trygghetskartan/geo'
import { hoursOfWeek } from '../ground/hours-of-week.ts'
import type { WeekHours } from '../ground/measure.ts'
import type { RiskSettings } from './settings.ts'

/** Settings that cannot be, in words; null where all can. */
export function checkRisk({
  weights,
  kinds,
  halfLifeDays,
  hours,
  bandwidth,
  step,
  darkBelow,
  sightWithin,
}: RiskSettings): Refusal | null {
  const shares = Object.values(weights)
  if (!shares.every((weight) => weight >= 0 && weight < Infinity) || !shares.some((weight) => weight > 0))
    return refuse(
      'weights',
      'Vikterna måste vara 0 eller mer, och minst en måste vara större än 0.',
      'The weights must be 0 or more, and at least one more than 0.',
    )
  if (!Object.values(kinds).every((weight) => weight >= 0 && weight < Infinity))
    return refuse(
      'kinds',
      'Vikten för ett slag måste vara 0 eller mer.',
      'The weight of a kind must be 0 or more.',
    )
  const bound = (
    [
      ['half-life', halfLifeDays, 1, 36_500, 'Halveringstiden (dagar)', 'The half-life (days)'],
      ['bandwidth', bandwidth, 1, 500, 'Spridningen (m)', 'The bandwidth (m)'],
      ['step', step, 2, 100, 'Avståndet mellan punkterna (m)', 'The distance between points (m)'],
      ['dark-below', darkBelow, 0.1, 100, 'Gränsen för mörker (lux)', 'The limit of darkness (lux)'],
      ['sight-within', sightWithin, 2, 500, 'Siktavståndet (m)', 'The distance of sight (m)'],
    ] as const
  ).find(([, value, least, most]) => !(value >= least && value <= most))
  if (bound) {
    const [code, , least, most, sv, en] = bound
    return refuse(
      code,
      `${sv} måste vara mellan ${String(least).replace('.', ',')} och ${most}.`,
      `${en} must be between ${least} and ${most}.`,
    )
  }
  return checkHours(hours)
}

/** Hours that are no time of day or no weekday, in words; null where they can be. */
export function checkHours(hours: WeekHours | null): Refusal | null {
  try {
    hoursOfWeek(hours)
    return null
  } catch {
    return refuse(
      'hours',
      'Timmarna måste skrivas TT:MM och veckodagarna vara 1–7.',
      'Hours must be written HH:MM and weekdays be 1–7.',
    )
  }
}
