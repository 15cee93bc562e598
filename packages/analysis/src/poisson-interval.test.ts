import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { incompleteBeta } from './incomplete-beta.ts'
import { incompleteGamma } from './incomplete-gamma.ts'
import { poissonInterval, rateRatio } from './poisson-interval.ts'

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k)

describe('exact intervals of counts', () => {
  it('have the tails of the binomial and of the Poisson distribution, summed term by term', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.nat(50),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        (n, k, p) => {
          const least = 1 + (k % n)
          let tail = 0
          for (let i = least; i <= n; i++) tail += choose(n, i) * p ** i * (1 - p) ** (n - i)
          expect(incompleteBeta(p, least, n - least + 1)).toBeCloseTo(tail, 12)
          const mean = 60 * p
          let term = Math.exp(-mean)
          let below = 0
          for (let i = 0; i < least; i++) {
            below += term
            term *= mean / (i + 1)
          }
          expect(incompleteGamma(least, mean)).toBeCloseTo(1 - below, 12)
        },
      ),
    ))

  it('are the printed ones of 95 %', () => {
    // Garwood's table, as printed in every handbook since: 0 (0, 3.689), 5 (1.623, 11.668), 10 (4.795, 18.390).
    for (const [count, low, high] of [
      [0, 0, 3.689],
      [5, 1.623, 11.668],
      [10, 4.795, 18.39],
      [100, 81.364, 121.627],
    ] as const) {
      expect(poissonInterval(count, 0.05)[0]).toBeCloseTo(low, 3)
      expect(poissonInterval(count, 0.05)[1]).toBeCloseTo(high, 3)
    }
  })

  it('say a change where, and only where, the interval does not hold 1', () =>
    fc.assert(
      fc.property(
        fc.nat(60),
        fc.nat(60),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (before, after, lasting) => {
          const { ratio, low, high, p } = rateRatio(before, after, lasting, 0.05)
          expect(low).toBeLessThanOrEqual(ratio ?? Infinity)
          expect(high ?? Infinity).toBeGreaterThanOrEqual(ratio ?? 0)
          if (Math.abs(p - 0.05) > 1e-6) expect(p < 0.05).toBe(low > 1 || (high ?? Infinity) < 1)
          const back = rateRatio(after, before, 1 / lasting, 0.05)
          expect(back.p).toBeCloseTo(p, 9)
          if (high !== null && high > 0) expect(back.low).toBeCloseTo(1 / high, 6)
        },
      ),
    ))

  it('take a million incidents', () => {
    const { ratio, low, high, p } = rateRatio(500_000, 502_500, 1, 0.05)
    expect(ratio).toBeCloseTo(1.005, 9)
    expect([low, high]).toEqual([expect.closeTo(1.00107, 4), expect.closeTo(1.00895, 4)])
    expect(p).toBeCloseTo(0.0126, 3)
  })
})
