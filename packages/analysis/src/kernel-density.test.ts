import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { StudyArea } from './area/study-area.ts'
import { bandwidthFor, suggestedBandwidth } from './density/bandwidth.ts'
import { kernels } from './density/kernels.ts'
import { densityLevels } from './density/levels.ts'
import { type DensityParameters, kernelDensity } from './kernel-density.ts'
import { seeded } from './random.ts'
import { areaOf, rectangle, shifted } from './testing/areas.ts'

const plain: DensityParameters = { kernel: 'quartic', bandwidth: 200, step: 50, edgeCorrection: false }
const wide = areaOf(rectangle(0, 0, 4000, 4000))
const pointsAt = (places: readonly (readonly [number, number])[], weight = 1) => ({
  x: Float64Array.from(places, ([x]) => x),
  y: Float64Array.from(places, ([, y]) => y),
  weight: new Float64Array(places.length).fill(weight),
})
const density = (
  points: ReturnType<typeof pointsAt>,
  area: StudyArea,
  parameters: Partial<DensityParameters>,
) => {
  const answer = kernelDensity(points, area, { ...plain, ...parameters })
  if (isRefusal(answer)) throw new Error(answer.text.en)
  return answer
}
const scattered = (count: number, from: number, to: number, seed = 4) => {
  const random = seeded(seed)
  const at = () => from + (to - from) * random.next()
  return pointsAt(Array.from({ length: count }, () => [at(), at()] as const))
}
const places = fc.array(fc.tuple(fc.integer({ min: 0, max: 3999 }), fc.integer({ min: 0, max: 3999 })), {
  minLength: 1,
  maxLength: 40,
})

describe('kernel density', () => {
  it('is the sum of the printed kernels, in incidents per km²', () => {
    const points = scattered(60, 500, 3500)
    for (const kernel of kernels) {
      const { values, columns, error } = density(points, wide, { kernel, bandwidth: 310 })
      expect(error).toBeLessThan(0.0005)
      for (const k of [3000, 3033, 3210, 2777]) {
        const cx = ((k % columns) + 0.5) * 50
        const cy = (Math.floor(k / columns) + 0.5) * 50
        const byHand = points.x.reduce((sum, x, i) => {
          const u = ((cx - x) ** 2 + (cy - points.y[i]!) ** 2) / 310 ** 2
          const quartic = u < 1 ? (3 / (Math.PI * 310 ** 2)) * (1 - u) ** 2 : 0
          return sum + (kernel === 'quartic' ? quartic : Math.exp(-u / 2) / (2 * Math.PI * 310 ** 2))
        }, 0)
        expect(values[k]! / 1e6).toBeCloseTo(byHand, 8)
      }
    }
  })

  it('holds as many incidents as there are', () => {
    const points = scattered(200, 1500, 2500)
    for (const kernel of kernels)
      for (const bandwidth of [60, 100, 300]) {
        const { values } = density(points, wide, { kernel, bandwidth })
        const held = values.reduce((sum, value) => sum + value * 0.05 ** 2, 0)
        expect(held / 200).toBeCloseTo(1, bandwidth === 60 ? 1 : 2)
      }
  })

  it('is as exact as it says where there are many points or wide kernels', () => {
    const area = areaOf(rectangle(0, 0, 9000, 2000))
    const random = seeded(6)
    const points = pointsAt(
      Array.from({ length: 20_000 }, () => [9000 * random.next(), 2000 * random.next()] as const),
    )
    for (const [kernel, bandwidth] of [
      ['quartic', 290],
      ['quartic', 310],
      ['quartic', 1900],
      ['gaussian', 300],
    ] as const) {
      const fast = density(points, area, { kernel, bandwidth })
      const peak = (kernel === 'quartic' ? 3 : 0.5) / (Math.PI * bandwidth ** 2)
      for (const k of [0, 63, 64, 179, 180 * 17 + 128, 180 * 39 + 90]) {
        const [cx, cy] = [((k % 180) + 0.5) * 50, (Math.floor(k / 180) + 0.5) * 50]
        let byHand = 0
        points.x.forEach((x, i) => {
          const u = ((cx - x) ** 2 + (cy - points.y[i]!) ** 2) / bandwidth ** 2
          byHand += kernel === 'quartic' ? (u < 1 ? (1 - u) ** 2 : 0) : Math.exp(-u / 2)
        })
        const ratio = fast.values[k]! / 1e6 / peak / byHand
        if (kernel === 'quartic') {
          expect(fast.error).toBe(0)
          expect(ratio).toBeCloseTo(1, 8)
        } else {
          expect(fast.error).toBeCloseTo(0.0021, 4)
          expect(Math.abs(ratio - 1)).toBeLessThan(fast.error)
        }
      }
    }
  })

  it('follows the points, not their order, and doubles with their weights', () =>
    fc.assert(
      fc.property(places, fc.constantFrom(...kernels), fc.boolean(), (list, kernel, edgeCorrection) => {
        const first = density(pointsAt(list), wide, { kernel, edgeCorrection })
        const near = (a: Float64Array, factor = 1) => {
          for (let k = 0; k < a.length; k += 97) expect(a[k]).toBeCloseTo(factor * first.values[k]!, 6)
        }
        near(density(pointsAt(list.toReversed()), wide, { kernel, edgeCorrection }).values)
        near(density(pointsAt(list, 2), wide, { kernel, edgeCorrection }).values, 2)
        const moved = list.map(([x, y]) => [x + 447_000, y + 6_209_000] as const)
        const answer = density(pointsAt(moved), shifted(wide, 447_000, 6_209_000), { kernel, edgeCorrection })
        near(answer.values)
        expect([answer.west, answer.south]).toEqual([447_000, 6_209_000])
      }),
      { numRuns: 20 },
    ))

  it('is clipped to the area, and even up to its edge where that is asked for', () => {
    const [outer, hole] = [rectangle(0, 0, 2000, 2000), rectangle(800, 800, 1200, 1200)]
    const every: [number, number][] = []
    for (let x = 5; x < 2000; x += 10)
      for (let y = 5; y < 2000; y += 10) if (x < 800 || x > 1200 || y < 800 || y > 1200) every.push([x, y])
    const area = areaOf(outer, hole)
    for (const kernel of kernels) {
      const corrected = density(pointsAt(every), area, { kernel, bandwidth: 150, edgeCorrection: true })
      const asItIs = density(pointsAt(every), area, { kernel, bandwidth: 150 })
      // 10,000 incidents a km² everywhere.
      expect(corrected.mean).toBeCloseTo(10_000, 0)
      for (let k = 0; k < corrected.values.length; k++)
        if (corrected.inside[k] === 1) expect(corrected.values[k]! / 10_000).toBeCloseTo(1, 1)
      expect(asItIs.values[0]! / 10_000).toBeLessThan(0.5)
      expect(corrected.values[20 * 40 + 20]).toBeNaN()
      expect(corrected.inside.reduce((sum, one) => sum + one, 0)).toBe(1600 - 64)
    }
  })

  it('leaves out what lies beyond the area and refuses what cannot be', () => {
    const two = pointsAt([
      [100, 100],
      [9000, 100],
    ])
    expect(density(two, wide, {})).toMatchObject({ n: 1, total: 1, outside: 1 })
    const codeOf = (parameters: Partial<DensityParameters>, points = two, area = wide) => {
      const answer = kernelDensity(points, area, { ...plain, ...parameters })
      return isRefusal(answer) ? answer.code : 'taken'
    }
    expect(codeOf({ bandwidth: 10 })).toBe('bandwidth')
    expect(codeOf({ bandwidth: Number.NaN })).toBe('bandwidth')
    expect(codeOf({ bandwidth: 12_501 })).toBe('bandwidth')
    expect(codeOf({ bandwidth: 12_500, edgeCorrection: true })).toBe('taken')
    expect(codeOf({ step: 0 })).toBe('raster-step')
    expect(codeOf({ step: 1 })).toBe('raster-too-fine')
    expect(
      codeOf(
        {},
        pointsAt([
          [-5, 0],
          [Number.NaN, 5],
        ]),
      ),
    ).toBe('area-misses-incidents')
    expect(codeOf({}, pointsAt([]))).toBe('taken')
    expect(codeOf({}, two, areaOf([]))).toBe('area-empty')
  })
})

describe('the densest ground', () => {
  it('holds the shares it names, on as little of the area as can be', () => {
    const points = scattered(500, 1000, 1500)
    const answer = density(points, wide, { bandwidth: 150 })
    const levels = densityLevels(answer)
    expect(levels.map(({ share }) => share)).toEqual([0.1, 0.25, 0.5, 0.75])
    let last = 0
    for (const { share, from, km2, area } of levels) {
      const held = answer.values.reduce((sum, value) => sum + (value >= from ? value * 0.05 ** 2 : 0), 0)
      expect(held / 500).toBeGreaterThan(share - 0.02)
      expect(held / 500).toBeLessThan(share + 0.05)
      expect(area).toBeCloseTo(km2 / 16, 9)
      expect(area).toBeGreaterThan(last)
      last = area
    }
    expect(last).toBeLessThan(0.02)
    expect(densityLevels(density(pointsAt([]), wide, {}))[0]).toMatchObject({ from: Infinity, km2: 0 })
  })
})

describe('the suggested bandwidth', () => {
  it('narrows with more points, and is not widened by a few far away', () => {
    const few = scattered(100, 0, 5000)
    const many = scattered(10_000, 0, 5000)
    const at = (points: typeof few) => suggestedBandwidth(points.x, points.y)!
    expect(at(few)).toBeGreaterThan(1.5 * at(many))
    const far = pointsAt([...few.x].map((x, i): [number, number] => (i < 3 ? [2e4, 2e4] : [x, few.y[i]!])))
    expect(at(far)).toBeLessThan(1.6 * at(few))
    // SD of an even square is 5000 / √6, the median distance less than SD × √ln 2.
    expect(at(few)).toBeCloseTo(0.9 * (5000 / Math.sqrt(6)) * 100 ** -0.2, -3)
    expect(bandwidthFor(few.x, few.y, 'gaussian', 10) / at(few)).toBeCloseTo(1 / Math.sqrt(8), 9)
    expect(bandwidthFor(few.x, few.y, 'quartic', 5000)).toBe(5000)
  })

  it('has nothing to say of one place', () => {
    expect(suggestedBandwidth(Float64Array.of(5), Float64Array.of(5))).toBeNull()
    expect(suggestedBandwidth(Float64Array.of(5, 5), Float64Array.of(5, 5))).toBeNull()
    expect(suggestedBandwidth(Float64Array.of(5, 5, 5, 905), Float64Array.of(5, 5, 5, 5))).toBeGreaterThan(10)
  })
})
