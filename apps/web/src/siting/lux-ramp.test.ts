import { expect, test } from 'vitest'
import { luxColour, luxShare, luxSteps } from './lux-ramp.ts'

test('more light is a lighter colour, step by step, in both themes', () => {
  for (const flavour of ['light', 'dark'] as const) {
    const lightness = luxSteps.map((lux) => {
      const [r, g, b] = luxColour(lux, flavour)
      return 0.2126 * r + 0.7152 * g + 0.0722 * b
    })
    for (const [i, value] of lightness.entries())
      if (i > 0) expect(value).toBeGreaterThan(lightness[i - 1]! + 8)
  }
})

test('the dark lets the ground through, and nothing falls off the scale', () => {
  expect(luxColour(0, 'light')[3]).toBe(0)
  expect(luxShare(0)).toBe(0)
  expect(luxShare(1e6)).toBe(1)
})
