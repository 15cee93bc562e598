import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Batch,
  batchesOf,
  inForce,
  type Squares,
  tellSquare,
  tellTogether,
  type Waiting,
} from './release.ts'
import { classify, coarsenTime, type Rules, rules } from './rules.ts'

/** Everything the public is ever told of a world: how many reports came in each square, month by month. */
function published(world: readonly (readonly number[])[], under: Rules, names: readonly string[]): string {
  const squares: Squares = new Map(names.map((name) => [name, new Set(['town'])]))
  let waiting: Waiting[] = []
  const batches: Batch[] = []
  const told = world.map((counts, month) => {
    counts.forEach((count, i) => {
      for (let n = 0; n < count; n += 1)
        waiting.push({
          id: `${month}${i}${n}`,
          square: names[i]!,
          area: 'town',
          reasons: [],
          since: month,
          told: false,
        })
    })
    const made = batchesOf(month, waiting, batches, squares, under)
    batches.push(...made)
    const gone = new Set(made.filter(({ of }) => of === 'square').flatMap(({ reports }) => reports))
    const toldOf = new Set(made.flatMap(({ reports }) => reports))
    waiting = waiting
      .filter(({ id }) => !gone.has(id))
      .map((one) => (toldOf.has(one.id) ? { ...one, told: true } : one))
    const current = inForce(batches, month, under)
    const each = names.map((name) => tellSquare(name, current, under))
    const area = tellTogether(
      each,
      current.filter(({ of }) => of === 'area'),
      under,
    )
    return [...each, area].map(({ level }) => level).join()
  })
  return told.join(';')
}

/** What somebody who knows the rules, all that was published and nothing else can still take each number for. */
function possible(
  months: number,
  most: number,
  under: Rules,
  names: readonly string[] = ['a', 'b', 'c'],
): Map<string, Set<number>[]> {
  const known = new Map<string, Set<number>[]>()
  const size = names.length * months
  for (let code = 0; code < (most + 1) ** size; code += 1) {
    const flat = Array.from({ length: size }, (_, i) => Math.floor(code / (most + 1) ** i) % (most + 1))
    const world = Array.from({ length: months }, (_, month) =>
      flat.slice(month * names.length, (month + 1) * names.length),
    )
    const key = published(world, under, names)
    const sums = world.map((counts) => counts.reduce((a, b) => a + b, 0))
    const columns = names.map((_, i) => world.reduce((sum, counts) => sum + counts[i]!, 0))
    const numbers = [...flat, ...sums, ...columns]
    const sets = known.get(key) ?? numbers.map(() => new Set<number>())
    known.set(key, sets)
    numbers.forEach((number, i) => void sets[i]!.add(number))
  }
  return known
}

/** Numbers below the threshold that are known within fewer than `threshold` values. */
const exposed = (known: Map<string, Set<number>[]>, { threshold }: Rules): number =>
  [...known.values()].flat().filter((set) => Math.min(...set) < threshold && !hasRun(set, threshold)).length

const hasRun = (set: ReadonlySet<number>, length: number): boolean =>
  [...set].some((from) => Array.from({ length }, (_, i) => from + i).every((value) => set.has(value)))

const twos: Rules = { ...rules, threshold: 2, many: 4, months: 2 }
const threes: Rules = { ...rules, threshold: 3, many: 6 }

describe('whoever knows the rules and every release', () => {
  test('cannot tell a number below the threshold closer than as many values: each square, month, sum of squares, sum of months', () => {
    expect(exposed(possible(3, 2, twos), twos)).toBe(0)
    expect(exposed(possible(2, 3, threes), threes)).toBe(0)
  })

  test('could, if areas told of two squares, or reports were told of one by one', () => {
    const loose = { ...threes, quietSquares: 0 }
    expect(exposed(possible(2, 3, loose, ['a', 'b']), threes)).toBeGreaterThan(0)
    expect(exposed(possible(2, 3, threes, ['a', 'b']), threes)).toBe(0)
    expect(exposed(possible(2, 3, { ...threes, threshold: 1, many: 2 }), threes)).toBeGreaterThan(0)
  })

  test('could, if each release counted the months behind it anew', () => {
    // Of a window that slides by a month: three, then two and one, then one.
    const window = (counts: readonly number[], month: number) =>
      classify(
        counts.slice(Math.max(0, month - 1), month + 1).reduce((a, b) => a + b, 0),
        threes,
      )
    const told = (counts: readonly number[]) => counts.map((_, month) => window(counts, month)).join()
    const worlds = Array.from({ length: 4 ** 4 }, (_, code) =>
      [0, 1, 2, 3].map((i) => Math.floor(code / 4 ** i) % 4),
    )
    const like = (counts: readonly number[]) => worlds.filter((other) => told(other) === told(counts))
    const narrow = worlds.filter((counts) =>
      counts.some((count, i) => count < 3 && !hasRun(new Set(like(counts).map((other) => other[i]!)), 3)),
    )
    expect(narrow.length).toBeGreaterThan(0)
  })
})

const report = fc.record({
  id: fc.uuid(),
  square: fc.constantFrom('a', 'b', 'c', 'd'),
  area: fc.constantFrom('north', 'south', ''),
  reasons: fc.uniqueArray(fc.constantFrom('darkness', 'broken_lamp', 'people', 'drugs', 'other', 'decay'), {
    minLength: 1,
  }),
  since: fc.integer({ min: 0, max: 20 }),
  told: fc.boolean(),
})
const town: Squares = new Map(
  ['a', 'b', 'c', 'd'].map((name, i) => [name, new Set([i < 3 ? 'north' : 'south'])]),
)

describe('batches', () => {
  test('are the same whatever the order of the reports, and never of fewer than the threshold', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(report, { selector: ({ id }) => id, maxLength: 60 }),
        fc.nat({ max: 7 }),
        (reports, from) => {
          const shuffled = [...reports].sort((a, b) => (a.id.slice(from) < b.id.slice(from) ? -1 : 1))
          const made = batchesOf(15, reports, [], town, rules)
          expect(batchesOf(15, shuffled, [], town, rules)).toEqual(made)
          for (const { size, reports: ids } of made) {
            expect(size).toBeGreaterThanOrEqual(rules.threshold)
            expect(new Set(ids).size).toBe(size)
          }
        },
      ),
    )
  })

  test('name no category that fewer than the threshold share, and none that points at persons', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(report, { selector: ({ id }) => id, minLength: 20, maxLength: 60 }),
        (reports) => {
          for (const { categories, reports: ids } of batchesOf(15, reports, [], town, rules))
            for (const category of categories) {
              const of = reports.filter(
                ({ id, reasons }) =>
                  ids.includes(id) && reasons.some((reason) => rules.categories[category].includes(reason)),
              )
              expect(of.length).toBeGreaterThanOrEqual(rules.threshold)
            }
        },
      ),
    )
    expect(
      Object.values(rules.categories)
        .flat()
        .filter((reason) => ['people', 'drugs', 'other'].includes(reason)),
    ).toEqual([])
  })

  test('more reports never make an area or a square say less', () => {
    const rank = { none_or_few: 0, some: 1, many: 2 }
    fc.assert(
      fc.property(fc.nat({ max: 30 }), fc.nat({ max: 5 }), (n, more) => {
        const level = (count: number) => {
          const waiting = Array.from(
            { length: count },
            (_, i): Waiting => ({
              id: `${i}`,
              square: 'a',
              area: 'north',
              reasons: [],
              since: 0,
              told: false,
            }),
          )
          return rank[tellSquare('a', batchesOf(0, waiting, [], town, rules), rules).level]
        }
        expect(level(n + more)).toBeGreaterThanOrEqual(level(n))
      }),
    )
  })

  test('late reports wait for the next release, and what was told stays told', () => {
    const five = Array.from(
      { length: 5 },
      (_, i): Waiting => ({ id: `${i}`, square: 'a', area: 'north', reasons: [], since: 3, told: false }),
    )
    expect(batchesOf(2, five, [], town, rules)).toEqual([])
    const [first] = batchesOf(3, five, [], town, rules)
    expect(first).toMatchObject({ of: 'square', name: 'a', month: 3, size: 5 })
    expect(inForce([first!], 14, rules)).toHaveLength(1)
    expect(inForce([first!], 15, rules)).toHaveLength(0)
    expect(batchesOf(15, five, [], town, rules)).toEqual([])
  })
})

test('a number below the threshold is none or few, whatever it is; a time is its month', () => {
  expect([0, 1, 4, 5, 9, 10, 400].map((count) => classify(count, rules))).toEqual([
    'none_or_few',
    'none_or_few',
    'none_or_few',
    'some',
    'some',
    'many',
    'many',
  ])
  expect(coarsenTime('2026-11-30T23:59:59')).toBe('2026-11')
})
