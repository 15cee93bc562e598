import type { FieldDescription } from '@trygghetskartan/api/contract'
import { parseDate, parseTime } from './dates.ts'

/** What a form holds while it is being filled in: text as typed, lists of chosen values, yes or no. */
export type FieldInput = string | boolean | null | readonly string[]
export type FormInput = Readonly<Record<string, FieldInput>>

export type FieldProblem =
  | {
      readonly code:
        | 'required'
        | 'not-a-number'
        | 'not-an-integer'
        | 'not-a-date'
        | 'not-a-time'
        | 'not-an-option'
    }
  | { readonly code: 'below' | 'above' | 'too-long'; readonly limit: number }

export type ReadField =
  | { readonly value: unknown; readonly problem?: undefined }
  | { readonly problem: FieldProblem; readonly value?: undefined }

/** What a field of the form shows for a stored value. */
export function inputOf(field: FieldDescription, value: unknown): FieldInput {
  switch (field.control) {
    case 'boolean':
      return value === true
    case 'choices':
    case 'weekdays':
      return Array.isArray(value) ? value.map(String) : []
    case 'integer':
    case 'number':
      return typeof value === 'number' ? writeNumber(value) : ''
    case 'time':
      return typeof value === 'string' ? value.slice(0, 5) : ''
    case 'date':
      return typeof value === 'string' ? value.slice(0, 10) : ''
    case 'datetime':
      return typeof value === 'string' ? value.slice(0, 16) : ''
    case 'text':
    case 'longtext':
    case 'choice':
    case 'plan':
    case 'luminaire':
    case 'object':
      return value === null || value === undefined ? '' : String(value)
    case 'areas':
      return Array.isArray(value) ? JSON.stringify(value) : ''
  }
}

/** The value a field's input means, or what is wrong with it. Nothing typed is null. */
export function readField(field: FieldDescription, input: FieldInput): ReadField {
  if (field.control === 'boolean') return { value: input === true }
  const empty = input === null || input === '' || (Array.isArray(input) && input.length === 0)
  if (empty) return field.required ? { problem: { code: 'required' } } : { value: emptyValue(field) }
  if (typeof input !== 'string') return readList(field, Array.isArray(input) ? input : [])
  switch (field.control) {
    case 'integer':
    case 'number':
      return readFigure(field, input)
    case 'date': {
      const day = parseDate(input)
      return day === null ? { problem: { code: 'not-a-date' } } : { value: day }
    }
    case 'datetime': {
      const moment = new Date(input)
      return Number.isNaN(moment.getTime())
        ? { problem: { code: 'not-a-date' } }
        : { value: moment.toISOString() }
    }
    case 'time': {
      const time = parseTime(input)
      return time === null ? { problem: { code: 'not-a-time' } } : { value: time }
    }
    case 'areas':
      return { value: JSON.parse(input) }
    case 'choice':
      return isOption(field, input) ? { value: input } : { problem: { code: 'not-an-option' } }
    default:
      return readText(field, input)
  }
}

/** All fields of a form at once: the values to send, and the problems by field name. */
export function readForm(
  fields: readonly FieldDescription[],
  input: FormInput,
): { values: Record<string, unknown>; problems: Record<string, FieldProblem> } {
  const values: Record<string, unknown> = {}
  const problems: Record<string, FieldProblem> = {}
  for (const field of fields.filter((candidate) => !candidate.readOnly)) {
    const { value, problem } = readField(field, input[field.name] ?? null)
    if (problem) problems[field.name] = problem
    else values[field.name] = value
  }
  return { values, problems }
}

/** "12 500,5": spaces between thousands and a decimal comma, as it is typed. */
export const writeNumber = (value: number): string =>
  value
    // Four figures stand together: most of them are years.
    .toLocaleString('sv-SE', { maximumFractionDigits: 10, useGrouping: 'min2' })
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace('−', '-')

/** Reads "1 250,5", "1250.5", "-3" and "1 250 kr"; null where it is no number. */
export function parseNumber(text: string): number | null {
  const plain = text
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/(kr|SEK|:-)$/i, '')
    .replace('−', '-')
    .replace(',', '.')
  return /^-?(\d+(\.\d*)?|\.\d+)$/.test(plain) ? Number(plain) : null
}

const emptyValue = (field: FieldDescription) =>
  field.control === 'choices' || field.control === 'weekdays' ? [] : null

const isOption = (field: FieldDescription, value: string) =>
  field.options?.some((option) => option.value === value) ?? false

function readFigure(field: FieldDescription, input: string): ReadField {
  const value = parseNumber(input)
  if (value === null) return { problem: { code: 'not-a-number' } }
  if (field.control === 'integer' && !Number.isInteger(value)) return { problem: { code: 'not-an-integer' } }
  if (field.minimum !== undefined && value < field.minimum) {
    return { problem: { code: 'below', limit: field.minimum } }
  }
  if (field.maximum !== undefined && value > field.maximum) {
    return { problem: { code: 'above', limit: field.maximum } }
  }
  return { value }
}

function readText(field: FieldDescription, input: string): ReadField {
  const value = input.trim()
  if (value === '') return field.required ? { problem: { code: 'required' } } : { value: null }
  if (field.maxLength !== undefined && value.length > field.maxLength) {
    return { problem: { code: 'too-long', limit: field.maxLength } }
  }
  return { value }
}

function readList(field: FieldDescription, input: readonly string[]): ReadField {
  if (field.control === 'weekdays') return { value: input.map(Number).sort((a, b) => a - b) }
  return input.every((value) => isOption(field, value))
    ? { value: [...input] }
    : { problem: { code: 'not-an-option' } }
}
