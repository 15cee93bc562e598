import { areaProblem } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { squaresOutline } from './squares-outline.ts'
import { squareMetresOf } from './study-area.ts'

const outlineOf = (rows: readonly string[]) => {
  const columns = rows[0]!.length + 2
  const padded = ['', ...rows.toReversed(), ''].map((row) => ` ${row}`.padEnd(columns))
  return squaresOutline(
    Uint8Array.from(padded.join(''), (sign) => (sign === '#' ? 1 : 0)),
    columns,
  )
}
const areaOf = (polygons: ReturnType<typeof squaresOutline>) => squareMetresOf({ srid: 3006, polygons })

test('squares about a gap are a ring and a hole, without corners on a straight side', () => {
  const polygons = outlineOf(['###', '# #', '###'])
  expect(polygons.map((rings) => rings.map((ring) => ring.length))).toEqual([[5, 5]])
  expect(areaOf(polygons)).toBe(8)
})

test('squares that meet in a corner alone are two polygons', () => {
  expect(outlineOf(['# ', ' #'])).toHaveLength(2)
})

test('a gap that touches the outside in a corner is a hole', () => {
  expect(outlineOf(['## ', '# #', '###']).map((rings) => rings.length)).toEqual([2])
})

test('any squares have a valid outline of their area', () => {
  const rows = fc.array(fc.string({ unit: fc.constantFrom('#', '#', ' '), minLength: 9, maxLength: 9 }), {
    minLength: 1,
    maxLength: 9,
  })
  fc.assert(
    fc.property(rows, (drawn) => {
      const polygons = outlineOf(drawn)
      expect(areaProblem(polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))))).toBe(
        null,
      )
      expect(areaOf(polygons)).toBe(drawn.join('').replaceAll(' ', '').length)
    }),
    { numRuns: 300, seed: 5 },
  )
})
