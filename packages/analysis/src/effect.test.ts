import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BeforeAfter, type EffectQuestion, effectOf } from './effect.ts'
import { hasSharedData, sharedJson } from './testing/shared-data.ts'

const pair = ([before, after]: readonly [number, number]): BeforeAfter => ({ before, after })
type Pair = [number, number]
const see = (
  treated: Pair,
  control: Pair,
  buffer: Pair | null = null,
  more: Partial<EffectQuestion> = {},
) => {
  const result = effectOf({
    treated: pair(treated),
    control: pair(control),
    buffer: buffer && pair(buffer),
    bufferControl: null,
    earlier: [],
    drawnBefore: true,
    ...more,
  })
  if (isRefusal(result)) throw new Error(result.text.en)
  return result
}
const codes = (result: ReturnType<typeof see>) => result.remarks.map(({ code }) => code)

describe('the effect of a measure', () => {
  it.skipIf(!hasSharedData)('has WDQ, TNE and WDD of the published cases (../shared/data/vectors)', () => {
    const golden = sharedJson('vectors/effect.json') as {
      wdq: {
        response_before_after: Pair
        control: Pair
        buffer: Pair
        result: { GE: number; NE: number; success: number; buffer: number; WDQ: number | null; TNE: number }
      }[]
    }
    expect(golden.wdq.length).toBe(4)
    for (const { response_before_after: treated, control, buffer, result } of golden.wdq) {
      const effect = see(treated, control, buffer)
      expect(effect.gross).toBe(result.GE)
      expect(effect.success).toBeCloseTo(result.success, 12)
      expect(effect.buffer).toBeCloseTo(result.buffer, 12)
      expect(effect.tne).toBeCloseTo(result.TNE, 9)
      if (result.WDQ === null) expect(effect.wdq).toBeNull()
      else expect(effect.wdq!.value).toBeCloseTo(result.WDQ, 12)
    }
    const { wdd } = see([207, 110], [308, 318], [178, 157], { bufferControl: pair([150, 140]) })
    expect(wdd).toMatchObject({ estimate: -118, error: expect.closeTo(39.59797974644666, 12) })
    expect(wdd.z).toBeCloseTo(-2.98, 2)
    expect([Math.round(wdd.low), Math.round(wdd.high)]).toEqual([-196, -40])
  })

  it('has the cases of the domain: all moved next door, and ten fewer than control', () => {
    const moved = see([100, 50], [100, 100], [100, 150])
    expect(moved).toMatchObject({ wdq: { value: -1, meaning: 'displacement' }, tne: 0 })
    const { local } = see([20, 10], [20, 20])
    expect(local).toMatchObject({ estimate: -10, error: expect.closeTo(8.3666, 4) })
    expect(local.low).toBeLessThan(0)
    expect(local.high).toBeGreaterThan(0)
  })

  it('reads displacement only where the treated area improved, and nothing from zeros', () => {
    const worse = see([50, 60], [100, 100], [40, 30])
    expect(worse.wdq).toBeNull()
    expect(codes(worse)).toContain('not-improved')
    const zeros = see([50, 40], [0, 100], [40, 30])
    expect(zeros).toMatchObject({ success: null, wdq: null, tne: null })
    expect(codes(zeros)).toContain('zeros')
    expect(see([50, 0], [50, 50], [40, 30])).toMatchObject({ wdq: { meaning: 'diffusion' }, net: null })
    expect(see([50, 40], [50, 50], [40, 10]).wdq!.meaning).toBe('diffusion-beyond')
    expect(see([0, 0], [0, 0]).wdd).toMatchObject({ estimate: 0, error: 0, z: 0, p: 1 })
  })

  it('warns on small counts, on a place chosen at its worst, and on areas chosen afterwards', () => {
    expect(codes(see([100, 50], [100, 100], null, { earlier: [95, 105] }))).toEqual([])
    expect(codes(see([12, 4], [30, 30]))).toEqual(['small-counts', 'regression-unknown'])
    expect(codes(see([100, 50], [100, 100], null, { earlier: [60, 70, 65] }))).toEqual(['regression-likely'])
    expect(codes(see([100, 50], [100, 100], [90, 80], { drawnBefore: null }))).toEqual([
      'no-buffer-control',
      'regression-unknown',
      'areas-after',
    ])
  })

  it('keeps WDQ where all counts are doubled, and doubles TNE and WDD', () => {
    const count = fc.integer({ min: 1, max: 500 })
    const twice = fc.tuple(count, count)
    fc.assert(
      fc.property(twice, twice, twice, (treated, control, buffer) => {
        const double = ([a, b]: Pair): Pair => [2 * a, 2 * b]
        const one = see(treated, control, buffer)
        const two = see(double(treated), double(control), double(buffer))
        expect(two.tne!).toBeCloseTo(2 * one.tne!, 6)
        expect(two.wdd.estimate).toBe(2 * one.wdd.estimate)
        expect(two.wdq === null).toBe(one.wdq === null)
        if (one.wdq) expect(two.wdq!.value).toBeCloseTo(one.wdq.value, 6)
      }),
    )
  })

  it('refuses counts that are none and a control without a buffer', () => {
    const codeOf = (more: Partial<EffectQuestion>) => {
      const result = effectOf({
        ...{ treated: pair([1, 2]), control: pair([1, 2]), buffer: null, bufferControl: null },
        ...{ earlier: [], drawnBefore: null },
        ...more,
      })
      return isRefusal(result) ? result.code : 'result'
    }
    expect(codeOf({ treated: pair([-1, 2]) })).toBe('counts')
    expect(codeOf({ control: pair([1, Number.NaN]) })).toBe('counts')
    expect(codeOf({ bufferControl: pair([1, 2]) })).toBe('buffer-missing')
  })
})
