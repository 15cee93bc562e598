import { describe, expect, it } from 'vitest'
import { poissonAtLeast, poissonAtMost } from './poisson.ts'

describe('Poisson tails', () => {
  it('are the sums of their terms', () => {
    for (const mean of [0.001, 0.3, 1, 4.5, 30, 400]) {
      let term = Math.exp(-mean)
      let below = 0
      for (let count = 0; count < 2 * mean + 20; count++) {
        expect(Math.abs(poissonAtMost(count, mean) - (below + term))).toBeLessThan(1e-11)
        expect(Math.abs(poissonAtLeast(count, mean) - (1 - below))).toBeLessThan(1e-11)
        below += term
        term *= mean / (count + 1)
      }
    }
  })

  it('join what lies between whole counts, and know their ends', () => {
    expect(poissonAtLeast(2.5, 3)).toBeLessThan(poissonAtLeast(2, 3))
    expect(poissonAtLeast(2.5, 3)).toBeGreaterThan(poissonAtLeast(3, 3))
    expect([poissonAtLeast(0, 3), poissonAtLeast(1, 0), poissonAtMost(0, 0)]).toEqual([1, 0, 1])
  })
})
