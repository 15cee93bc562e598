import { isRefusal } from '@trygghetskartan/geo'
import { expect, test } from 'vitest'
import { squareMetresOf } from '../area/study-area.ts'
import { streetSegments } from '../streets/segments.ts'
import { areaOf, rectangle } from '../testing/areas.ts'
import { streetOutline } from './street-outline.ts'

const area = areaOf(rectangle(449_000, 6_209_000, 450_000, 6_210_000))
const block = [
  [449_200, 6_209_200],
  [449_400, 6_209_200],
  [449_400, 6_209_400],
  [449_200, 6_209_400],
  [449_200, 6_209_200],
] as [number, number][]

test('a street is a band of ground, and streets about a block leave its middle out', () => {
  const segments = streetSegments([block], area)
  if (isRefusal(segments)) throw new Error(segments.code)
  expect(segments.length).toBe(8)
  const [street, around] = [[0, 1], segments.line.map((_, i) => i)].map((chosen) => {
    const rings = streetOutline(segments, [...chosen])
    if (isRefusal(rings)) throw new Error(rings.code)
    return rings
  })
  expect(street).toHaveLength(1)
  // 200 m with 25 m on each side, and half a disc at each end.
  const expected = 200 * 50 + Math.PI * 25 ** 2
  expect(squareMetresOf({ srid: 3006, polygons: [street!] }) / expected).toBeCloseTo(1, 1)
  expect(around).toHaveLength(2)
})
