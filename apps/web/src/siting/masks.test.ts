import { expect, test } from 'vitest'
import { masksIn, withMask, writeMasks } from './masks.ts'

const drawn = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [14.123456789, 56],
      [14.2, 56],
      [14.2, 56.1],
      [14.123456789, 56],
    ],
  ],
}

test('a mask that is drawn is written to the field and read back', () => {
  const masks = withMask(masksIn(''), drawn)
  expect(masks[0]![0]![0]).toEqual([14.1234568, 56])
  expect(masksIn(writeMasks(masks))).toEqual(masks)
  expect(masksIn(writeMasks(withMask(masks, drawn)))).toHaveLength(2)
})

test('the field is empty where the last mask is taken away, and what is no area adds none', () => {
  expect(writeMasks([])).toBe('')
  expect(withMask([], { type: 'Point', coordinates: [14, 56] })).toEqual([])
  expect(masksIn('nonsense')).toEqual([])
  expect(masksIn(null)).toEqual([])
})
