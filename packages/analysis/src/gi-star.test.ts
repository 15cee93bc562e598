import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { discoveryClasses, discoveryCut, discoveryQ } from './false-discovery-rate.ts'
import { gi, giStar, giStarPermuted } from './gi-star.ts'
import { twoSidedP } from './normal.ts'
import { seeded } from './random.ts'
import { chessboard, neighboursBy } from './testing/neighbours.ts'
import { hasSharedData, sharedJson } from './testing/shared-data.ts'

const counts = (length: number) => fc.array(fc.nat(20), { minLength: length, maxLength: length })
const side = 8
const board = chessboard(side)

/** By the formula with all its weights, as it is printed. */
function byTheBook(values: Float64Array, weight: (i: number, j: number) => number): number[] {
  const n = values.length
  const all = [...values]
  const mean = all.reduce((a, b) => a + b, 0) / n
  const s = Math.sqrt(all.reduce((a, b) => a + b * b, 0) / n - mean ** 2)
  return all.map((_, i) => {
    const w = all.map((_, j) => weight(i, j))
    const sum = w.reduce((a, b) => a + b, 0)
    const squares = w.reduce((a, b) => a + b * b, 0)
    return (
      (w.reduce((a, b, j) => a + b * all[j]!, 0) - sum * mean) /
      (s * Math.sqrt((n * squares - sum ** 2) / (n - 1)))
    )
  })
}

describe('Gi*', () => {
  it.skipIf(!hasSharedData)('has the published z of six points, with and without the point itself', () => {
    const golden = sharedJson('vectors/gi-star-six-points.json') as {
      points: [number, number][]
      y: number[]
      threshold: number
      Gi_z_binary: number[]
      Gi_star_z_binary_self1: number[]
    }
    const { points, threshold } = golden
    const near = neighboursBy(
      points.length,
      (i, j) => Math.hypot(points[i]![0] - points[j]![0], points[i]![1] - points[j]![1]) <= threshold,
    )
    const values = Float64Array.from(golden.y)
    golden.Gi_star_z_binary_self1.forEach((z, i) => {
      expect(giStar(values, near).z[i]).toBeCloseTo(z, 12)
    })
    golden.Gi_z_binary.forEach((z, i) => {
      expect(gi(values, near).z[i]).toBeCloseTo(z, 12)
    })
  })

  it('is the formula as it is printed, keeps z where counts are doubled, and follows the cells in any order', () =>
    fc.assert(
      fc.property(counts(side * side), fc.integer(), (list, seed) => {
        const values = Float64Array.from(list)
        const { z } = giStar(values, board)
        if (new Set(list).size > 1)
          byTheBook(values, (i, j) =>
            i === j || board.index.subarray(board.start[i]!, board.start[i + 1]!).includes(j) ? 1 : 0,
          ).forEach((expected, i) => {
            expect(z[i]).toBeCloseTo(expected, 9)
          })
        expect(
          giStar(
            values.map((value) => 2 * value),
            board,
          ).z,
        ).toEqual(z)
        const order = values.map((_, i) => i)
        seeded(seed).shuffle(order)
        const isNear = (i: number, j: number) =>
          board.index.subarray(board.start[order[i]!]!, board.start[order[i]! + 1]!).includes(order[j]!)
        const mixed = giStar(
          Float64Array.from(order, (cell) => values[cell]!),
          neighboursBy(order.length, isNear),
        )
        mixed.z.forEach((value, i) => {
          expect(value).toBeCloseTo(z[order[i]!]!, 9)
        })
      }),
      { numRuns: 30 },
    ))

  it('never finds a cell hot that has no neighbours, nor any where all are alike', () => {
    const lonely = neighboursBy(5, (i, j) => i < 4 && j < 4)
    const { z, p, alone } = giStar(Float64Array.of(1, 2, 3, 2, 1000), lonely)
    expect([z[4], p[4], alone]).toEqual([0, 1, 1])
    const flat = giStar(new Float64Array(side * side).fill(0.1), board)
    expect(new Set(flat.z)).toEqual(new Set([0]))
    expect(new Set(flat.p)).toEqual(new Set([1]))
    // All cells are each other's neighbours: there is nothing to compare with.
    expect([
      ...giStar(
        Float64Array.of(1, 5, 9),
        neighboursBy(3, () => true),
      ).z,
    ]).toEqual([0, 0, 0])
    expect(
      giStar(new Float64Array(), { start: new Uint32Array(1), index: new Uint32Array() }).z,
    ).toHaveLength(0)
  })

  it('has a p that is the tail of the normal distribution', () => {
    // Abramowitz and Stegun, table 26.5, and the values every analyst knows.
    for (const [z, p] of [
      [0, 1],
      [0.5, 0.6170750774519738],
      [1, 0.3173105078629141],
      [1.959963984540054, 0.05],
      [2.5758293035489, 0.01],
      [Math.SQRT2 * 2, 0.004677734981047266],
      [5, 5.733031437583866e-7],
      [10, 1.523970604832105e-23],
    ] as const) {
      expect(twoSidedP(z) / p).toBeCloseTo(1, 11)
      expect(twoSidedP(-z)).toBe(twoSidedP(z))
    }
  })
})

describe('the false discovery rate', () => {
  it('cuts where Benjamini and Hochberg do in their own example', () => {
    // Their section 3: fifteen p of a trial; four are discoveries at 0.05.
    const p = Float64Array.of(
      0.0001,
      0.0004,
      0.0019,
      0.0095,
      0.0201,
      0.0278,
      0.0298,
      0.0344,
      0.0459,
      0.324,
      0.4262,
      0.5719,
      0.6528,
      0.759,
      1,
    )
    expect(discoveryCut(p, 0.05)).toBe(0.0095)
    expect(discoveryCut(p.toReversed(), 0.05)).toBe(0.0095)
    expect(discoveryCut(Float64Array.of(0.9, 0.8), 0.05)).toBe(-1)
    expect(discoveryCut(new Float64Array(), 0.05)).toBe(-1)
  })

  it('gives each test the share of false discoveries at which it becomes one', () =>
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 30 }), (list) => {
        const p = Float64Array.from(list, (value) => value / 1000)
        const q = discoveryQ(p)
        for (const alpha of [0.013, 0.057, 0.21])
          expect([...q].map((value) => value <= alpha)).toEqual(
            [...p].map((value) => value <= discoveryCut(p, alpha)),
          )
      }),
    ))

  it('classes by the strictest level reached, hot and cold', () => {
    const p = Float64Array.of(1e-6, 1e-6, 0.02, 0.06, 0.9, 1e-9)
    expect([...discoveryClasses(p, Float64Array.of(4, -4, 2, -1, 0.1, 0))]).toEqual([3, -3, 2, -1, 0, 0])
  })

  it('finds hardly anything in chance alone', () => {
    const random = seeded(3)
    const values = Float64Array.from({ length: side * side }, () => random.below(4))
    const { z, p } = giStar(values, board)
    expect([...discoveryClasses(p, z)].filter((level) => level !== 0).length).toBeLessThanOrEqual(1)
  })
})

describe('conditional permutations', () => {
  const values = Float64Array.from({ length: side * side }, (_, i) => (i % side < 2 && i < 16 ? 9 : i % 3))
  const permuted = async (of: Float64Array, seed: number, runs = 999) => {
    const answer = await giStarPermuted(of, board, { runs, seed })
    if (isRefusal(answer)) throw new Error(answer.code)
    return answer
  }

  it('give the same p for the same seed, for doubled counts too, and another for another', async () => {
    const first = await permuted(values, 5)
    expect((await permuted(values, 5)).p).toEqual(first.p)
    expect(
      (
        await permuted(
          values.map((value) => 2 * value),
          5,
        )
      ).p,
    ).toEqual(first.p)
    expect((await permuted(values, 6)).p).not.toEqual(first.p)
  })

  it('agree with drawing each cell’s neighbours one by one', async () => {
    const { p } = await permuted(values, 11, 4999)
    const random = seeded(99)
    for (const cell of [0, 1, 9, 27, 63]) {
      const near = [...board.index.subarray(board.start[cell]!, board.start[cell + 1]!)]
      const others = [...values].filter((_, i) => i !== cell)
      const observed = near.reduce((sum, j) => sum + values[j]!, 0)
      let atLeast = 0
      let atMost = 0
      for (let run = 0; run < 4999; run++) {
        random.shuffle(others)
        const sum = others.slice(0, near.length).reduce((a, b) => a + b, 0)
        if (sum >= observed) atLeast++
        if (sum <= observed) atMost++
      }
      expect(p[cell]).toBeCloseTo(Math.min(1, (2 * (1 + Math.min(atLeast, atMost))) / 5000), 1)
    }
    expect(p[0]).toBeLessThan(0.01)
  })

  it('tell how far they are and end when they are told to, without a result', async () => {
    const end = new AbortController()
    const far = chessboard(30)
    const many = Float64Array.from({ length: 900 }, (_, i) => i % 7)
    const told: number[] = []
    const answer = await giStarPermuted(
      many,
      far,
      { runs: 99_999, seed: 1 },
      {
        signal: end.signal,
        onProgress: (done) => {
          told.push(done)
          end.abort()
        },
      },
    )
    expect(answer).toMatchObject({ code: 'cancelled' })
    expect(told[0]).toBeGreaterThan(0)
  })
})
