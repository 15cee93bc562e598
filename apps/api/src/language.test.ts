import { describe, expect, it } from 'vitest'
import { languageOf } from './language.ts'

describe('the caller’s language', () => {
  it.each([
    [undefined, 'sv'],
    ['', 'sv'],
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['en-GB,en;q=0.9', 'en'],
    ['de,en;q=0.5,sv;q=0.4', 'en'],
    ['fr', 'sv'],
    ['en;q=0.2, sv;q=0.7', 'sv'],
  ] as const)('of %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })
})
