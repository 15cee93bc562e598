import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { methods, readHotspotView, writeHotspotView } from './hotspot-view.ts'

const name = fc.stringMatching(/^[a-z][a-z0-9_]{0,20}$/)
const value = fc.stringMatching(/^[a-z0-9_]{1,12}$/)
const degrees = (most: number) => fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => n / 1e5)
const hotspotViews = fc
  .record(
    {
      method: fc.constantFrom(...methods),
      kinds: fc.uniqueArray(value, { minLength: 1, maxLength: 4 }),
      hours: fc
        .uniqueArray(fc.integer({ min: 0, max: 167 }), { minLength: 1, maxLength: 167 })
        .map((hours) => hours.sort((a, b) => a - b)),
      sources: fc.uniqueArray(value, { minLength: 1, maxLength: 3 }),
      shape: fc.constantFrom('hexagon' as const, 'square' as const),
      cell: fc.integer({ min: 25, max: 2000 }),
      bandwidth: fc.integer({ min: 25, max: 5000 }),
      area: fc.oneof(
        fc.constant({ of: 'box' as const, box: [14.1, 56, 14.2, 56.05] as const }),
        fc.record({
          of: fc.constant('ring' as const),
          ring: fc.array(fc.tuple(degrees(180), degrees(85)), { minLength: 3, maxLength: 9 }),
        }),
        fc.record({ of: fc.constant('object' as const), layer: name, id: fc.uuid() }),
      ),
      against: fc.constantFrom('before' as const, 'year' as const),
    },
    { requiredKeys: [] },
  )
  .filter((view) => Object.keys(view).length > 0)

test('a view of hotspots comes back from its address as it was', () => {
  fc.assert(
    fc.property(hotspotViews, (view) => {
      expect(readHotspotView(writeHotspotView(view))).toEqual(view)
    }),
  )
})

describe('what is malformed in an address is left out', () => {
  test.each([
    ['a method we do not know', { method: 'tea-leaves' }],
    ['hours of a day that is none', { hours: '8:0-6' }],
    ['hours that end before they begin', { hours: '5:22-3' }],
    ['every hour of the week, which chooses nothing', { hours: '1-7:0-24' }],
    ['cells too small to draw', { cell: '1' }],
    ['an area inside out', { area: 'box:15,56,14,57' }],
    ['an area of two corners', { area: 'ring:14,56_15,56' }],
  ])('%s', (_, texts) => {
    expect(readHotspotView(texts)).toBeUndefined()
  })

  test('and the rest still holds', () => {
    expect(readHotspotView({ method: 'tea-leaves', bandwidth: '300' })).toEqual({ bandwidth: 300 })
  })
})
