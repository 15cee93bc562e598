import type { Text } from '../refusal.ts'
import { swedishInstant } from './clock.ts'
import { type DateForm, type ReadDate, readDate, readTime } from './dates.ts'

/** When an incident happened. */
export interface IncidentTimes {
  /** Minutes since 1970-01-01 00:00 UTC; the same where it is a moment. */
  readonly from: number
  readonly to: number
  readonly timePrecision: 'minute' | 'day' | 'month'
}

interface Fault {
  readonly code: string
  readonly message: Text
}
const fault = (code: string, sv: string, en: string): Fault => ({ code, message: { sv, en } })

interface End {
  readonly date: ReadDate
  /** Minute of the day; null where only the day is known. */
  readonly minute: number | null
}

type Cell = (role: 'from' | 'fromTime' | 'to' | 'toTime') => string

/** What a row's cells say, without an end where they give none. Midnight to the minute is what a date without a time of day becomes. */
export function timesOf(cell: Cell, form: DateForm | null, now: Date): IncidentTimes | Fault {
  const from = endOf(cell('from'), cell('fromTime'), form)
  if (from === null) return fault('no-date', 'Datum saknas.', 'There is no date.')
  if ('code' in from) return from
  // A time to without a date to is of the same day, or of the next where it is earlier.
  const toText = cell('to') || (cell('toTime') === '' ? '' : cell('from'))
  const to = endOf(toText, cell('toTime'), form)
  if (to !== null && 'code' in to) return to
  const times = to ? between(from, to, cell('to') === '') : alone(from)
  if (times.to < times.from)
    return fault(
      'ends-before-start',
      'Sluttiden ligger före starttiden.',
      'The end lies before the beginning.',
    )
  if (times.from > now.getTime() / 60_000 + 1440)
    return fault(
      'in-the-future',
      `Tiden ”${cell('from')}” har inte varit än.`,
      `The time “${cell('from')}” has not been yet.`,
    )
  return times
}

function endOf(text: string, time: string, form: DateForm | null): End | Fault | null {
  if (text === '') return null
  const date = (form && readDate(text, form)) ?? readDate(text, 'month')
  if (!date)
    return fault('invalid-date', `Datumet ”${text}” går inte att läsa.`, `The date “${text}” cannot be read.`)
  const minute = time === '' ? null : readTime(time)
  if (time !== '' && minute === null)
    return fault(
      'invalid-time',
      `Klockslaget ”${time}” går inte att läsa.`,
      `The time “${time}” cannot be read.`,
    )
  return { date, minute: minute ?? date.minute }
}

const instantOf = ({ day, offset }: ReadDate, minute: number): number =>
  offset === null ? swedishInstant(day, minute) : day * 1440 + minute - offset

const dayEnd = 1439

function alone({ date, minute }: End): IncidentTimes {
  if (minute !== null && minute % 1440 !== 0) {
    const at = instantOf(date, minute)
    return { from: at, to: at, timePrecision: 'minute' }
  }
  const last = date.day + date.days - 1
  return {
    from: swedishInstant(date.day, 0),
    to: swedishInstant(last, dayEnd),
    timePrecision: date.days > 1 ? 'month' : 'day',
  }
}

function between(from: End, to: End, sameDay: boolean): IncidentTimes {
  if (from.minute === null && to.minute === null && from.date.day === to.date.day) return alone(from)
  const start = instantOf(from.date, from.minute ?? 0)
  const last = to.date.day + to.date.days - 1
  const end = to.minute === null ? swedishInstant(last, dayEnd) : instantOf(to.date, to.minute)
  return { from: start, to: sameDay && end < start ? end + 1440 : end, timePrecision: 'minute' }
}
