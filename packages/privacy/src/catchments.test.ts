import { type Position, toWgs84 } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Area } from './area.ts'
import { catchmentsOf, referencesOf, snap } from './catchments.ts'
import { rules } from './rules.ts'
import { ringOfSquare, squareOf } from './square.ts'

const box = (name: string, x: number): Area => ({
  name,
  polygons: [
    [
      [
        [x, 0],
        [x + 1000, 0],
        [x + 1000, 1000],
        [x, 1000],
        [x, 0],
      ],
    ],
  ],
})
const areas = [box('west', 0), box('east', 1000)]
const position = fc.tuple(fc.integer({ min: -400, max: 2400 }), fc.integer({ min: -400, max: 1400 }))
const town = fc.array(position, { maxLength: 300 })
const areaOf = ([x, y]: Position) =>
  y < 0 || y > 1000 || x < 0 || x > 2000 ? '' : x >= 1000 ? 'east' : 'west'

test('every catchment holds at least eight addresses, and a place is told as a point of its own area', () => {
  fc.assert(
    fc.property(town, fc.array(position, { minLength: 1, maxLength: 30 }), (addresses, places) => {
      const made = catchmentsOf(addresses, areas, rules)
      for (const { addresses: held, area, at } of referencesOf(made)) {
        expect(held).toBeGreaterThanOrEqual(rules.leastAddresses)
        expect(areaOf(at)).toBe(area)
        const in_it = new Set(
          addresses.filter((one) => snap(one, made, { ...rules, farthest: Infinity })?.at === at).map(String),
        )
        expect(in_it.size).toBe(held)
      }
      for (const place of places) {
        const reference = snap(place, made, rules)
        if (reference) expect(reference.area).toBe(areaOf(place))
        const near = addresses.filter((one) => areaOf(one) === areaOf(place))
        if (new Set(near.map(String)).size < rules.leastAddresses) expect(reference).toBeNull()
      }
    }),
  )
})

test('neither the order of addresses nor of areas matters, nor how often an address is named', () => {
  fc.assert(
    fc.property(town, position, (addresses, place) => {
      const one = snap(place, catchmentsOf(addresses, areas, rules), rules)
      const other = catchmentsOf([...addresses, ...addresses].reverse(), [...areas].reverse(), rules)
      expect(snap(place, other, rules)).toEqual(one)
    }),
  )
})

test('a place far from every reference point is told as none', () => {
  const addresses = Array.from({ length: 8 }, (_, i): Position => [i * 10, -300])
  const made = catchmentsOf(addresses, areas, rules)
  expect(snap([0, -300], made, rules)).not.toBeNull()
  expect(snap([0, -3000], made, rules)).toBeNull()
})

test('squares are the same wherever one stands in them, and named by their corner', () => {
  const name = squareOf([447_249.9, 6_209_000], rules.grid)
  expect(name).toBe('E447000N6209000')
  expect(squareOf([447_000, 6_209_249.9], rules.grid)).toBe(name)
  expect(ringOfSquare(name, rules.grid)[2]).toEqual(toWgs84(3006, [447_250, 6_209_250]))
  expect(() => ringOfSquare('here', rules.grid)).toThrow(RangeError)
})
