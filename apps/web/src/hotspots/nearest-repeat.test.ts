import { expect, test } from 'vitest'
import type { NearAnswer } from './hotspot-protocol.ts'
import { nearestRepeat } from './nearest-repeat.ts'

const cell = (ratio: number, p: number) => ({ observed: 1, expected: 1, simulated: 1, ratio, p })
const none = cell(1, 0.5)
const table = (rows: NearAnswer['table']) => ({ table: rows, distances: [0, 1, 100, 200], days: [0, 3, 7] })

test('near repeats reach as far as every band from the nearest on is above chance', () => {
  const found = nearestRepeat(
    table([
      [cell(5, 0.001), none, none],
      [cell(2.1, 0.001), cell(1.4, 0.01), none],
      [cell(1.6, 0.02), cell(1.3, 0.03), none],
      [none, none, none],
    ]),
  )
  expect(found).toEqual({ metres: 200, days: 6, ratio: 1.3 })
})

test('what is only at the very same place is told as that', () => {
  const found = nearestRepeat(
    table([[cell(5, 0.001), none, none], ...[1, 2, 3].map(() => [none, none, none])]),
  )
  expect(found).toEqual({ metres: 1, days: 2, ratio: 5 })
})

test('what chance gives is no near repeat, however high the ratio farther away', () => {
  expect(nearestRepeat(table([[none, none, none], [none, cell(4, 0.001), none], [none], [none]]))).toBeNull()
})
