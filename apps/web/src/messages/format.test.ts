import type { FieldDescription } from '@trygghetskartan/api/contract'
import { describe, expect, test } from 'vitest'
import { formatter } from './format.ts'

const sv = formatter('sv')
const en = formatter('en')
const text = (word: string, english = word) => ({ sv: word, en: english })
const field = (
  control: FieldDescription['control'],
  more: Partial<FieldDescription> = {},
): FieldDescription => ({
  name: 'x',
  title: text('x'),
  control,
  required: false,
  readOnly: false,
  section: text('Vad'),
  ...more,
})
/** Intl writes no-break spaces. */
const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, ' ')

describe('a field in words', () => {
  test('money as the language writes it', () => {
    expect(plain(sv.field(field('integer', { unit: 'SEK' }), 1250000))).toBe('1 250 000 kr')
    expect(plain(en.field(field('integer', { unit: 'SEK' }), 1250000))).toBe('SEK 1,250,000')
  })

  test('figures with their unit, and a bearing without a space', () => {
    expect(plain(sv.field(field('number', { unit: 'm' }), 4.5))).toBe('4,5 m')
    expect(sv.field(field('integer', { unit: '°' }), 270)).toBe('270°')
  })

  test('zero is a value, nothing is not', () => {
    expect(sv.field(field('integer'), 0)).toBe('0')
    expect(sv.field(field('integer'), null)).toBe('')
    expect(sv.field(field('text'), '')).toBe('')
  })

  test('dates and moments in Swedish time', () => {
    expect(sv.field(field('date'), '2026-05-01')).toBe('1 maj 2026')
    expect(sv.field(field('date', { monthly: true }), '2026-02-01')).toBe('februari 2026')
    expect(sv.field(field('datetime'), '2026-01-05T22:30:00Z')).toBe('5 jan. 2026 23:30')
  })

  test('weekdays as spans, from lists and from the text tiles carry', () => {
    expect(sv.field(field('weekdays'), [1, 2, 3, 4, 5])).toBe('mån–fre')
    expect(sv.field(field('weekdays'), '[5,6]')).toBe('fre och lör')
    expect(en.field(field('weekdays'), [1, 3, 4, 5, 7])).toBe('Mon, Wed–Fri and Sun')
  })

  test('choices by their titles', () => {
    const options = [
      { value: 'dark', title: text('mörkt', 'dark') },
      { value: 'alone', title: text('öde', 'deserted') },
    ]
    expect(sv.field(field('choices', { options }), ['dark', 'alone'])).toBe('mörkt och öde')
    expect(en.field(field('choice', { options }), 'dark')).toBe('dark')
    expect(en.field(field('choice', { options }), 'new')).toBe('new')
  })
})

test('distances are as exact as one walks', () => {
  expect(plain(sv.distance(143))).toBe('140 m')
  expect(plain(sv.distance(960))).toBe('1 km')
  expect(plain(sv.distance(1449))).toBe('1,4 km')
})
