import fc from 'fast-check'
import { expect, it } from 'vitest'
import { angleDegrees } from './angle-degrees.ts'

it('is the arc tangent in every direction', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(number, number, (y, x) => {
      if (y === 0) return
      expect(Math.abs(angleDegrees(y, x) - (Math.atan2(y, x) * 180) / Math.PI)).toBeLessThan(1e-12)
    }),
    { numRuns: 3000 },
  )
  expect([
    angleDegrees(0, 5),
    angleDegrees(0, -5),
    angleDegrees(3, 0),
    angleDegrees(-3, 0),
    angleDegrees(0, 0),
  ]).toEqual([0, 180, 90, -90, 0])
})
