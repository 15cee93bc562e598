import { expect, test } from 'vitest'
import { shade } from './shade.ts'

const shown = (share: number) => Number((shade(share).style as Record<string, string>)['--share'])

test('a cell is deeper the more it holds, and never of the middle shades on which no ink reads', () => {
  const shares = Array.from({ length: 101 }, (_, i) => shown(i / 100))
  expect(shares[0]).toBe(0)
  expect(shares[100]).toBe(1)
  expect(shares).toEqual([...shares].sort((a, b) => a - b))
  expect(shares.filter((share) => share > 0.48 && share < 0.82)).toEqual([])
})

test('the light ink is for the deep shades alone', () => {
  expect(shade(0.55)['data-strong']).toBeUndefined()
  expect(shade(0.56)['data-strong']).toBe(true)
})
