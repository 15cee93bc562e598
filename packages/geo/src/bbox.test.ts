import { expect, test } from 'vitest'
import { bboxesTouch, bboxOf, bboxUnion, parseBBox } from './index.ts'

test('a box encloses every part of a geometry', () => {
  const parts = {
    type: 'MultiPolygon' as const,
    coordinates: [
      [
        [
          [0, 0],
          [2, 0],
          [2, 1],
          [0, 0],
        ],
      ],
      [
        [
          [5, -3],
          [6, -3],
          [6, 4],
          [5, -3],
        ],
      ],
    ],
  }
  expect(bboxOf(parts)).toEqual([0, -3, 6, 4])
  expect(
    bboxOf({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [14, 56] }] }),
  ).toEqual([14, 56, 14, 56])
})

test('an empty geometry touches nothing', () => {
  expect(bboxesTouch(bboxOf({ type: 'MultiPoint', coordinates: [] }), [-180, -90, 180, 90])).toBe(false)
})

test('boxes that share only a corner touch', () => {
  expect(bboxesTouch([0, 0, 1, 1], [1, 1, 2, 2])).toBe(true)
  expect(bboxesTouch([0, 0, 1, 1], [1.1, 0, 2, 1])).toBe(false)
  expect(bboxUnion([0, 0, 1, 1], [3, -1, 4, 0])).toEqual([0, -1, 4, 1])
})

test('a bbox parameter is four numbers in range and in order, or nothing', () => {
  expect(parseBBox('14.1,56,14.2,56.1')).toEqual([14.1, 56, 14.2, 56.1])
  expect(parseBBox(' -1e1 , 0, .5, +2')).toEqual([-10, 0, 0.5, 2])
  for (const nonsense of [
    '',
    '1,2,3',
    '1,2,3,4,5',
    'a,b,c,d',
    '1,,3,4',
    'NaN,0,1,1',
    'Infinity,0,1,1',
    '0x1,0,2,2',
    '2,0,1,1',
    '0,2,1,1',
    '-181,0,1,1',
    '0,0,1,91',
  ]) {
    expect(parseBBox(nonsense), nonsense).toBeNull()
  }
})
