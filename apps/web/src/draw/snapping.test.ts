import type { Geometry } from 'geojson'
import { describe, expect, it } from 'vitest'
import type { Position } from './sketch.ts'
import { type Pixel, snap } from './snapping.ts'

const project = ([x, y]: Position): Pixel => ({ x: x * 100, y: y * 100 })
const unproject = ({ x, y }: Pixel): Position => [x / 100, y / 100]
const near = (x: number, y: number, targets: Geometry[], tolerance = 12) =>
  snap({ x, y }, targets, project, unproject, tolerance)

const street: Geometry = {
  type: 'LineString',
  coordinates: [
    [0, 0],
    [10, 0],
  ],
}
const house: Geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [2, 1],
      [4, 1],
      [4, 3],
      [2, 3],
      [2, 1],
    ],
  ],
}
const lamp: Geometry = { type: 'Point', coordinates: [5, 0.05] }

describe('snapping', () => {
  it('finds the corner of a house within the tolerance', () => {
    expect(near(405, 106, [house])).toMatchObject({ to: 'vertex', position: [4, 1] })
  })

  it('finds the foot on a street away from its ends', () => {
    const found = near(733, 8, [street])
    expect(found).toMatchObject({ to: 'edge', distance: 8 })
    expect(found?.position[0]).toBeCloseTo(7.33)
    expect(found?.position[1]).toBeCloseTo(0)
  })

  it('takes the lamp before the street it stands by', () => {
    expect(near(504, 3, [street, lamp])).toMatchObject({ to: 'vertex', position: [5, 0.05] })
  })

  it('takes the edge when the corner is at the far side of the tolerance', () => {
    expect(near(390, 101, [house])?.to).toBe('edge')
  })

  it('finds nothing beyond the tolerance', () => {
    expect(near(450, 150, [house, street])).toBeNull()
    expect(near(733, 13, [street])).toBeNull()
    expect(near(733, 13, [street], 14)).not.toBeNull()
  })

  it('snaps along the last side of a ring and inside several parts', () => {
    const parts: Geometry = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [7, 7],
            [9, 7],
            [9, 9],
            [7, 7],
          ],
        ],
        house.coordinates,
      ],
    }
    expect(near(205, 200, [parts])).toMatchObject({ to: 'edge' })
  })

  it('stands a zero-length edge', () => {
    expect(
      near(101, 0, [
        {
          type: 'LineString',
          coordinates: [
            [1, 0],
            [1, 0],
          ],
        },
      ])?.position,
    ).toEqual([1, 0])
  })
})
