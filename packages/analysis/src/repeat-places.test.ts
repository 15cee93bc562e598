import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IncidentColumns } from './incidents/columns.ts'
import { seeded } from './random.ts'
import { type RepeatParameters, repeatPlaces } from './repeat-places.ts'
import { madeIncidents } from './testing/made-incidents.ts'
import { hasSharedData, york } from './testing/shared-data.ts'

const read = (incidents: IncidentColumns, parameters: Partial<RepeatParameters> = {}) => {
  const result = repeatPlaces(incidents, { tolerance: 0, possible: null, ...parameters })
  if (isRefusal(result)) throw new Error(result.text.en)
  return result
}

describe('repeat places', () => {
  it('are those with two incidents or more, within the tolerance of the fullest', () => {
    const x = [0, 0, 0, 4, 8, 100, 104, 500]
    const here = read(madeIncidents({ x, y: x.map(() => 0), precision: [0, 0, 0, 0, 0, 1, 0, 2] }))
    expect(here).toMatchObject({ n: 7, places: 5, repeated: 1, atRepeated: 3 })
    expect(here.leftOut).toEqual([{ reason: 'position', count: 1 }])
    const wider = read(madeIncidents({ x, y: x.map(() => 0) }), { tolerance: 5 })
    // 8 is near 4, but 4 belongs to the place at 0: no place grows into a street.
    expect(wider.list).toEqual([
      { x: 0, y: 0, incidents: 4 },
      { x: 100, y: 0, incidents: 2 },
    ])
    expect(wider.places).toBe(4)
  })

  it('are expected by chance as often as chance makes them', () => {
    const random = seeded(11)
    let [repeated, held, expected, byChance] = [0, 0, 0, 0]
    for (let run = 0; run < 60; run++) {
      const x = Float64Array.from({ length: 1500 }, () => 10 * random.below(1000))
      const result = read(madeIncidents({ x }), { possible: 1000 })
      repeated += result.atRepeated / 60
      held += result.held[2]!.held / 60
      expected = result.expectedAtRepeated
      byChance = result.held[2]!.expected
    }
    expect(repeated / expected).toBeCloseTo(1, 2)
    expect(held / byChance).toBeCloseTo(1, 1)
  })

  it('are the same moved and in any order, and twice as full where all is doubled', () => {
    const rows = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 9 }), (list, tolerance) => {
        const made = (all: readonly (readonly [number, number])[], shift = 0) =>
          read(madeIncidents({ x: all.map(([x]) => x + shift), y: all.map(([, y]) => y - shift) }), {
            tolerance,
          })
        const here = made(list)
        const there = made(list.toReversed(), 512)
        expect(there.list.map(({ x, y, incidents }) => [x - 512, y + 512, incidents])).toEqual(
          here.list.map(({ x, y, incidents }) => [x, y, incidents]),
        )
        const twice = made([...list, ...list])
        expect(twice.places).toBe(here.places)
        expect(twice.repeated).toBe(here.places)
        expect(twice.held.map(({ held }) => held)).toEqual(here.held.map(({ held }) => held))
      }),
    )
  })

  it('refuse none, places larger than a town and fewer possible than there are', () => {
    const codeOf = (incidents: IncidentColumns, parameters: RepeatParameters) => {
      const result = repeatPlaces(incidents, parameters)
      return isRefusal(result) ? result.code : 'result'
    }
    expect(codeOf(madeIncidents({}), { tolerance: 0, possible: null })).toBe('none')
    expect(codeOf(madeIncidents({ x: [1] }), { tolerance: -1, possible: null })).toBe('tolerance')
    expect(codeOf(madeIncidents({ x: [1, 2] }), { tolerance: 0, possible: 1 })).toBe('possible-places')
  })

  it.skipIf(!hasSharedData)('warn that in York positions were moved to shared points', () => {
    const result = read(york())
    expect(result).toMatchObject({ n: 1814, places: 826 })
    expect(result.list[0]!.incidents).toBe(34)
    expect(result.remarks.map(({ code }) => code)).toEqual(['snapped'])
  })
})
