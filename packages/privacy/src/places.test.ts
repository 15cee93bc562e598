import type { Position } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Area, areaOf, isParted } from './area.ts'
import { groundOf, standOf } from './places.ts'
import { rules } from './rules.ts'

const ring = (x: number, y: number, width: number, height: number): Position[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
]
// A boundary aslant through the squares, and a hole in the west.
const west: Area = {
  name: 'west',
  polygons: [
    [
      [
        [0, 0],
        [900, 0],
        [1130, 1000],
        [0, 1000],
        [0, 0],
      ],
      ring(300, 300, 140, 140),
    ],
  ],
}
const east: Area = {
  name: 'east',
  polygons: [
    [
      [
        [900, 0],
        [2000, 0],
        [2000, 1000],
        [1130, 1000],
        [900, 0],
      ],
    ],
  ],
}
const areas = [east, west]
const position = fc.tuple(fc.integer({ min: -300, max: 2300 }), fc.integer({ min: -300, max: 1300 }))

test('what stands for a place has eight addresses or none, all of one area', () => {
  fc.assert(
    fc.property(
      fc.array(position, { maxLength: 120 }),
      fc.array(position, { minLength: 1, maxLength: 60 }),
      (addresses, places) => {
        const ground = groundOf(addresses, areas, rules)
        const keyOf = (place: Position) => JSON.stringify(standOf(place, ground, rules))
        const doors = Map.groupBy(
          new Map(addresses.map((address) => [String(address), address])).values(),
          keyOf,
        )
        for (const place of places) {
          const stand = standOf(place, ground, rules)
          if (!stand) continue
          expect(stand.area).toBe(areaOf(place, areas))
          const behind = doors.get(JSON.stringify(stand)) ?? []
          for (const door of behind) expect(areaOf(door, areas)).toBe(stand.area)
          if (stand.within === 'square') expect(behind).toEqual([])
          else expect(behind.length).toBeGreaterThanOrEqual(rules.leastAddresses)
        }
      },
    ),
  )
})

test('nobody lives in a square that is told by itself, and a boundary parts it from nothing', () => {
  const addresses = Array.from({ length: 20 }, (_, i): Position => [10 + i * 5, 40])
  const ground = groundOf(addresses, areas, rules)
  expect(standOf([30, 20], ground, rules)?.within).toBe('catchment')
  expect(standOf([130, 130], ground, rules)).toEqual({
    within: 'square',
    at: [187.5, 187.5],
    area: 'west',
    side: 125,
  })
  expect(standOf([130, 130], ground, rules)).toEqual(standOf([249, 249], ground, rules))
  // The boundary runs through this one.
  expect(standOf([905, 20], ground, rules)).toBeNull()
  expect(standOf([890, 20], ground, rules)?.within).toBe('catchment')
  expect(standOf([310, 310], ground, rules)?.area ?? null).toBeNull()
})

test('a boundary parts a box where it passes through, also without a corner in it', () => {
  expect(isParted([0, 0], [10, 10], [])).toBe(false)
  const line: Area = {
    name: 'l',
    polygons: [
      [
        [
          [-5, 4],
          [15, 6],
          [15, 300],
          [-5, 300],
          [-5, 4],
        ],
      ],
    ],
  }
  expect(isParted([0, 0], [10, 10], [line])).toBe(true)
  expect(isParted([0, 0], [10, 3], [line])).toBe(false)
  expect(isParted([2, 100], [3, 101], [line])).toBe(false)
})
