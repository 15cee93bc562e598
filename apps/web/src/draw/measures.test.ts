import { metresBetween } from '@trygghetskartan/geo'
import { expect, it } from 'vitest'
import { areaOf, measuresOf, movedBy, writeArea, writeLength } from './measures.ts'
import { emptySketch, type Position } from './sketch.ts'

const square = (metres: number): Position[] => {
  const a: Position = [14.156, 56.029]
  const b = movedBy(a, metres, 0)
  return [a, b, movedBy(b, 0, metres), movedBy(a, 0, metres)]
}

it('moves a metre when told to move a metre', () => {
  const from: Position = [14.156, 56.029]
  expect(metresBetween(from, movedBy(from, 1, 0))).toBeCloseTo(1, 4)
  expect(metresBetween(from, movedBy(from, 0, -10))).toBeCloseTo(10, 4)
})

it('measures a square of a hundred metres as a hectare within three parts in a thousand', () => {
  expect(Math.abs(areaOf(square(100)) / 10_000 - 1)).toBeLessThan(0.003)
  expect(areaOf(square(100).toReversed())).toBeCloseTo(areaOf(square(100)), 6)
})

it('counts the place under the pointer while drawing and not after', () => {
  const [a, b, c] = square(50) as [Position, Position, Position]
  const line = { ...emptySketch('LineString'), vertices: [a, b] }
  expect(measuresOf(line, c).length).toBeCloseTo(100, 1)
  expect(measuresOf({ ...line, finished: true }, c).length).toBeCloseTo(50, 1)
  expect(measuresOf({ ...emptySketch('Polygon'), vertices: [a, b] }, c).area).toBeCloseTo(1250, -1)
  expect(measuresOf(emptySketch('Point'), c)).toEqual({ length: null, area: null })
})

it('takes holes out of the area', () => {
  const outer = square(100)
  const sketch = { ...emptySketch('Polygon'), vertices: outer, finished: true }
  expect(measuresOf({ ...sketch, holes: [square(50)] }, null).area).toBeCloseTo(7500, -2)
})

it('measures nothing where a corner is put on another', () => {
  const [a, b] = square(50) as [Position, Position]
  expect(measuresOf({ ...emptySketch('Polygon'), vertices: [a, b, a] }, null).area).toBe(0)
  expect(measuresOf({ ...emptySketch('Polygon'), vertices: [a, a, a] }, null)).toEqual({ length: 0, area: 0 })
})

it('writes measures the Swedish way, with a unit that fits', () => {
  expect(writeLength(8.44, 'sv')).toBe('8,4 m')
  expect(writeLength(312.4, 'sv')).toBe('312 m')
  expect(writeLength(2410, 'sv')).toBe('2,41 km')
  expect(writeArea(84.2, 'sv')).toBe('84 m²')
  expect(writeArea(15_230, 'sv')).toBe('1,52 ha')
})
