import { describe, expect, it } from 'vitest'
import { findSensitive } from './sensitive-text.ts'

const kinds = (text: string) => findSensitive(text).map(({ kind }) => kind)

describe('a free text', () => {
  it.each([
    ['Mannen, 811218-9876, sitter där om kvällarna', 'identity-number'],
    ['19811218-9876', 'identity-number'],
    ['8112189876', 'identity-number'],
    ['samordningsnummer 701063-2391', 'identity-number'],
    ['Ring 070-123 45 67 först', 'phone'],
    ['Nås på +46 70 123 45 67', 'phone'],
    ['kontoret 044-13 50 00', 'phone'],
    ['skriv till anna.s@example.se', 'email'],
    ['en vit bil ABC 123 varje natt', 'plate'],
    ['ABC12D stod parkerad', 'plate'],
    ['Enligt Anna Svensson är det mörkt', 'name'],
  ])('is warned about: %s', (text, kind) => {
    expect(kinds(text)).toContain(kind)
  })

  it.each([
    '811218-9875 är ett diarienummer',
    'Vid fara ring 112, annars 114 14',
    'Beslut 2026-05-01, dnr KS 2026/1234',
    'LED 30W, 3000 K, 4 200 lm, SEK 450',
    'Kostar 125 000 kr och 100 meter stolpar',
    'Enligt SS-EN 13201-2 klass P3',
    'Karl Johans gata och Erik Dahlbergsgatan',
    'Östra Boulevarden vid Stora Torget',
    'N 6212345, E 447567',
    'Kl 18.00-06.00 fredag och lördag',
    '',
  ])('is left alone: %s', (text) => {
    expect(findSensitive(text)).toEqual([])
  })

  it('tells the same thing once', () => {
    expect(findSensitive('070-123 45 67 eller 070-123 45 67')).toHaveLength(1)
  })
})
