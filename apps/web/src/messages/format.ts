import type { FieldDescription } from '@trygghetskartan/api/contract'
import { useMemo } from 'react'
import type { Language } from '../url-state.ts'
import { common } from './common.ts'
import { useLanguage } from './text.ts'

const locales = { sv: 'sv-SE', en: 'en-GB' } as const
/** Swedish civil time, whatever clock the reader's device keeps. */
const timeZone = 'Europe/Stockholm'

/** Figures, dates and field values as the reader's language writes them. */
export function formatter(language: Language) {
  const locale = locales[language]
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const precise = new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 })
  const sek = new Intl.NumberFormat(locale, { style: 'currency', currency: 'SEK', maximumFractionDigits: 0 })
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone })
  const shortDay = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone })
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone })
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
  const longWeekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const either = new Intl.ListFormat(locale, { type: 'disjunction' })

  const number = (value: number) => plain.format(value)
  const withUnit = (value: number, unit: string | undefined) =>
    unit === 'SEK'
      ? sek.format(value)
      : unit === '°'
        ? `${number(value)}°`
        : unit
          ? `${number(value)} ${unit}`
          : number(value)
  /** `iso` 1-7, Monday first. 2024-01-01 was a Monday. */
  const weekdayName = (iso: number, width: 'short' | 'long' = 'short') =>
    (width === 'short' ? weekday : longWeekday).format(new Date(Date.UTC(2024, 0, iso)))
  const when = (value: unknown, format: Intl.DateTimeFormat) => {
    const date = new Date(String(value))
    return Number.isNaN(date.getTime()) ? String(value) : format.format(date)
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
        return list.format(asArray(value).map((one) => option(description, one)))
      case 'weekdays':
        return weekdays(asArray(value).map(Number), weekdayName, list)
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
    small: (value: number) => precise.format(value),
    /** A part of a hundred, with its sign. */
    percent: (value: number) => (language === 'sv' ? `${number(value)}\u00a0%` : `${number(value)}%`),
    money: (value: number) => sek.format(value),
    date: (value: string) => when(value, day),
    shortDate: (value: string) => when(value, shortDay),
    dateTime: (value: string) => when(value, moment),
    /** 'YYYY-MM' as a month and a year. */
    month: (value: string) => month.format(new Date(`${value}-01T00:00:00Z`)),
    weekday: weekdayName,
    /** ISO weekdays with runs as spans: "mån–fre och sön". */
    weekdays: (days: readonly number[]) => weekdays(days, weekdayName, list),
    list: (values: readonly string[], type: 'conjunction' | 'disjunction' = 'conjunction') =>
      (type === 'conjunction' ? list : either).format(values),
    distance: (metres: number) =>
      metres < 950
        ? `${number(Math.round(metres / 10) * 10)} m`
        : `${number(Math.round(metres / 100) / 10)} km`,
    field,
  }
}

export type Formatter = ReturnType<typeof formatter>

export function useFormat(): Formatter {
  const language = useLanguage()
  return useMemo(() => formatter(language), [language])
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
