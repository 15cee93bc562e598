import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hilbert, sortedPlaces } from './hilbert.ts'

test('neighbours on the curve are neighbours on the map', () => {
  const side = 64
  const cells = Array.from({ length: side * side }, (_, i) => [i % side, Math.floor(i / side)] as const)
  const keys = Uint32Array.from(cells, ([x, y]) => hilbert(x, y))
  const path = Array.from(sortedPlaces(keys), (place) => cells[place]!)
  expect(new Set(keys).size).toBe(side * side)
  for (let i = 1; i < path.length; i++)
    expect(Math.abs(path[i]![0] - path[i - 1]![0]) + Math.abs(path[i]![1] - path[i - 1]![1])).toBe(1)
})

test('few and many keys are put in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { minLength: 5000, maxLength: 6000 }),
      (all) => {
        const expected = all.map((key, at) => ({ key, at })).sort((a, b) => a.key - b.key || a.at - b.at)
        expect([...sortedPlaces(Uint32Array.from(all))]).toEqual(expected.map(({ at }) => at))
        const few = all.slice(0, 50)
        expect([...sortedPlaces(Uint32Array.from(few))]).toEqual(
          few
            .map((key, at) => ({ key, at }))
            .sort((a, b) => a.key - b.key || a.at - b.at)
            .map(({ at }) => at),
        )
      },
    ),
    { numRuns: 5 },
  )
})
