import { describe, expect, test } from 'vitest'
import { type TestGeometry, toWkb } from './testing.ts'
import { readWkb } from './wkb.ts'

const read = (bytes: Uint8Array) => {
  const parts: { hole: boolean; vertices: [number, number][] }[] = []
  let vertices: [number, number][] = []
  const answer = readWkb(bytes, {
    vertex: (x, y) => vertices.push([x, y]),
    endPart(hole) {
      parts.push({ hole, vertices })
      vertices = []
    },
  })
  return { answer, parts }
}

const square: [number, number][] = [
  [0, 0],
  [4, 0],
  [4, 4],
  [0, 4],
  [0, 0],
]
const hole: [number, number][] = [
  [1, 1],
  [1, 2],
  [2, 2],
  [1, 1],
]

describe('reading WKB', () => {
  test.each<[TestGeometry, number, number]>([
    [{ type: 'Point', coordinates: [1, 2] }, 1, 1],
    [{ type: 'MultiPoint', coordinates: square }, 1, 5],
    [{ type: 'LineString', coordinates: square }, 2, 1],
    [{ type: 'MultiLineString', coordinates: [square, hole] }, 2, 2],
    [{ type: 'Polygon', coordinates: [square, hole] }, 3, 2],
    [{ type: 'MultiPolygon', coordinates: [[square, hole], [square]] }, 3, 3],
  ])('finds every part of $0.type', (geometry, type, count) => {
    const { answer, parts } = read(toWkb(geometry))
    expect(answer).toEqual({ type })
    expect(parts).toHaveLength(count)
    expect(parts.flatMap(({ vertices }) => vertices)).toEqual(
      geometry.type === 'Point'
        ? [geometry.coordinates]
        : geometry.coordinates.flat(
            geometry.type === 'MultiPolygon'
              ? 2
              : geometry.type === 'Polygon' || geometry.type === 'MultiLineString'
                ? 1
                : 0,
          ),
    )
  })

  test('tells holes from outer rings', () => {
    const { parts } = read(toWkb({ type: 'MultiPolygon', coordinates: [[square, hole], [square]] }))
    expect(parts.map((part) => part.hole)).toEqual([false, true, false])
  })

  test('passes over the SRID and the heights of EWKB', () => {
    const bytes = Buffer.from('01010000A0E6100000000000000000F03F00000000000000400000000000000840', 'hex')
    expect(read(bytes)).toEqual({ answer: { type: 1 }, parts: [{ hole: false, vertices: [[1, 2]] }] })
  })

  test.each([
    ['a big-endian point', '00000000013FF00000000000004000000000000000', 'big-endian'],
    ['a collection', '010700000000000000', 'unsupported-type'],
    ['a curve', '010800000000000000', 'unsupported-type'],
    ['an empty point', '0101000000000000000000F87F000000000000F87F', 'empty'],
    ['an empty polygon', '010300000000000000', 'empty'],
    ['a point at infinity', '0101000000000000000000F07F0000000000000040', 'not-finite'],
    ['nothing', '', 'truncated'],
    ['a line that says it has four billion vertices', '0102000000FFFFFFFF', 'truncated'],
    ['a multipoint of lines', '0104000000010000000102000000010000000000000000000000', 'mixed-types'],
  ])('refuses %s', (_, hex, problem) => {
    expect(read(Buffer.from(hex, 'hex')).answer).toEqual({ problem })
  })

  test('refuses every beginning of a geometry that is cut short', () => {
    const bytes = toWkb({ type: 'MultiPolygon', coordinates: [[square, hole]] })
    for (let length = 0; length < bytes.length; length++)
      expect(read(bytes.subarray(0, length)).answer).toEqual({ problem: 'truncated' })
  })
})
