import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IncidentColumns } from './incidents/columns.ts'
import { defaultKnox, type KnoxParameters, type KnoxResult, knox } from './knox.ts'
import { madeIncidents } from './testing/made-incidents.ts'
import { hasSharedData, minuteOf, sharedJson, sharedRows, york } from './testing/shared-data.ts'

const near = async (
  incidents: IncidentColumns,
  parameters: Partial<KnoxParameters> = {},
  seed = 1,
): Promise<KnoxResult> => {
  const result = await knox(incidents, { ...defaultKnox, runs: 19, ...parameters }, seed)
  if (isRefusal(result)) throw new Error(result.text.en)
  return result
}
const observed = ({ table }: KnoxResult) => table.map((row) => row.map((cell) => cell.observed))
const codeOf = async (incidents: IncidentColumns, parameters: Partial<KnoxParameters> = {}) => {
  const result = await knox(incidents, { ...defaultKnox, runs: 19, ...parameters }, 1)
  return isRefusal(result) ? result.code : 'result'
}

const arson = () => {
  const rows = sharedRows('vectors/knox-arson-points.csv')
  return madeIncidents({
    x: rows.map(({ x_m }) => Number(x_m)),
    y: rows.map(({ y_m }) => Number(y_m)),
    from: rows.map(({ date }) => minuteOf(date!)),
  })
}

describe('near repeats by Knox', () => {
  it.skipIf(!hasSharedData)('count the pairs of the published cases (../shared/data/vectors)', async () => {
    const golden = sharedJson('vectors/knox-arson.json') as {
      observed: { observed: number[][] }
      euclidean_same_bands: number[][]
    }
    const bands = { distances: [0, 1, 200, 400, 600], days: [0, 1, 2, 3] }
    const manhattan = await near(arson(), { ...bands, metric: 'manhattan' })
    expect(manhattan.n).toBe(522)
    expect(observed(manhattan)).toEqual(golden.observed.observed)
    expect(observed(await near(arson(), bands))).toEqual(golden.euclidean_same_bands)

    const burkitt = sharedRows('vectors/knox-burkitt-points.csv')
    const cases = madeIncidents({
      x: burkitt.map(({ X }) => Number(X)),
      y: burkitt.map(({ Y }) => Number(Y)),
      from: burkitt.map(({ T }) => Number(T) * 1440),
    })
    // Theirs is inclusive: at most 20 units and at most 5.
    const inclusive = await near(cases, { distances: [0, 20 + 1e-9], days: [0, 6], acceptSnapped: true })
    const { n, observed: pairs, expected } = sharedJson('vectors/knox-burkitt.json') as Record<string, number>
    expect(inclusive.n).toBe(n)
    expect(inclusive.table[0]![0]!.observed).toBe(pairs)
    expect(inclusive.table[0]![0]!.expected).toBeCloseTo(expected!, 9)
  })

  it('finds what repeats nearby within days, and the mean of its simulations is the exact one', async () => {
    // 200 incidents anywhere at any time, 60 of them followed within 2 days and 80 m.
    const place = (i: number) => [(i * 7919) % 5003, (i * 104_729) % 4999, (i * 1301) % 365] as const
    const first = Array.from({ length: 200 }, (_, i) => place(i))
    const all = [...first, ...first.slice(0, 60).map(([x, y, day], i) => [x + 50, y + 30, day + (i % 3)])]
    const incidents = madeIncidents({
      x: all.map(([x]) => x!),
      y: all.map(([, y]) => y!),
      from: all.map(([, , day]) => day! * 1440),
    })
    const { table } = await near(incidents, { distances: [0, 100, 200, 1000], days: [0, 3, 30], runs: 999 })
    expect(table[0]![0]!.observed).toBeGreaterThanOrEqual(60)
    expect(table[0]![0]!.p).toBe(0.001)
    expect(table[0]![0]!.ratio).toBeGreaterThan(5)
    expect(table[2]![1]!.p).toBeGreaterThan(0.05)
    for (const { simulated, expected } of table.flat())
      expect(Math.abs(simulated - expected)).toBeLessThan(0.25 * Math.sqrt(expected) + 0.1)
  })

  const points = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 400 }),
      fc.integer({ min: 0, max: 60 }),
    ),
    { minLength: 2, maxLength: 40 },
  )
  const made = (rows: readonly (readonly number[])[], east = 0, days = 0) =>
    madeIncidents({
      x: rows.map(([x]) => x! + east),
      y: rows.map(([, y]) => y! - 3 * east),
      from: rows.map(([, , day]) => (day! + days) * 1440),
    })
  const open = { acceptSnapped: true }

  it('is the count of every pair tried, whatever the order of rows, moved in space or in time', async () => {
    await fc.assert(
      fc.asyncProperty(points, fc.integer({ min: -9, max: 9 }), async (rows, shift) => {
        const bands = { distances: [0, 1, 50, 120], days: [0, 1, 7, 14], ...open }
        const here = await near(made(rows), bands, 7)
        const all = Array.from({ length: 4 }, () => [0, 0, 0, 0])
        rows.forEach(([x, y, day], i) => {
          for (const [u, v, other] of rows.slice(i + 1)) {
            const far = [1, 50, 120].filter((edge) => Math.hypot(x - u, y - v) >= edge).length
            all[far]![[1, 7, 14].filter((edge) => Math.abs(day - other) >= edge).length]!++
          }
        })
        expect(observed(here)).toEqual(all)
        const there = await near(made(rows.toReversed(), shift * 1024, shift), bands, 7)
        expect(there.table).toEqual(here.table)
        const doubled = observed(await near(made([...rows, ...rows]), bands))
        // Each pair becomes four, and each incident stands beside its double.
        expect(doubled).toEqual(
          all.map((row, i) => row.map((count, j) => 4 * count + (i + j === 0 ? rows.length : 0))),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('gives the same by the same seed and other simulations by another', async () => {
    const rows = Array.from({ length: 60 }, (_, i) => [(i * 37) % 200, (i * 91) % 190, (i * 17) % 50])
    const one = await near(made(rows), open, 5)
    expect(await near(made(rows), open, 5)).toEqual(one)
    expect((await near(made(rows), open, 6)).table).not.toEqual(one.table)
  })

  it('leaves out what has no place or no day, and says how many', async () => {
    const result = await near(
      madeIncidents({
        x: [0, 40, 80, 120, 160, 200],
        from: [0, 1440, 2880, 0, 0, 0],
        to: [0, 1440, 2880 + 1440, 20 * 1440, 0, 0],
        precision: [0, 1, 0, 0, 2, 0],
        timePrecision: [0, 1, 0, 0, 0, 2],
      }),
    )
    expect(result.n).toBe(3)
    expect(result.leftOut).toEqual([
      { reason: 'interval', count: 1 },
      { reason: 'position', count: 1 },
      { reason: 'month', count: 1 },
    ])
    expect(result.remarks.map(({ code }) => code)).toEqual(['month-left-out'])
  })

  it('refuses none, one, no numbers, bands that do not ascend, no runs', async () => {
    expect(await codeOf(madeIncidents({}))).toBe('too-few')
    expect(await codeOf(madeIncidents({ x: [1] }))).toBe('too-few')
    expect(await codeOf(madeIncidents({ x: [1, Number.NaN] }))).toBe('too-few')
    expect(await codeOf(madeIncidents({ x: [1, 2] }), { distances: [0, 200, 100] })).toBe('bands')
    expect(await codeOf(madeIncidents({ x: [1, 2] }), { days: [0, 0.5] })).toBe('bands')
    expect(await codeOf(madeIncidents({ x: [1, 2] }), { runs: 0 })).toBe('runs')
  })

  it('refuses what stands on a few positions, unless told that they are right', async () => {
    const place = madeIncidents({ x: [5, 5, 5, 5], from: [0, 1440, 2880, 4320] })
    expect(await codeOf(place)).toBe('snapped')
    const accepted = await near(place, open)
    expect(accepted.remarks.map(({ code }) => code)).toEqual(['snapped'])
    expect(accepted.table[0]![0]!).toMatchObject({ observed: 5, simulated: 5, ratio: 1, p: 1 })
  })

  it.skipIf(!hasSharedData)(
    'refuses York for its months, and for its positions where days are known',
    async () => {
      expect(await codeOf(york())).toBe('month-precision')
      const days = { ...york(), timePrecision: new Uint8Array(1814) }
      expect(await codeOf(days)).toBe('snapped')
    },
  )

  it('ends when it is cancelled, without a result, and tells how far it is', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => [(i * 7919) % 1009, (i * 104_729) % 997, i % 365])
    const abort = new AbortController()
    const seen: number[] = []
    const ended = await knox(made(rows), { ...defaultKnox, ...open }, 1, {
      signal: abort.signal,
      onProgress: (done) => {
        seen.push(done)
        if (seen.length === 2) abort.abort()
      },
    })
    expect(isRefusal(ended) && ended.code).toBe('cancelled')
    expect(seen).toHaveLength(2)
    expect(seen[1]).toBeLessThan(999)
  })
})
