import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type SuppressedTable, sumPublished, suppressTable, suppressTables } from './suppression.ts'

/** Every number of a table: its cells, its row totals, its column totals, its total; each as what it adds up of the cells. */
function numbersOf(rows: number, columns: number): number[][] {
  const places = Array.from({ length: rows * columns }, (_, i) => i)
  const one = (holds: (row: number, column: number) => boolean) =>
    places.map((i) => Number(holds(Math.floor(i / columns), i % columns)))
  return [
    ...places.map((i) => one((row, column) => row * columns + column === i)),
    ...Array.from({ length: rows }, (_, i) => one((row) => row === i)),
    ...Array.from({ length: columns }, (_, j) => one((_, column) => column === j)),
    one(() => true),
  ]
}

const published = ({ cells, rowTotals, columnTotals, total }: SuppressedTable) => [
  ...cells.flat(),
  ...rowTotals,
  ...columnTotals,
  total,
]

function rankOf(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row])
  let rank = 0
  for (let column = 0; column < (rows[0]?.length ?? 0); column += 1) {
    const pivot = rows.findIndex((row, i) => i >= rank && Math.abs(row[column]!) > 1e-9)
    if (pivot === -1) continue
    ;[rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!]
    for (let i = rank + 1; i < rows.length; i += 1) {
      const factor = rows[i]![column]! / rows[rank]![column]!
      rows[i] = rows[i]!.map((value, j) => value - factor * rows[rank]![j]!)
    }
    rank += 1
  }
  return rank
}

/** Every table of so small counts whose numbers are those that were published: what an attacker cannot tell apart. */
function* candidates(
  rows: number,
  columns: number,
  known: readonly (number | null)[],
  most: number,
): Generator<number[]> {
  const sums = numbersOf(rows, columns)
  const table = Array.from({ length: rows * columns }, () => 0)
  function* from(place: number): Generator<number[]> {
    if (place === table.length) {
      const all = sums.map((holds) => holds.reduce((sum, holds, i) => sum + holds * table[i]!, 0))
      if (known.every((value, i) => value === null || value === all[i])) yield all
      return
    }
    const fixed = known[place] ?? null
    for (let value = fixed ?? 0; value <= (fixed ?? most); value += 1) {
      table[place] = value
      yield* from(place + 1)
    }
  }
  yield* from(0)
}

const table = (rows: [number, number], columns: [number, number], most: number) =>
  fc
    .tuple(fc.integer({ min: rows[0], max: rows[1] }), fc.integer({ min: columns[0], max: columns[1] }))
    .chain(([r, c]) =>
      fc.array(
        fc.array(
          fc.oneof(
            { weight: 2, arbitrary: fc.integer({ min: 0, max: 6 }) },
            fc.integer({ min: 0, max: most }),
          ),
          { minLength: c, maxLength: c },
        ),
        {
          minLength: r,
          maxLength: r,
        },
      ),
    )

describe('the suppression of small counts', () => {
  it('withholds what is small, and enough beside it', () => {
    const { cells, rowTotals, columnTotals, total } = suppressTable([
      [2, 20, 30],
      [11, 12, 13],
      [14, 15, 16],
    ])
    expect(cells.flat().filter((n) => n === null)).toHaveLength(4)
    expect(cells[0]![0]).toBeNull()
    expect([rowTotals, columnTotals, total]).toEqual([[52, 36, 45], [27, 47, 59], 133])
  })

  it('leaves a table alone in which nothing is small, and tells nothing of one with hardly anything', () => {
    expect(suppressTable([[5, 9]])).toMatchObject({ cells: [[5, 9]], total: 14, withheld: 0 })
    expect(suppressTable([[1, 3]])).toMatchObject({ cells: [[null, null]], rowTotals: [null], total: null })
    // Two that are small and add up to what only two fours do.
    expect(suppressTable([[4, 4]]).total).toBeNull()
    expect(() => suppressTable([[1, 2], [3]])).toThrow(RangeError)
    expect(() => suppressTable([[1.5]])).toThrow(RangeError)
  })

  it('lets no withheld number be a combination of published ones', () => {
    fc.assert(
      fc.property(table([1, 13], [1, 6], 40), (counts) => {
        const shown = published(suppressTable(counts))
        const numbers = numbersOf(counts.length, counts[0]!.length)
        const known = numbers.filter((_, i) => shown[i] !== null)
        const rank = rankOf(known)
        for (const [i, value] of shown.entries())
          if (value === null) expect(rankOf([...known, numbers[i]!])).toBe(rank + 1)
          else expect(value).toBeGreaterThanOrEqual(5)
      }),
      { numRuns: 100, seed: 48 },
    )
  })

  it('leaves whoever tries every table at least five wide in the dark', () => {
    fc.assert(
      fc.property(table([2, 2], [2, 2], 9), (counts) => {
        const shown = published(suppressTable(counts))
        const low = shown.map(() => Infinity)
        const high = shown.map(() => -Infinity)
        for (const all of candidates(2, 2, shown, 14))
          for (const [i, value] of all.entries()) {
            low[i] = Math.min(low[i]!, value)
            high[i] = Math.max(high[i]!, value)
          }
        for (const [i, value] of shown.entries())
          if (value === null) expect(high[i]! - low[i]!).toBeGreaterThanOrEqual(5)
      }),
      { numRuns: 25, seed: 48 },
    )
  })

  it('tells nothing of a second table of the same events where their number is withheld', () => {
    const areas = [
      [1, 0],
      [2, 1],
    ]
    const hours = [[4, 0, 0]]
    const [first, second] = suppressTables([areas, hours])
    expect([first?.total, second?.total, second?.cells]).toEqual([null, null, [[null, null, null]]])
    const [third, fourth] = suppressTables([[[20, 30]], [[40, 10]]])
    expect([third?.total, fourth?.cells]).toEqual([50, [[40, 10]]])
  })

  it('adds up over weeks what was published and nothing else', () => {
    const weeks = [[[8, 2, 9]], [[7, 6, 9]], [[1, 1, 12]]].map((counts) => suppressTable(counts))
    const { cells, total } = sumPublished(weeks)
    const shown = weeks.map((week) => week.cells[0]![1] ?? null)
    expect(cells[0]![1]).toEqual({ atLeast: 6, withheld: shown.filter((n) => n === null).length })
    expect(total).toEqual({ atLeast: 55, withheld: 0 })
  })
})
