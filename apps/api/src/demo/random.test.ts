import { describe, expect, it } from 'vitest'
import { random } from './random.ts'

describe('the stream of numbers', () => {
  it('is the same from the same seed and another from another', () => {
    const list = (seed: string) => Array.from({ length: 5 }, random(seed).next)
    expect(list('lamps')).toEqual(list('lamps'))
    expect(list('lamps')).not.toEqual(list('lamp'))
  })

  it('chooses by weight', () => {
    const r = random('weights')
    const picks = Array.from({ length: 4000 }, () =>
      r.weighted([
        ['a', 3],
        ['b', 1],
      ] as const),
    )
    expect(picks.filter((p) => p === 'a').length / 4000).toBeCloseTo(0.75, 1)
  })

  it('spreads as a normal does', () => {
    const r = random('normal')
    const draws = Array.from({ length: 4000 }, () => r.normal())
    const mean = draws.reduce((a, b) => a + b, 0) / 4000
    expect(mean).toBeCloseTo(0, 1)
    expect(draws.filter((d) => Math.abs(d) < 1).length / 4000).toBeCloseTo(0.683, 1)
  })

  it('makes ids that are uuids of version 4', () => {
    expect(random('id').uuid()).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    )
  })
})
