import type { Box } from '@trygghetskartan/siting'
import { expect, test } from 'vitest'
import { areaOf, boxAbout, boxAround, holds, largestArea, snapOut, writeBox } from './boxes.ts'

const station = [14.1523, 56.0312] as const

test('a box about a place reaches as many metres in each direction', () => {
  expect(areaOf(boxAround(station, 500))).toBeCloseTo(1_000_000, -3)
  expect(boxAbout([station, [14.16, 56.03]], 100)).toEqual([
    boxAround(station, 100)[0],
    boxAround([14.16, 56.03], 100)[1],
    boxAround([14.16, 56.03], 100)[2],
    boxAround(station, 100)[3],
  ])
  expect(boxAbout([], 100)).toBeNull()
})

test('places near each other ask for one and the same box, which holds what was asked for', () => {
  const here = snapOut(boxAround(station, 500))
  expect(writeBox(snapOut(boxAround([station[0] + 1e-5, station[1] - 1e-5], 500)))).toBe(writeBox(here))
  const [west, south, east, north] = boxAround(station, 500)
  expect(holds(here, [west, south]) && holds(here, [east, north])).toBe(true)
  expect(snapOut(here)).toEqual(here)
})

test('drawing out never passes what the server tells at once, unless the box itself does', () => {
  for (const lat of [0, 40, 56, 68])
    for (const metres of [50, 500, 900])
      expect(areaOf(snapOut(boxAround([14.1523, lat], metres)))).toBeLessThanOrEqual(largestArea)
  const large: Box = boxAround(station, 3000)
  expect(snapOut(large)).toEqual(large)
})
