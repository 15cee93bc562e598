import { expect, test } from 'vitest'
import { anchorOf } from './anchor.ts'

test('a pin on a line stands half way along it, not half way between its ends', () => {
  const at = anchorOf({
    type: 'LineString',
    coordinates: [
      [14, 0],
      [14, 3],
      [14, 2],
    ],
  })
  expect(at[1]).toBeCloseTo(2, 9)
})

test('a pin on an area stands in the middle of its box', () => {
  const ring = [
    [14, 56],
    [14.2, 56],
    [14.2, 56.4],
    [14, 56],
  ]
  const [lon, lat] = anchorOf({ type: 'Polygon', coordinates: [ring] })
  expect([lon, lat]).toEqual([expect.closeTo(14.1, 9), expect.closeTo(56.2, 9)])
})

test('a line that goes nowhere has a pin all the same', () => {
  expect(
    anchorOf({
      type: 'LineString',
      coordinates: [
        [14, 56],
        [14, 56],
      ],
    }),
  ).toEqual([14, 56])
})
