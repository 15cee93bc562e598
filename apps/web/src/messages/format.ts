import type { FieldDescription } from '@trygghetskartan/api/contract'
import type { Language } from '../url-state.ts'
import { common } from './common.ts'
import { useLanguage } from './text.ts'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const
/** Swedish civil time, whatever clock the reader's device keeps. */
const timeZone = 'Europe/Stockholm'

/** Each is made when it is first used, and once: a dozen of them take a slow phone a fifth of a second. */
function writers(language: Language) {
  const locale = locales[language]
  const date = (options: Intl.DateTimeFormatOptions) =>
    once(() => new Intl.DateTimeFormat(locale, { timeZone, ...options }))
  const number = (options: Intl.NumberFormatOptions) => once(() => new Intl.NumberFormat(locale, options))
  const list = (type: 'conjunction' | 'disjunction') => once(() => new Intl.ListFormat(locale, { type }))
  return {
    plain: number({ maximumFractionDigits: 2 }),
    precise: number({ maximumSignificantDigits: 2 }),
    sek: number({ style: 'currency', currency: 'SEK', maximumFractionDigits: 0 }),
    day: date({ dateStyle: 'long' }),
    shortDay: date({ dateStyle: 'medium' }),
    month: date({ month: 'long', year: 'numeric' }),
    moment: date({ dateStyle: 'medium', timeStyle: 'short' }),
    weekday: date({ weekday: 'short', timeZone: 'UTC' }),
    longWeekday: date({ weekday: 'long', timeZone: 'UTC' }),
    conjunction: list('conjunction'),
    disjunction: list('disjunction'),
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** Figures, dates and field values as the reader's language writes them. */
export function formatter(language: Language) {
  const {
    plain,
    precise,
    sek,
    day,
    shortDay,
    month,
    moment,
    weekday,
    longWeekday,
    conjunction,
    disjunction,
  } = writers(language)

  const number = (value: number) => plain().format(value)
  const withUnit = (value: number, unit: string | undefined) =>
    unit === 'SEK'
      ? sek().format(value)
      : unit === '°'
        ? `${number(value)}°`
        : unit
          ? `${number(value)} ${unit}`
          : number(value)
  /** `iso` 1-7, Monday first. 2024-01-01 was a Monday. */
  const weekdayName = (iso: number, width: 'short' | 'long' = 'short') =>
    (width === 'short' ? weekday : longWeekday)().format(new Date(Date.UTC(2024, 0, iso)))
  const when = (value: unknown, format: () => Intl.DateTimeFormat) => {
    const date = new Date(String(value))
    return Number.isNaN(date.getTime()) ? String(value) : format().format(date)
  }
  const option = (field: FieldDescription, value: unknown) =>
    field.options?.find((candidate) => candidate.value === String(value))?.title[language] ?? String(value)

  /** A field's value in words, or '' where it has none. */
  const field = (description: FieldDescription, value: unknown): string => {
    if (value === null || value === undefined || value === '') return ''
    switch (description.control) {
      case 'integer':
        if (isYear(description)) return String(value)
        return withUnit(Number(value), description.unit)
      case 'number':
        return withUnit(Number(value), description.unit)
      case 'boolean':
        return common[value === true || value === 'true' ? 'yes' : 'no'][language]
      case 'date':
        return when(value, description.monthly ? month : shortDay)
      case 'datetime':
        return when(value, moment)
      case 'choice':
        return option(description, value)
      case 'choices':
        return conjunction().format(asArray(value).map((one) => option(description, one)))
      case 'weekdays':
        return weekdays(asArray(value).map(Number), weekdayName, conjunction())
      case 'time':
        return String(value).slice(0, 5)
      case 'areas':
        return common.areas(asArray(value).length)[language]
      case 'text':
      case 'longtext':
      case 'plan':
      case 'luminaire':
      case 'object':
        return String(value)
    }
  }

  return {
    number,
    /** To two digits that say something, such as a p value. */
    small: (value: number) => precise().format(value),
    /** A part of a hundred, with its sign. */
    percent: (value: number) => (language === 'sv' ? `${number(value)}\u00a0%` : `${number(value)}%`),
    money: (value: number) => sek().format(value),
    date: (value: string) => when(value, day),
    shortDate: (value: string) => when(value, shortDay),
    dateTime: (value: string) => when(value, moment),
    /** 'YYYY-MM' as a month and a year. */
    month: (value: string) => month().format(new Date(`${value}-01T00:00:00Z`)),
    weekday: weekdayName,
    /** ISO weekdays with runs as spans: "mån–fre och sön". */
    weekdays: (days: readonly number[]) => weekdays(days, weekdayName, conjunction()),
    list: (values: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
      (type === 'conjunction' ? conjunction : disjunction)().format(values),
    distance: (metres: number) =>
      metres < 950
        ? `${number(Math.round(metres / 10) * 10)} m`
        : `${number(Math.round(metres / 100) / 10)} km`,
    field,
  }
}

export type Formatter = ReturnType<typeof formatter>

const known = new Map<Language, Formatter>()

export function useFormat(): Formatter {
  const language = useLanguage()
  const format = known.get(language) ?? formatter(language)
  known.set(language, format)
  return format
}

/** A whole number that can be nothing but a year is written without a gap. */
const isYear = ({ minimum = 0, maximum = 9999, unit }: FieldDescription): boolean =>
  unit === undefined && minimum >= 1900 && maximum <= 2100

/** Runs of three days or more as a span: "mån–fre". */
function weekdays(days: readonly number[], nameOf: (iso: number) => string, list: Intl.ListFormat): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b)
  const runs: number[][] = []
  for (const day of sorted) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  return list.format(
    runs.flatMap((run) =>
      run.length > 2 ? [`${nameOf(run[0]!)}–${nameOf(run.at(-1)!)}`] : run.map((day) => nameOf(day)),
    ),
  )
}

/** Tiles carry lists as JSON text. */
function asArray(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  const text = String(value)
  if (!text.startsWith('[')) return text.split(',')
  const parsed: unknown = JSON.parse(text)
  return Array.isArray(parsed) ? parsed : [parsed]
}
