import { describe, expect, it } from 'vitest'
import { seeded } from './random.ts'

const draw = (seed: number, count: number): number[] => {
  const random = seeded(seed)
  return Array.from({ length: count }, () => random.next())
}

describe('chance with a seed', () => {
  it('is the same for the same seed and another for another', () => {
    expect(draw(7, 100)).toEqual(draw(7, 100))
    expect(draw(7, 100)).not.toEqual(draw(8, 100))
  })

  it('scrambles as the published generator does', () => {
    // The reference code of xoshiro128**, in 32-bit steps with BigInt.
    const mask = 0xffffffffn
    const turn = (x: bigint, k: bigint) => ((x << k) | (x >> (32n - k))) & mask
    let state = published(42)
    const expected = Array.from({ length: 50 }, () => {
      const [s0, s1, s2, s3] = state as [bigint, bigint, bigint, bigint]
      const answer = (turn((s1 * 5n) & mask, 7n) * 9n) & mask
      const t = (s1 << 9n) & mask
      const a = s2 ^ s0
      const b = s3 ^ s1
      state = [s0 ^ b, s1 ^ a, a ^ t, turn(b, 11n)]
      return Number(answer) / 2 ** 32
    })
    expect(draw(42, 50)).toEqual(expected)
  })

  it('is even over its range, and shuffles every order as often as any other', () => {
    const random = seeded(1)
    const counts = new Uint32Array(10)
    for (let i = 0; i < 100_000; i++) counts[random.below(10)]!++
    // Ten classes of 10,000: chi-square under 27.9 but once in a thousand seeds.
    expect(counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9)
    const orders = new Map<string, number>()
    for (let i = 0; i < 60_000; i++) {
      const values = [0, 1, 2]
      random.shuffle(values)
      orders.set(values.join(), (orders.get(values.join()) ?? 0) + 1)
    }
    expect(orders.size).toBe(6)
    expect([...orders.values()].reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(
      20.5,
    )
  })
})

/** SplitMix32 with BigInt. */
function published(seed: number): bigint[] {
  const mask = 0xffffffffn
  let fill = BigInt(seed)
  return Array.from({ length: 4 }, () => {
    fill = (fill + 0x9e3779b9n) & mask
    let mixed = fill ^ (fill >> 16n)
    mixed = (mixed * 0x21f0aaadn) & mask
    mixed ^= mixed >> 15n
    mixed = (mixed * 0x735a2d97n) & mask
    return mixed ^ (mixed >> 15n)
  })
}
