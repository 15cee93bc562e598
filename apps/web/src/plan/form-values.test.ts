import type { FieldDescription } from '@trygghetskartan/api/contract'
import { describe, expect, it } from 'vitest'
import { inputOf, parseNumber, readField, readForm } from './form-values.ts'

const text = (sv: string) => ({ sv, en: sv })
const field = (
  rest: Partial<FieldDescription> & Pick<FieldDescription, 'name' | 'control'>,
): FieldDescription => ({
  title: text(rest.name),
  required: false,
  readOnly: false,
  section: text('Uppgifter'),
  ...rest,
})
const height = field({ name: 'mounting_height_m', control: 'number', unit: 'm', minimum: 2, maximum: 15 })
const cost = field({ name: 'cost_sek', control: 'integer', unit: 'SEK', minimum: 0 })
const title = field({ name: 'title', control: 'text', required: true, maxLength: 20 })
const days = field({ name: 'weekdays', control: 'weekdays' })
const kind = field({ name: 'lens', control: 'choice', options: [{ value: 'fixed', title: text('Fast') }] })

describe('a number', () => {
  it.each([
    ['4,5', 4.5],
    ['4.5', 4.5],
    ['1 250,5', 1250.5],
    ['125\u00a0000 kr', 125_000],
    ['-3', -3],
    ['45000:-', 45_000],
  ])('is read the Swedish way: %s', (typed, value) => {
    expect(parseNumber(typed)).toBe(value)
  })

  it.each(['', 'fyra', '4,5,6', '1e3', '4-5', 'NaN'])('is not read from "%s"', (typed) => {
    expect(parseNumber(typed)).toBeNull()
  })

  it('is held to its limits and to whole figures', () => {
    expect(readField(height, '1,9')).toEqual({ problem: { code: 'below', limit: 2 } })
    expect(readField(height, '16')).toEqual({ problem: { code: 'above', limit: 15 } })
    expect(readField(cost, '4,5')).toEqual({ problem: { code: 'not-an-integer' } })
    expect(readField(height, 'hög')).toEqual({ problem: { code: 'not-a-number' } })
  })
})

describe('a form', () => {
  it('gives values to send and problems by field', () => {
    const { values, problems } = readForm([height, cost, title, days, kind], {
      mounting_height_m: '6,5',
      cost_sek: '',
      title: '   ',
      weekdays: ['5', '1'],
      lens: 'wide',
    })
    expect(values).toEqual({ mounting_height_m: 6.5, cost_sek: null, weekdays: [1, 5] })
    expect(problems).toEqual({ title: { code: 'required' }, lens: { code: 'not-an-option' } })
  })

  it('leaves read-only fields out', () => {
    expect(
      readForm([field({ name: 'status', control: 'text', readOnly: true })], { status: 'idea' }).values,
    ).toEqual({})
  })

  it('shows what is stored so that it reads back the same', () => {
    for (const [one, value] of [
      [height, 6.5],
      [cost, 1_250_000],
      [days, [1, 5]],
      [title, 'Lampa'],
      [field({ name: 'indoors', control: 'boolean' }), false],
      [field({ name: 'starts_on', control: 'date' }), '2026-03-01'],
      [field({ name: 'from', control: 'time' }), '18:30'],
      [field({ name: 'to', control: 'time' }), null],
    ] as const) {
      expect(readField(one, inputOf(one, value))).toEqual({ value })
    }
  })

  it('refuses days and times that do not exist', () => {
    expect(readField(field({ name: 'd', control: 'date' }), '2026-02-30').problem?.code).toBe('not-a-date')
    expect(readField(field({ name: 't', control: 'time' }), '24:30').problem?.code).toBe('not-a-time')
  })

  it('counts the length after trimming', () => {
    expect(readField(title, ` ${'x'.repeat(20)} `)).toEqual({ value: 'x'.repeat(20) })
    expect(readField(title, 'x'.repeat(21))).toEqual({ problem: { code: 'too-long', limit: 20 } })
  })
})
