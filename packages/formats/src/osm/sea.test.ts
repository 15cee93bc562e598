import { type BBox, type Position, validateGeometry } from '@trygghetskartan/geo'
import fc from 'fast-check'
import type { MultiPolygon, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { seaOf } from './sea.ts'

const box: BBox = [0, 0, 10, 10]

function area(sea: Polygon | MultiPolygon | null): number {
  const rings = sea === null ? [] : sea.type === 'Polygon' ? [sea.coordinates] : sea.coordinates
  const of = (ring: number[][]) =>
    Math.abs(ring.slice(1).reduce((sum, [x, y], i) => sum + ring[i]![0]! * y! - x! * ring[i]![1]!, 0)) / 2
  return rings.reduce(
    (sum, [shore, ...islands]) => sum + of(shore!) - islands.reduce((all, each) => all + of(each), 0),
    0,
  )
}

const northwards: Position[] = [
  [4, -1],
  [4, 5],
  [4, 11],
]
const island = (x: number, y: number, size = 1): Position[] => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
]

describe('the sea', () => {
  test('lies to the right of its coast, whichever way that runs', () => {
    expect(area(seaOf([northwards], box))).toBeCloseTo(60)
    expect(area(seaOf([northwards.toReversed()], box))).toBeCloseTo(40)
    expect(
      area(
        seaOf(
          [
            [
              [-1, 3],
              [11, 3],
            ],
          ],
          box,
        ),
      ),
    ).toBeCloseTo(30)
  })

  test('is the same from a coast in pieces', () => {
    expect(area(seaOf([northwards.slice(1), northwards.slice(0, 2)], box))).toBeCloseTo(60)
  })

  test('has its islands as holes, and nothing of those on land', () => {
    const sea = seaOf([northwards, island(6, 6), island(1, 1)], box)
    expect(area(sea)).toBeCloseTo(59)
    expect(sea!.coordinates).toHaveLength(2)
  })

  test('surrounds an archipelago', () => {
    expect(area(seaOf([island(2, 2), island(6, 6, 2)], box))).toBeCloseTo(95)
  })

  test('between two coasts is a sound; of two bays it is two areas', () => {
    const southwards: Position[] = [
      [7, 11],
      [7, -1],
    ]
    expect(area(seaOf([northwards, southwards], box))).toBeCloseTo(30)
    const bays = seaOf([northwards.toReversed(), southwards.toReversed()], box)
    expect(area(bays)).toBeCloseTo(70)
    expect(bays!.type).toBe('MultiPolygon')
  })

  test('reaches round an island that the box cuts', () => {
    expect(area(seaOf([island(8, 4, 4)], box))).toBeCloseTo(92)
  })

  test('is led to the edge where the file ends just short of it, and left out where a coast breaks off', () => {
    expect(
      area(
        seaOf(
          [
            [
              [4, 0.2],
              [4, 9.9],
            ],
          ],
          box,
        ),
      ),
    ).toBeCloseTo(60)
    expect(
      seaOf(
        [
          [
            [4, -1],
            [4, 5],
          ],
        ],
        box,
      ),
    ).toBeNull()
  })

  test('forgives a coast that dips out of the box before it begins', () => {
    const dipping: Position[] = [
      [4.2, 0.1],
      [4.1, -0.1],
      [4.4, -0.1],
      [4, 5],
      [4, 11],
    ]
    expect(area(seaOf([dipping], box))).toBeCloseTo(59.5, 0)
  })

  test('is left out where coasts contradict each other, and where there are none', () => {
    expect(seaOf([northwards, northwards.map(([x, y]): Position => [x + 2, y])], box)).toBeNull()
    expect(seaOf([], box)).toBeNull()
    expect(seaOf([island(2, 2).toReversed()], box)).toBeNull()
  })

  test('is valid, and with its mirror fills the box, for any winding coast', () => {
    const coast = fc
      .array(fc.tuple(fc.double({ min: 1, max: 9, noNaN: true }), fc.integer({ min: 1, max: 99 })), {
        maxLength: 12,
      })
      .map((steps): Position[] => {
        const ys = [...new Set(steps.map(([, y]) => y / 10))].sort((a, b) => a - b)
        return [[5, -1], ...ys.map((y, index): Position => [steps[index]![0], y]), [5, 11]]
      })
    fc.assert(
      fc.property(coast, (line) => {
        const [right, left] = [seaOf([line], box), seaOf([line.toReversed()], box)]
        expect(area(right) + area(left)).toBeCloseTo(100, 6)
        for (const sea of [right, left]) expect(validateGeometry(sea!)).toBeNull()
      }),
    )
  })
})
