import { expect, test } from 'vitest'
import { byBlocks, peakOf } from './week-blocks.ts'

test('hours of the week are told by day and three hours', () => {
  const hours = new Array(168).fill(0)
  hours[0] = 1
  hours[2] = 2
  hours[4 * 24 + 22] = 5
  const blocks = byBlocks(hours)
  expect(blocks.map((row) => row.length)).toEqual(new Array(7).fill(8))
  expect(blocks[0]![0]).toBe(3)
  expect(blocks[4]![7]).toBe(5)
  expect(peakOf(blocks)).toEqual({ day: 4, block: 7 })
  expect(peakOf(byBlocks(new Array(168).fill(0)))).toBeNull()
})
