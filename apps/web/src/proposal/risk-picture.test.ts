import { expect, it } from 'vitest'
import { type RiskGrid, weighed } from './risk-grid.ts'
import { rampAt, riskRamps } from './risk-picture.ts'

/** Relative luminance of a colour laid over the map's ground, as WCAG has it. */
function luminance([red, green, blue, alpha]: readonly number[], ground: number): number {
  const linear = (value: number) => {
    const share = (value! * alpha! + ground * (1 - alpha!)) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * linear(red!) + 0.7152 * linear(green!) + 0.0722 * linear(blue!)
}

it.each([
  ['light', 242, -1],
  ['dark', 30, 1],
] as const)(
  'reads without telling hues apart: lightness goes one way on the %s map',
  (flavour, ground, way) => {
    const steps = Array.from({ length: 21 }, (_, i) => luminance(rampAt(riskRamps[flavour], i / 20), ground))
    for (const [i, step] of steps.slice(1).entries()) expect(way * (step - steps[i]!)).toBeGreaterThan(0)
  },
)

it('adds up to 100 points whatever the weights, of the parts that are known', () => {
  const grid = {
    square: Int32Array.of(0, 1, 2),
    parts: {
      incidents: Float32Array.of(0.5, 0.5, 0),
      reports: Float32Array.of(0, 0, 1),
      survey: null,
      darkness: null,
      sight: null,
    },
  } as unknown as RiskGrid
  const points = weighed(grid, { incidents: 3, reports: 1, survey: 6, darkness: 0, sight: 0 })
  expect([...points]).toEqual([37.5, 37.5, 25])
  expect([...weighed(grid, { incidents: 0, reports: 0, survey: 6, darkness: 0, sight: 0 })]).toEqual([
    0, 0, 0,
  ])
})
