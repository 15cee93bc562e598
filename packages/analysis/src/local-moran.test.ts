import { isRefusal } from '@trygghetskartan/geo'
import { describe, expect, it } from 'vitest'
import { localMoran, moranQuadrants } from './local-moran.ts'
import { chessboard, neighboursBy } from './testing/neighbours.ts'

const moran = async (values: Float64Array, neighbours = chessboard(Math.sqrt(values.length))) => {
  const answer = await localMoran(values, neighbours, { runs: 999, seed: 2 })
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}

describe('local Moran', () => {
  it('is the formula as it is printed', async () => {
    const values = Float64Array.from({ length: 36 }, (_, i) => (i * 7) % 11)
    const board = chessboard(6)
    const { i: found } = await moran(values, board)
    const mean = values.reduce((a, b) => a + b, 0) / 36
    const variance = values.reduce((a, b) => a + (b - mean) ** 2, 0) / 36
    for (let cell = 0; cell < 36; cell++) {
      const near = [...board.index.subarray(board.start[cell]!, board.start[cell + 1]!)]
      const lag = near.reduce((sum, j) => sum + (values[j]! - mean), 0) / near.length
      expect(found[cell]).toBeCloseTo(((values[cell]! - mean) * lag) / variance, 10)
    }
  })

  it('tells a high block from a low one, and a lone peak from its ground', async () => {
    const side = 12
    const values = new Float64Array(side * side).fill(5)
    const set = (column: number, row: number, value: number) => {
      values[row * side + column] = value
    }
    for (let c = 0; c < 3; c++) for (let r = 0; r < 3; r++) set(c, r, 20 + c)
    for (let c = 8; c < 12; c++) for (let r = 8; r < 12; r++) set(c, r, (c + r) % 2)
    set(10, 10, 60)
    const { quadrant, level } = await moran(values)
    const at = (column: number, row: number) =>
      level[row * side + column]! > 0 ? moranQuadrants[quadrant[row * side + column]!] : 'none'
    expect(at(1, 1)).toBe('high-high')
    expect(at(8, 8)).toBe('none')
    expect(moranQuadrants[quadrant[10 * side + 10]!]).toBe('high-low')
    expect(moranQuadrants[quadrant[9 * side + 9]!]).toBe('low-high')
  })

  it('is reproducible, and keeps its p where counts are doubled', async () => {
    const values = Float64Array.from({ length: 100 }, (_, i) => (i * i) % 13)
    const first = await moran(values)
    expect(await moran(values)).toEqual(first)
    expect((await moran(values.map((value) => 2 * value))).p).toEqual(first.p)
  })

  it('says nothing of cells without neighbours or of a flat surface', async () => {
    const lonely = await moran(
      Float64Array.of(1, 2, 3, 99),
      neighboursBy(4, (i, j) => i < 3 && j < 3),
    )
    expect([lonely.i[3], lonely.p[3], lonely.level[3], lonely.alone]).toEqual([0, 1, 0, 1])
    const flat = await moran(new Float64Array(16).fill(3))
    expect(new Set([...flat.level, ...flat.quadrant])).toEqual(new Set([0]))
  })
})
