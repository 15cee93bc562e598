import type { Neighbours } from '@trygghetskartan/analysis'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupsOf } from './spots.ts'

/** Cells in a row, each beside the next. */
function row(length: number): Neighbours {
  const [start, index] = [[0], [] as number[]]
  for (let cell = 0; cell < length; cell++) {
    index.push(...[cell - 1, cell + 1].filter((beside) => beside >= 0 && beside < length))
    start.push(index.length)
  }
  return { start: Uint32Array.from(start), index: Uint32Array.from(index) } as Neighbours
}
const groups = (counts: readonly number[], statistic: readonly number[] = counts) =>
  groupsOf(
    {
      counts: Float64Array.from(counts),
      statistic: Float64Array.from(statistic),
      classes: Int8Array.from(statistic, (z) => (z >= 2 ? 3 : 0)),
    },
    row(counts.length),
  ).map((group) => group.toSorted((a, b) => a - b))

test('cells that hang together are one hotspot, the one with the surest cell first', () => {
  expect(groups([30, 40, 0, 9, 8, 0], [4, 5, 0, 9, 8, 0])).toEqual([
    [3, 4],
    [0, 1],
  ])
})

test('two tops with few between them are two hotspots, with a dip that may be chance one', () => {
  expect(groups([200, 40, 90])).toEqual([[0, 1], [2]])
  expect(groups([200, 70, 90])).toEqual([[0, 1, 2]])
  expect(groups([20, 3, 9])).toEqual([[0, 1, 2]])
  expect(groups([60, 200, 40, 90, 80])).toEqual([
    [0, 1, 2],
    [3, 4],
  ])
})

test('every hot cell is in one hotspot and no other is', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 30, noNaN: true }), { minLength: 1, maxLength: 40 }),
      (z) => {
        const hot = z.flatMap((one, cell) => (one >= 2 ? [cell] : []))
        expect(
          groups(z)
            .flat()
            .toSorted((a, b) => a - b),
        ).toEqual(hot)
      },
    ),
    { seed: 2 },
  )
})
