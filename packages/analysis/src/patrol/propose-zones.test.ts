import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { proposeZones, type ZoneBudget, type ZoneProposal } from './propose-zones.ts'
import type { ZoneUnits } from './zone-units.ts'

/** From pairs told once. */
function neighboursOf(
  units: number,
  pairs: readonly (readonly [number, number])[],
): Pick<ZoneUnits, 'neighbours'> {
  const lists: number[][] = Array.from({ length: units }, () => [])
  for (const [a, b] of pairs) {
    lists[a]!.push(b)
    lists[b]!.push(a)
  }
  const start = Uint32Array.from([0, ...lists.map((_, i) => lists.slice(0, i + 1).flat().length)])
  return { neighbours: { start, index: Uint32Array.from(lists.flat()) } }
}
const around = ({ neighbours: { start, index } }: ZoneUnits, unit: number) =>
  index.subarray(start[unit], start[unit + 1])

/** Squares of 100 m, row by row from the south. */
function squares(rows: readonly (readonly number[])[], shift = 0): ZoneUnits {
  const wide = rows[0]!.length
  const n = rows.length * wide
  const pairs: [number, number][] = []
  for (let i = 0; i < n; i++) {
    if ((i + 1) % wide > 0) pairs.push([i, i + 1])
    if (i + wide < n) pairs.push([i, i + wide])
  }
  return {
    score: rows.flat(),
    size: Array<number>(n).fill(10_000),
    x: Array.from({ length: n }, (_, i) => 100 * (i % wide) + shift),
    y: Array.from({ length: n }, (_, i) => 100 * Math.floor(i / wide) + shift),
    ...neighboursOf(n, pairs),
  }
}
const told = (answer: ReturnType<typeof proposeZones>): ZoneProposal => {
  if (isRefusal(answer)) throw new Error(answer.code)
  return answer
}
const codeOf = (answer: ReturnType<typeof proposeZones>) => (isRefusal(answer) ? answer.code : null)
const budget = (squares: number, more: Partial<ZoneBudget> = {}): ZoneBudget => ({
  total: squares * 10_000,
  zones: 1,
  least: 10_000,
  most: squares * 10_000,
  ...more,
})

const town = [
  [0, 0, 0, 0, 0, 0],
  [0, 9, 8, 0, 0, 0],
  [0, 1, 7, 0, 0, 0],
  [0, 0, 0, 0, 5, 6],
  [0, 0, 0, 0, 1, 0],
]

describe('zones that hold most risk', () => {
  test('lie where it is, with their share of it, PAI and what none can exceed', () => {
    const proposal = told(proposeZones(squares(town), budget(5, { zones: 2, least: 20_000, most: 30_000 })))
    expect(proposal.zones.map(({ units, held }) => [units, held])).toEqual([
      [[7, 8, 14], 24],
      [[22, 23], 11],
    ])
    expect(proposal.share).toBeCloseTo(35 / 37, 12)
    // (24/37) / (3/30)
    expect(proposal.zones[0]!.pai).toBeCloseTo(24 / 3.7, 12)
    expect(proposal.bound.held).toBe(35)
  })

  test('step over poor ground where richer lies behind', () => {
    const gap = [[9, 9, 0, 9, 9]]
    const { zones } = told(proposeZones(squares(gap), budget(5, { reach: 1000 })))
    expect(zones[0]!.units).toEqual([0, 1, 2, 3, 4])
  })

  test('keep within reach of where they began', () => {
    const row = [[1, 1, 1, 9, 1, 1, 1, 1]]
    const { zones } = told(proposeZones(squares(row), budget(8, { reach: 210 })))
    expect(zones[0]!.units).toEqual([1, 2, 3, 4, 5])
  })

  test('of street are reckoned by its metres', () => {
    const streets: ZoneUnits = {
      score: [6, 6, 1],
      size: [50, 200, 40],
      x: [0, 120, 20],
      y: [0, 0, 40],
      ...neighboursOf(3, [
        [0, 1],
        [0, 2],
      ]),
    }
    const { zones, bound, size } = told(
      proposeZones(streets, { total: 100, zones: 1, least: 40, most: 100, reach: 500 }),
    )
    expect([zones[0]!.units, size, zones[0]!.held]).toEqual([[0, 2], 90, 7])
    expect(bound.held).toBeCloseTo(6 + (50 * 6) / 200, 12)
  })
})

describe('what cannot be is refused with its rule', () => {
  const units = squares(town)
  test.each([
    ['budget', budget(3, { zones: 2, least: 20_000 })],
    ['sizes', budget(3, { least: 40_000 })],
    ['zones', budget(3, { zones: 0 })],
    ['coarse', budget(3, { least: 5000, most: 9000 })],
  ])('%s', (code, asked) => expect(codeOf(proposeZones(units, asked))).toBe(code))

  test('ground where nothing happens, and ground too small for a zone', () => {
    expect(codeOf(proposeZones(squares([[0, 0]]), budget(1)))).toBe('no-risk')
    expect(codeOf(proposeZones(squares([[3, 1]]), budget(3, { least: 30_000 })))).toBe('no-room')
  })
})

/** The most that one connected zone of at most so many squares holds, by trying all. */
function bestByAll(all: ZoneUnits, most: number): number {
  const { score } = all
  let best = 0
  for (let set = 1; set < 1 << score.length; set++) {
    const units = Array.from({ length: score.length }, (_, i) => i).filter((i) => set & (1 << i))
    if (units.length > most) continue
    let seen = set & -set
    for (let before = 0; before !== seen; ) {
      before = seen
      for (const i of units) if (seen & (1 << i)) for (const j of around(all, i)) seen |= (1 << j) & set
    }
    if (seen === set)
      best = Math.max(
        best,
        units.reduce((sum, i) => sum + score[i]!, 0),
      )
  }
  return best
}

const grids = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 4 }), {
  minLength: 3,
  maxLength: 3,
})

test('no proposal exceeds the best there is, which no bound falls short of; most are close to it', () => {
  const shares: number[] = []
  fc.assert(
    fc.property(grids, fc.integer({ min: 1, max: 6 }), (rows, most) => {
      const units = squares(rows)
      fc.pre(rows.flat().some((score) => score > 0))
      const proposal = told(proposeZones(units, budget(most, { reach: 1000 })))
      const best = bestByAll(units, most)
      expect(proposal.held).toBeLessThanOrEqual(best)
      expect(proposal.bound.held).toBeGreaterThanOrEqual(best)
      shares.push(proposal.held / best)
    }),
    { numRuns: 60, seed: 5 },
  )
  expect(shares.reduce((sum, share) => sum + share) / shares.length).toBeGreaterThan(0.95)
})

const larger = fc.array(fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 9, maxLength: 9 }), {
  minLength: 9,
  maxLength: 9,
})
const held = (answer: ReturnType<typeof proposeZones>) => (isRefusal(answer) ? 0 : answer.held)

test('a larger budget never holds less; zones hold together, keep their sizes and do not touch', () => {
  fc.assert(
    fc.property(
      larger,
      fc.integer({ min: 6, max: 30 }),
      fc.integer({ min: 0, max: 6 }),
      (rows, size, more) => {
        const units = squares(rows)
        const asked = { zones: 3, least: 20_000, most: 90_000 }
        const small = proposeZones(units, budget(size, asked))
        const big = proposeZones(units, budget(size + more, asked))
        expect(held(big)).toBeGreaterThanOrEqual(held(small))
        if (isRefusal(small)) return
        expect(small.size).toBeLessThanOrEqual(size * 10_000)
        expect(small.held).toBeLessThanOrEqual(small.bound.held)
        const owner = new Map(
          small.zones.flatMap(({ units: own }, z) => own.map((unit) => [unit, z] as const)),
        )
        for (const [z, { units: own, size: ground }] of small.zones.entries()) {
          expect(ground).toBeGreaterThanOrEqual(asked.least)
          expect(ground).toBeLessThanOrEqual(asked.most)
          const seen = new Set([own[0]!])
          for (const unit of seen)
            for (const next of around(units, unit)) {
              if (owner.has(next)) expect(owner.get(next)).toBe(z)
              if (own.includes(next)) seen.add(next)
            }
          expect(seen.size).toBe(own.length)
        }
      },
    ),
    { numRuns: 60, seed: 5 },
  )
})

test('neither where the map begins nor the order of the cells matters', () => {
  fc.assert(
    fc.property(larger, fc.integer({ min: -9000, max: 9000 }), (rows, shift) => {
      const asked = budget(12, { zones: 3, least: 20_000, most: 60_000 })
      const plain = proposeZones(squares(rows), asked)
      expect(proposeZones(squares(rows, shift), asked)).toEqual(plain)
      if (isRefusal(plain)) return
      const turned = told(proposeZones(reversed(squares(rows)), asked))
      const back = turned.zones.map(({ units }) => units.map((unit) => 80 - unit).sort((a, b) => a - b))
      expect(back.sort()).toEqual(plain.zones.map(({ units }) => [...units]).sort())
    }),
    { numRuns: 40, seed: 5 },
  )
})

/** The same units, the last first. */
function reversed(units: ZoneUnits): ZoneUnits {
  const { score, size, x, y } = units
  const n = score.length
  const turn = (values: ArrayLike<number>) => Array.from(values).reverse()
  const pairs: [number, number][] = []
  for (let i = 0; i < n; i++) for (const j of around(units, i)) if (i < j) pairs.push([n - 1 - i, n - 1 - j])
  return { score: turn(score), size: turn(size), x: turn(x), y: turn(y), ...neighboursOf(n, pairs) }
}
