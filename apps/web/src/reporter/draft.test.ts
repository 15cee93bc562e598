import { expect, it } from 'vitest'
import { contentOf, draftOf, localTime, newDraft, refusalOf } from './draft.ts'

const now = Date.parse('2026-11-27T21:40:30Z')
const bounds = [14.13, 56.015, 14.19, 56.05] as const
const kinds = [
  { kind: 'dark', title: { sv: 'Mörkt', en: 'Dark' }, countsPeople: false },
  { kind: 'disorder', title: { sv: 'Bråk', en: 'Disorder' }, countsPeople: true },
]
const draft = { ...newDraft('disorder'), at: [14.1567, 56.0294] as const, accuracy: 12 }

it('becomes an entry of this moment, of a quarter ago, or of a time that is given', () => {
  const times = (change: object) => {
    const { observedFrom, observedTo } = contentOf({ ...draft, ...change }, kinds, now)
    return [observedFrom, observedTo]
  }
  expect(times({})).toEqual(['2026-11-27T21:40:30.000Z', '2026-11-27T21:40:30.000Z'])
  expect(times({ when: 'quarter' })[0]).toBe('2026-11-27T21:25:30.000Z')
  const from = localTime(new Date('2026-11-26T19:00:00Z'))
  const to = localTime(new Date('2026-11-27T06:00:00Z'))
  expect(times({ when: 'earlier', from, to })).toEqual([
    '2026-11-26T19:00:00.000Z',
    '2026-11-27T06:00:00.000Z',
  ])
})

it('knows a place well by the phone alone', () => {
  const precision = (accuracy: number | null) => contentOf({ ...draft, accuracy }, kinds, now).precision
  expect([12, 31, null].map(precision)).toEqual(['exact', 'street', 'street'])
})

it('says what keeps it from being sent', () => {
  const wrong = (change: object) => refusalOf({ ...draft, ...change }, bounds, now)?.message.sv ?? null
  const ago = (hours: number) => localTime(new Date(now - hours * 3600_000))
  expect(wrong({})).toBeNull()
  expect(wrong({ at: null })).toContain('Välj platsen')
  expect(wrong({ at: [18.07, 59.33] })).toContain('utanför')
  expect(wrong({ when: 'earlier' })).toContain('Ange en tid')
  expect(wrong({ when: 'earlier', from: ago(-2) })).toContain('framtiden')
  expect(wrong({ when: 'earlier', from: ago(15 * 24) })).toContain('fjorton')
  expect(wrong({ when: 'earlier', from: ago(2), to: ago(3) })).toContain('före')
  expect(wrong({ when: 'earlier', from: ago(80), to: ago(1) })).toContain('tre dygn')
  expect(wrong({ words: 'Ring 070-123 45 67' })).toContain('Telefonnummer: ”070-123 45 67”')
  expect(wrong({ words: 'Anna Svensson vid torget' })).toBeNull()
})

it('counts nobody where there is nobody to count, and can be taken up again', () => {
  expect(contentOf({ ...draft, kind: 'dark', people: 'few' }, kinds, now).people).toBeNull()
  const content = contentOf({ ...draft, people: 'few', words: ' Vid bänkarna ' }, kinds, now)
  expect(content).toMatchObject({ people: 'few', words: 'Vid bänkarna' })
  const again = draftOf(content, 'x')
  expect(again).toMatchObject({ kind: 'disorder', people: 'few', words: 'Vid bänkarna', replaces: 'x' })
  expect(refusalOf(again, bounds, now)).toBeNull()
})
