import { describe, expect, it } from 'vitest'
import { clockOf, type Draft, newDraft, refusalOf, refusedFinds, reportOf, unfinished } from './draft.ts'

const bounds = [14, 55.9, 14.4, 56.2] as const
const filled: Draft = {
  ...newDraft(),
  points: [[14.15671234, 56.02941234]],
  near: 'Stora torg',
  reasons: ['darkness', 'people'],
}
const refused = (step: Parameters<typeof refusalOf>[0], change: Partial<Draft>) =>
  refusalOf(step, { ...filled, ...change }, bounds)?.sv ?? null

describe('a report that is being filled in', () => {
  it('is sent with its place to a decimetre, and with no more of when than was said', () => {
    expect(reportOf(filled, '7Q2K-M9TD-04XW-HBNE-3VZA', 'sv')).toEqual({
      geometry: { type: 'Point', coordinates: [14.156712, 56.029412] },
      reasons: ['darkness', 'people'],
      weekdays: null,
      hours_from: null,
      hours_to: null,
      season: 'all_year',
      words: null,
      receipt: '7Q2K-M9TD-04XW-HBNE-3VZA',
      language: 'sv',
      supports: null,
    })
    const evenings: Draft = { ...filled, hours: 'evenings', days: 'weekends', words: '  Mörkt. ' }
    expect(reportOf(evenings, '', 'en')).toMatchObject({
      weekdays: [6, 7],
      hours_from: '18:00',
      hours_to: '23:00',
      words: 'Mörkt.',
    })
    expect(clockOf({ ...filled, hours: 'own', from: '21:15', to: '02:00' })).toEqual(['21:15', '02:00'])
    expect(
      reportOf({ ...filled, days: 'own', weekdays: [5, 1, 2, 3, 4, 6, 7] }, '', 'sv').weekdays,
    ).toBeNull()
  })

  it('is held at the step where something is missing, and nowhere before', () => {
    expect(unfinished('granska', filled, bounds)).toBeNull()
    expect(unfinished('granska', { ...filled, reasons: [] }, bounds)?.step).toBe('skal')
    expect(unfinished('granska', { ...filled, points: [], reasons: [] }, bounds)?.step).toBe('plats')
    expect(unfinished('skal', { ...filled, reasons: [] }, bounds)).toBeNull()
    expect(refused('tid', { hours: 'own', from: '21:00' })).toMatch(/klockslagen/)
    expect(refused('tid', { days: 'own' })).toMatch(/dag/)
  })

  it('names what is wrong with a place', () => {
    expect(refused('plats', { points: [] })).toMatch(/Välj en plats/)
    expect(refused('plats', { points: [[18.07, 59.33]] })).toMatch(/utanför/)
    expect(refused('plats', { shape: 'stretch' })).toMatch(/fler punkter/)
    const far: Draft['points'] = [
      [14.1, 56.03],
      [14.14, 56.03],
    ]
    expect(refused('plats', { shape: 'stretch', points: far })).toMatch(/två kilometer/)
    const corner = (east: number, north: number) => [14.15 + east / 1000, 56.03 + north / 1000] as const
    expect(refused('plats', { shape: 'area', points: [corner(0, 0), corner(2, 0), corner(1, 2)] })).toBeNull()
    const bowTie = [corner(0, 0), corner(2, 2), corner(2, 0), corner(0, 2)]
    expect(refused('plats', { shape: 'area', points: bowTie })).toMatch(/korsar/)
    const wide = [corner(0, 0), corner(20, 0), corner(20, 10), corner(0, 10)]
    expect(refused('plats', { shape: 'area', points: wide })).toMatch(/500/)
  })

  it.each([
    ['Mannen 811218-9876 sitter där', 'identity-number'],
    ['Ring 070-123 45 67', 'phone'],
    ['Skriv till anna@example.se', 'email'],
    ['Vit bil ABC 123', 'plate'],
  ])('is not sent with words that point somebody out: %s', (words, kind) => {
    expect(refusedFinds(words).map((find) => find.kind)).toEqual([kind])
    expect(refused('ord', { words })).toMatch(/pekar ut/)
  })

  it('is sent with what only looks like a name, and with ordinary words', () => {
    expect(refused('ord', { words: 'Lampan vid Anna Svenssons gård är trasig sedan 2026' })).toBeNull()
    expect(refused('ord', { words: '<script>alert(1)</script>' })).toBeNull()
  })
})
