import { describe, expect, it } from 'vitest'
import { shareChange, shareInterval } from './share-interval.ts'

const rounded = (interval: { low: number; high: number } | null) =>
  interval && [interval.low, interval.high].map((value) => Number(value.toFixed(4)))

describe('the interval of a share', () => {
  it('is Wilson’s, as in Newcombe 1998 (17:857), table I', () => {
    expect(rounded(shareInterval(81 / 263, 263))).toEqual([0.2553, 0.3662])
    expect(rounded(shareInterval(15 / 148, 148))).toEqual([0.0624, 0.1605])
    expect(rounded(shareInterval(0, 20))).toEqual([0, 0.1611])
    expect(rounded(shareInterval(1 / 29, 29))).toEqual([0.0061, 0.1718])
  })

  it('mirrors: the interval of those who did not say so is its complement', () => {
    const [one, other] = [shareInterval(0.27, 212)!, shareInterval(0.73, 212)!]
    expect(one.low).toBeCloseTo(1 - other.high, 12)
  })

  it('is none of no answers, or of what is no share', () => {
    expect([shareInterval(0.3, 0), shareInterval(1.2, 10), shareInterval(Number.NaN, 10)]).toEqual([
      null,
      null,
      null,
    ])
  })
})

describe('the change of a share', () => {
  it('has the interval of method 10 in Newcombe 1998 (17:873), table II', () => {
    const change = shareChange({ share: 48 / 80, n: 80 }, { share: 56 / 70, n: 70 })
    expect(rounded(change)).toEqual([0.0524, 0.3339])
    expect(change).toMatchObject({ byChance: false })
    expect(rounded(shareChange({ share: 3 / 10, n: 10 }, { share: 9 / 10, n: 10 }))).toEqual([0.1705, 0.809])
    expect(rounded(shareChange({ share: 2 / 7, n: 7 }, { share: 6 / 7, n: 7 }))).toEqual([0.0582, 0.8062])
    expect(rounded(shareChange({ share: 0, n: 10 }, { share: 0, n: 20 }))).toEqual([-0.2775, 0.1611])
  })

  it('can be due to chance where the interval holds none, and is none of no answers', () => {
    expect(shareChange({ share: 0.27, n: 212 }, { share: 0.25, n: 208 })?.byChance).toBe(true)
    expect(shareChange({ share: 0.44, n: 900 }, { share: 0.3, n: 900 })?.byChance).toBe(false)
    expect(shareChange({ share: 0.3, n: 0 }, { share: 0.2, n: 10 })).toBeNull()
  })
})
