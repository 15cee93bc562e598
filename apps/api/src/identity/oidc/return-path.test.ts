import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { safeReturnPath } from './return-path.ts'

describe('where to go after sign-in', () => {
  it.each([
    '/',
    '/planera',
    '/planera?lager=camera_sites&z=14#11/56/14',
    '/lagesbild?sok=a%2Fb',
    '/m%C3%A5l',
  ])('is %s as it was asked for', (path) => {
    expect(safeReturnPath(path)).toBe(path)
  })

  it.each([
    undefined,
    '',
    'planera',
    'https://evil.example',
    'javascript:alert(1)',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\\/evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/\r\nSet-Cookie: a=b',
    '/\u0000/evil.example',
    ' //evil.example',
    '/ /evil.example',
    '/.//evil.example',
    '/..//evil.example',
    '/%2e//evil.example',
    '/a/..//evil.example',
    '/%2Fevil.example',
    '/%2f%2fevil.example',
    '/%5Cevil.example',
    '/%5c%5cevil.example',
    '/auth/login?return_to=/',
    '/auth',
    '/api/layers',
    `/${'a'.repeat(2000)}`,
  ])('is the front page for %j', (path) => {
    expect(safeReturnPath(path)).toBe('/')
  })

  it('is always a page of ours, whatever is asked for', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '%2f',
      '%5c',
      '@',
      ':',
      '?',
      '#',
      'evil.example',
      '\t',
      ' ',
      'a',
    )
    const home = 'https://karta.example.se'
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((p) => `/${p.join('')}`),
        ),
        (wanted) => {
          const answer = safeReturnPath(wanted)
          expect(new URL(answer, `${home}/auth/callback/x`).origin).toBe(home)
          expect(answer.startsWith('/') && !answer.startsWith('//')).toBe(true)
          // Twice is once.
          expect(safeReturnPath(answer)).toBe(answer)
        },
      ),
      { numRuns: 2000 },
    )
  })
})
