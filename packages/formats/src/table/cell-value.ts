import type { Text } from '../refusal.ts'
import { type Field, folded } from './field.ts'

export type CellValue = { readonly value: unknown } | { readonly fault: Text }

const fault = (field: Field, text: string, sv: string, en: string): CellValue => ({
  fault: { sv: `${field.name}: ”${text}” ${sv}.`, en: `${field.name}: “${text}” ${en}.` },
})

/** A number as people write it: "1 234,5", "12.5". Null where it is none. */
export function numberOf(text: string): number | null {
  const compact = text.replace(/[\s\u00A0\u202F]/g, '').replace('−', '-')
  return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i.test(compact)
    ? Number(compact.replace(',', '.'))
    : null
}

const truths: Readonly<Record<string, boolean>> = {
  ja: true,
  yes: true,
  true: true,
  sant: true,
  '1': true,
  x: true,
  nej: false,
  no: false,
  false: false,
  falskt: false,
  '0': false,
}

const weekdayNames = [
  ['måndag', 'mån', 'monday', 'mon'],
  ['tisdag', 'tis', 'tuesday', 'tue'],
  ['onsdag', 'ons', 'wednesday', 'wed'],
  ['torsdag', 'tors', 'tor', 'thursday', 'thu'],
  ['fredag', 'fre', 'friday', 'fri'],
  ['lördag', 'lör', 'saturday', 'sat'],
  ['söndag', 'sön', 'sunday', 'sun'],
]

/** Reads the text of a cell as its field wants it. Empty is null. Bounds are for the layer's own schema to judge. */
export function cellValue(field: Field, raw: string): CellValue {
  // Our own tables put an apostrophe before what a spreadsheet would run as a formula.
  const text = raw.trim().replace(/^'(?=[=+\-@])/, '')
  if (text === '') return { value: null }
  switch (field.control) {
    case 'text':
    case 'longtext':
      return { value: text.replaceAll('\0', '').replace(/\r\n?/g, '\n').toWellFormed() }
    case 'integer':
    case 'number': {
      const value = numberOf(text)
      return value === null ? fault(field, text, 'är inte ett tal', 'is not a number') : { value }
    }
    case 'boolean': {
      const value = truths[text.toLowerCase()]
      return value === undefined
        ? fault(field, text, 'är varken ja eller nej', 'is neither yes nor no')
        : { value }
    }
    case 'date': {
      const day = /^(\d{4})-?(\d{2})-?(\d{2})(?:[T ]00:00(?::00)?)?$/.exec(text)
      return day
        ? { value: `${day[1]}-${day[2]}-${day[3]}` }
        : fault(field, text, 'är inte ett datum (2026-05-01)', 'is not a date (2026-05-01)')
    }
    case 'datetime':
      return instantOf(field, text)
    case 'time': {
      const time = /^(\d{1,2})[:.](\d{2})(?::\d{2})?$/.exec(text)
      return time
        ? { value: `${time[1]!.padStart(2, '0')}:${time[2]}` }
        : fault(field, text, 'är inte en tid (18:30)', 'is not a time (18:30)')
    }
    case 'choice':
      return choiceOf(field, text)
    case 'choices':
      return listOf(text, (part) => choiceOf(field, part))
    case 'weekdays':
      return listOf(text, (part) => weekdayOf(field, part))
  }
}

/** "2026-05-01 12:00", with or without seconds and offset; without one it is Swedish time. */
function instantOf(field: Field, text: string): CellValue {
  const parts =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/.exec(text)
  if (!parts)
    return fault(field, text, 'är inte en tidpunkt (2026-05-01 12:00)', 'is not a moment (2026-05-01 12:00)')
  const [, day, hour, minute, second = '00', offset] = parts
  const local = `${day}T${hour!.padStart(2, '0')}:${minute}:${second}`
  const zone = offset ? offset.replace(/^([+-]\d{2})(\d{2})$/, '$1:$2') : swedishOffset(local)
  return { value: `${local}${zone}` }
}

const swedishClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Stockholm',
  timeZoneName: 'longOffset',
})

/** "+01:00" or "+02:00" for a local time without offset, as Sweden's clocks stood. */
export function swedishOffset(local: string): string {
  const near = new Date(`${local}+01:00`)
  if (Number.isNaN(near.getTime())) return '+01:00'
  const name = swedishClock.formatToParts(near).find((part) => part.type === 'timeZoneName')?.value ?? ''
  return name.replace('GMT', '') || '+01:00'
}

function choiceOf(field: Field, text: string): CellValue {
  const wanted = folded(text)
  const found = field.options?.find(
    (option) => folded(option.value) === wanted || option.titles.some((title) => folded(title) === wanted),
  )
  if (found) return { value: found.value }
  const known = (field.options ?? []).map((option) => option.value).join(', ')
  return fault(field, text, `är inte ett av ${known}`, `is not one of ${known}`)
}

function weekdayOf(field: Field, text: string): CellValue {
  const named = weekdayNames.findIndex((names) => names.includes(text.toLowerCase()))
  if (named >= 0) return { value: named + 1 }
  return /^[1-7]$/.test(text)
    ? { value: Number(text) }
    : fault(field, text, 'är inte en veckodag', 'is not a weekday')
}

function listOf(text: string, read: (part: string) => CellValue): CellValue {
  const values: unknown[] = []
  for (const part of text.split(/[,;|]/)) {
    if (part.trim() === '') continue
    const read1 = read(part.trim())
    if ('fault' in read1) return read1
    values.push(read1.value)
  }
  return { value: values }
}
