import type { Geometry } from 'geojson'
import { expect, test } from 'vitest'
import { areaOf } from '../ground/boxes.ts'
import { commonBox, isTellable } from './common-box.ts'

const at = (lon: number, lat: number): Geometry => ({ type: 'Point', coordinates: [lon, lat] })

test('all plans are reckoned over one box about all their measures', () => {
  const box = commonBox([at(14.15, 56.03), at(14.155, 56.032)])!
  expect(box[0]).toBeLessThan(14.15)
  expect(box[3]).toBeGreaterThan(56.032)
  expect(isTellable(box)).toBe(true)
})

test('measures far apart are held by a narrower margin before the box is too large', () => {
  const far = [at(14.15, 56.03), at(14.178, 56.0457)]
  const box = commonBox(far)!
  expect(areaOf(box)).toBeLessThanOrEqual(4_000_000)
  expect(isTellable(box)).toBe(true)
})

test('plans in different parts of town have a box that nobody tells of', () => {
  expect(isTellable(commonBox([at(14.1, 56), at(14.2, 56.1)])!)).toBe(false)
  expect(commonBox([])).toBeNull()
})
