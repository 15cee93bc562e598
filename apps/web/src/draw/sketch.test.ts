import { describe, expect, it } from 'vitest'
import {
  emptySketch,
  geometryOf,
  midpoints,
  type Position,
  type Sketch,
  sketchOf,
  takeStep,
} from './sketch.ts'

const a: Position = [14.156, 56.029]
const b: Position = [14.158, 56.029]
const c: Position = [14.158, 56.031]
const drawn = (kind: Sketch['kind'], ...positions: Position[]) =>
  positions.reduce((sketch, position) => takeStep(sketch, { type: 'add', position }), emptySketch(kind))

describe('a sketch', () => {
  it('is a geometry only once it has enough vertices', () => {
    expect(geometryOf(drawn('LineString', a))).toBeNull()
    expect(geometryOf(drawn('LineString', a, b))).toEqual({ type: 'LineString', coordinates: [a, b] })
    expect(geometryOf(drawn('Polygon', a, b))).toBeNull()
    expect(geometryOf(drawn('Polygon', a, b, c))).toEqual({ type: 'Polygon', coordinates: [[a, b, c, a]] })
  })

  it('finishes a point with its first click and replaces it with the next', () => {
    const point = drawn('Point', a)
    expect(point.finished).toBe(true)
    expect(geometryOf(takeStep(point, { type: 'add', position: b }))).toEqual({
      type: 'Point',
      coordinates: b,
    })
  })

  it('does not finish a line of one vertex', () => {
    expect(takeStep(drawn('LineString', a), { type: 'finish' }).finished).toBe(false)
    expect(takeStep(drawn('LineString', a, b), { type: 'finish' }).finished).toBe(true)
  })

  it('moves, inserts and removes vertices and keeps the touched one selected', () => {
    const line = drawn('LineString', a, c)
    const longer = takeStep(line, { type: 'insert', index: 1, position: b })
    expect(longer.vertices).toEqual([a, b, c])
    expect(longer.selected).toBe(1)
    expect(takeStep(longer, { type: 'move', index: 0, position: c }).vertices[0]).toEqual(c)
    expect(takeStep(longer, { type: 'remove', index: 2 }).vertices).toEqual([a, b])
  })

  it('keeps the last vertices that make a finished shape a shape', () => {
    const area = takeStep(drawn('Polygon', a, b, c), { type: 'finish' })
    expect(takeStep(area, { type: 'remove', index: 0 })).toBe(area)
  })

  it('shifts holes together with the outer ring', () => {
    const sketch = sketchOf({
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [4, 0],
          [4, 4],
          [0, 4],
          [0, 0],
        ],
        [
          [1, 1],
          [2, 1],
          [2, 2],
          [1, 1],
        ],
      ],
    }) as Sketch
    expect(geometryOf(takeStep(sketch, { type: 'shift', by: [10, 0] }))).toEqual({
      type: 'Polygon',
      coordinates: [
        [
          [10, 0],
          [14, 0],
          [14, 4],
          [10, 4],
          [10, 0],
        ],
        [
          [11, 1],
          [12, 1],
          [12, 2],
          [11, 1],
        ],
      ],
    })
  })

  it('ignores a step with an index outside', () => {
    const line = drawn('LineString', a, b)
    expect(takeStep(line, { type: 'move', index: 7, position: c })).toBe(line)
    expect(takeStep(line, { type: 'select', index: 2 })).toBe(line)
  })

  it('reads back every kind it writes and says no to several parts', () => {
    for (const sketch of [drawn('Point', a), drawn('LineString', a, b), drawn('Polygon', a, b, c)]) {
      const geometry = geometryOf(sketch)
      expect(geometry && geometryOf(sketchOf(geometry) as Sketch)).toEqual(geometry)
    }
    const square = [
      [
        [0, 0],
        [1, 0],
        [1, 1],
        [0, 0],
      ],
    ]
    expect(sketchOf({ type: 'MultiPolygon', coordinates: [square, square] })).toBeNull()
  })

  it('offers midpoints around the whole ring of an area, but not between the ends of a line', () => {
    expect(midpoints(takeStep(drawn('Polygon', a, b, c), { type: 'finish' })).map((m) => m.index)).toEqual([
      1, 2, 3,
    ])
    expect(midpoints(takeStep(drawn('LineString', a, b, c), { type: 'finish' })).map((m) => m.index)).toEqual(
      [1, 2],
    )
    expect(midpoints(drawn('LineString', a, b, c))).toEqual([])
  })
})
