import { describe, expect, it } from 'vitest'
import { closes, gripAt } from './gestures.ts'
import { emptySketch, type Position, type Sketch } from './sketch.ts'

const project = ([x, y]: Position) => ({ x, y })
const area: Sketch = {
  ...emptySketch('Polygon'),
  vertices: [
    [0, 0],
    [100, 0],
    [100, 100],
    [0, 100],
  ],
  finished: true,
}
const at = (x: number, y: number, sketch: Sketch = area) => gripAt(sketch, { x, y }, project, 12)

describe('a grip', () => {
  it('is the vertex before the midpoint before the body', () => {
    expect(at(98, 3)).toEqual({ type: 'vertex', index: 1 })
    expect(at(100, 52)).toEqual({ type: 'midpoint', index: 2 })
    expect(at(50, 30)).toEqual({ type: 'body' })
    expect(at(140, 50)).toBeNull()
  })

  it('is never a midpoint or a body while the shape is being drawn', () => {
    expect(at(50, 0, { ...area, finished: false })).toBeNull()
    expect(at(50, 30, { ...area, finished: false })).toBeNull()
  })

  it('is the body of a line along its length only', () => {
    const line: Sketch = {
      ...area,
      kind: 'LineString',
      vertices: [
        [0, 0],
        [200, 0],
      ],
    }
    expect(at(30, 8, line)).toEqual({ type: 'body' })
    expect(at(30, 20, line)).toBeNull()
  })
})

it('ends an area on its first or last vertex and a line on its last', () => {
  const line: Sketch = {
    ...emptySketch('LineString'),
    vertices: [
      [0, 0],
      [100, 0],
      [100, 100],
    ],
  }
  expect(closes(line, { x: 101, y: 99 }, project, 12)).toBe(true)
  expect(closes(line, { x: 1, y: 1 }, project, 12)).toBe(false)
  expect(closes({ ...line, kind: 'Polygon' }, { x: 1, y: 1 }, project, 12)).toBe(true)
  expect(closes({ ...line, vertices: [[0, 0]] }, { x: 0, y: 0 }, project, 12)).toBe(false)
})
