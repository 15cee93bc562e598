/**
 * Ways a date is written: 2026-05-01; 20260501; 26-05-01 or 260501; 1/5/2026 with the day first; 5/1/2026 with the month first;
 * 1 maj 2026; Excel's number of a day; 2026-05, a month.
 */
export const dateForms = ['ymd', 'compact', 'yymd', 'dmy', 'mdy', 'named', 'serial', 'month'] as const
export type DateForm = (typeof dateForms)[number]

export interface ReadDate {
  /** Days since 1970-01-01. */
  readonly day: number
  /** Days it spans: one, or those of a month. */
  readonly days: number
  /** Minute of the day, where the cell has a time too. */
  readonly minute: number | null
  /** Minutes east of UTC, where the cell says so. */
  readonly offset: number | null
}

const months =
  'januari februari mars april maj juni juli augusti september oktober november december january february march may june july august october'
    .split(' ')
    .map((name, at) => [name.slice(0, 3), at < 12 ? at : [0, 1, 2, 4, 5, 6, 7, 9][at - 12]!] as const)
const monthNumbers = new Map(months)

type Parts = readonly [year: number, month: number, day: number]
const year2 = (text: string): number => Number(text) + (text.length === 2 ? 2000 : 0)

const shapes: Readonly<Record<Exclude<DateForm, 'serial' | 'month'>, (text: string) => Parts | null>> = {
  ymd: (text) => numbers(/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text), 1, 2, 3),
  compact: (text) => numbers(/^(\d{4})(\d{2})(\d{2})$/.exec(text), 1, 2, 3),
  yymd: (text) => numbers(/^(\d{2})([-/.]?)(\d{2})\2(\d{2})$/.exec(text), 1, 3, 4),
  dmy: (text) => numbers(/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text), 4, 3, 1),
  mdy: (text) => numbers(/^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text), 4, 1, 3),
  named: (text) => {
    const parts = /^(?:\p{L}+ )?(?:den )?(\d{1,2})(?:\.|:e|:a)? (\p{L}{3,})\.? (\d{4})$/u.exec(text)
    const month = parts ? monthNumbers.get(parts[2]!.toLowerCase().slice(0, 3)) : undefined
    return parts && month !== undefined ? [Number(parts[3]), month + 1, Number(parts[1])] : null
  },
}

function numbers(found: RegExpExecArray | null, year: number, month: number, day: number): Parts | null {
  return found && [year2(found[year]!), Number(found[month]), Number(found[day])]
}

/** Days since 1970 of a day there is, between 1950 and 2100; null otherwise. */
function dayOf([year, month, day]: Parts): number | null {
  if (year < 1950 || year > 2100 || month < 1 || month > 12 || day < 1) return null
  const time = Date.UTC(year, month - 1, day)
  return new Date(time).getUTCDate() === day ? time / 86_400_000 : null
}

/** A date with a time after it. */
const timed =
  /^(.*?\d)(?:[T,]|,? (?:kl\.? ?)?) ?(\d{1,2})[:.](\d{2})(?::\d{2}(?:[.,]\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i
const daysTo1970 = 25_569

/** A cell's text as a date in a form; null where it is none. */
export function readDate(text: string, form: DateForm): ReadDate | null {
  if (form === 'serial') return serial(text)
  const whole = partsOf(text, form)
  if (whole) return { ...whole, minute: null, offset: null }
  const parts = timed.exec(text)
  const date = parts && partsOf(parts[1]!, form)
  if (!date) return null
  const [hour, minute] = [Number(parts[2]), Number(parts[3])]
  if (hour > 23 || minute > 59) return null
  return { ...date, minute: hour * 60 + minute, offset: offsetOf(parts[4]) }
}

function partsOf(text: string, form: Exclude<DateForm, 'serial'>): { day: number; days: number } | null {
  if (form === 'month') {
    const parts = /^(\d{4})[-/.](\d{2})$/.exec(text)
    const day = parts && dayOf([Number(parts[1]), Number(parts[2]), 1])
    if (day === null) return null
    return { day, days: new Date(Date.UTC(Number(parts![1]), Number(parts![2]), 0)).getUTCDate() }
  }
  const parts = shapes[form](text)
  const day = parts && dayOf(parts)
  return day === null ? null : { day, days: 1 }
}

/** Excel's days since 1899-12-30 with the time of day as their fraction, 1954 to 2119. */
function serial(text: string): ReadDate | null {
  const parts = /^(\d{5})(?:[.,](\d+))?$/.exec(text)
  const number = parts ? Number(`${parts[1]}.${parts[2] ?? 0}`) : Number.NaN
  if (!(number >= 20_000 && number < 80_000)) return null
  const minutes = Math.round((number % 1) * 1440)
  const day = Math.floor(number) - daysTo1970
  return { day, days: 1, minute: parts![2] === undefined ? null : Math.min(minutes, 1439), offset: null }
}

function offsetOf(text: string | undefined): number | null {
  if (text === undefined) return null
  const parts = /^([+-])(\d{2}):?(\d{2})$/.exec(text)
  if (!parts) return 0
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3]))
}

/** The forms in which a text is a date. */
export const formsOf = (text: string): DateForm[] => dateForms.filter((form) => readDate(text, form) !== null)

/** Minute of the day of "14:30", "14.30", "1430", "kl 14" or a spreadsheet's fraction of a day; 1440 is its end. Null where it is none. */
export function readTime(text: string): number | null {
  const clock =
    /^(?:kl\.? ?)?(\d{1,2})(?:[:.](\d{2})(?::\d{2})?)?$/i.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text)
  if (clock) {
    const minute = Number(clock[1]) * 60 + Number(clock[2] ?? 0)
    return minute <= 1440 && Number(clock[2] ?? 0) < 60 ? minute : null
  }
  const fraction = /^0[.,]\d{3,}$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN
  return fraction < 1 ? Math.round(fraction * 1440) : null
}
