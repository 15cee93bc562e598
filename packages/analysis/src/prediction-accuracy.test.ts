import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backTest, foldsUntil } from './back-test.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import { everyIncident } from './incidents/filter.ts'
import type { Fold, Forecast, JudgedCells } from './judge-fold.ts'
import { predictionAccuracy } from './prediction-accuracy.ts'
import { seeded } from './random.ts'
import { madeIncidents } from './testing/made-incidents.ts'
import { hasSharedData, minuteOf, sharedJson, york } from './testing/shared-data.ts'

const accuracy = (forecast: number[], incidents: number[], areas: number[], shares: number[]) => {
  const result = predictionAccuracy(
    ...([forecast, incidents, areas].map((list) => Float64Array.from(list)) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ]),
    shares,
  )
  if (isRefusal(result)) throw new Error(result.text.en)
  return result
}

describe('the accuracy of a forecast', () => {
  it.skipIf(!hasSharedData)('has the published PAI and PEI (../shared/data/vectors)', () => {
    const { pai } = sharedJson('vectors/effect.json') as {
      pai: { obs: number[]; pred: number[]; area: number[]; PAI: number[]; PEI: number[] }[]
    }
    for (const { obs, pred, area, PAI, PEI } of pai) {
      const all = accuracy(pred, obs, area, [1 / 3, 2 / 3, 1])
      all.forEach((one, at) => {
        expect(one.pai).toBeCloseTo(PAI[at]!, 12)
        expect(one.pei).toBeCloseTo(PEI[at]!, 12)
      })
    }
  })

  const cells = fc.array(fc.tuple(fc.nat(5), fc.nat(9), fc.integer({ min: 1, max: 4 })), {
    minLength: 2,
    maxLength: 20,
  })
  it('is 1 at the whole area, never above the best, the same in any order and with all doubled', () =>
    fc.assert(
      fc.property(cells, fc.double({ min: 0.05, max: 1, noNaN: true }), (list, share) => {
        fc.pre(list.some(([, count]) => count > 0) && list.some(([score]) => score !== list[0]![0]))
        const read = (all: typeof list, times = 1) =>
          accuracy(
            all.map(([score]) => score),
            all.map(([, count]) => times * count),
            all.map(([, , area]) => area),
            [share, 1],
          )
        const [one, whole] = read(list)
        expect(whole).toMatchObject({ held: 1, pai: 1, pei: 1 })
        expect(one!.pei).toBeLessThanOrEqual(1 + 1e-12)
        expect(read(list.toReversed())[0]!.pai).toBeCloseTo(one!.pai, 9)
        expect(read(list, 2)[0]!.pai).toBeCloseTo(one!.pai, 9)
      }),
    ))

  it('refuses a flat forecast, one that is no number, no share and a period without incidents', () => {
    const codeOf = (forecast: number[], incidents: number[], shares = [0.1]) => {
      const areas = new Float64Array(forecast.length).fill(1)
      const result = predictionAccuracy(
        Float64Array.from(forecast),
        Float64Array.from(incidents),
        areas,
        shares,
      )
      return isRefusal(result) ? result.code : 'result'
    }
    expect(codeOf([1, 1], [1, 0])).toBe('forecast-flat')
    expect(codeOf([1, Number.NaN], [1, 0])).toBe('forecast')
    expect(codeOf([1, 2], [0, 0])).toBe('none-after')
    expect(codeOf([1, 2], [1, 0], [0])).toBe('area-share')
  })
})

describe('a back-test', () => {
  /** Ten cells of a kilometre in a row. */
  const row: JudgedCells = {
    areas: new Float64Array(10).fill(1),
    cellAt: (x) => (x >= 0 && x < 10_000 ? Math.floor(x / 1000) : -1),
  }
  const countPast: Forecast = (past) => {
    const counts = new Float64Array(10)
    for (const x of past.x) counts[row.cellAt(x, 0)]!++
    return counts
  }
  const day = (number: number) => number * 1440
  const folds = foldsUntil(day(100), 4, 10, 60)
  const test = async (incidents: IncidentColumns, forecast = countPast, all: readonly Fold[] = folds) => {
    const result = await backTest(incidents, everyIncident, row, all, [0.1, 0.2], forecast)
    if (isRefusal(result)) throw new Error(result.text.en)
    return result
  }
  const random = seeded(5)
  const town = madeIncidents({
    x: Array.from({ length: 1000 }, () => (random.next() < 0.4 ? 3500 : random.next() * 10_000)),
    from: Array.from({ length: 1000 }, () => random.below(day(100))),
  })

  it('judges each forecast by the period after it, and says how far the periods differ', async () => {
    expect(folds.map(({ from, split, until }) => [from / 1440, split / 1440, until / 1440])).toEqual([
      [0, 60, 70],
      [10, 70, 80],
      [20, 80, 90],
      [30, 90, 100],
    ])
    const {
      n,
      judged,
      accuracy: [tenth],
      folds: each,
    } = await test(town)
    expect(judged).toBe(4)
    expect(n).toBe(each.reduce((sum, { next }) => sum + next, 0))
    expect(tenth!.pai.mean).toBeCloseTo(4.6, 0)
    expect(tenth!.pei.mean).toBe(1)
    expect(tenth!.pai.least).toBeLessThan(tenth!.pai.most)
  })

  it('shows a forecast nothing of the period that judges it, nor what lies across the split', async () => {
    const seen: number[] = []
    await test(town, (past, { from, split }) => {
      seen.push(past.length)
      expect(past.length).toBeGreaterThan(0)
      for (let i = 0; i < past.length; i++) {
        expect(past.from[i]).toBeGreaterThanOrEqual(from)
        expect(past.to[i]).toBeLessThanOrEqual(split)
      }
      return countPast(past, { from, split, until: 0 })
    })
    expect(seen).toHaveLength(4)
    const across = madeIncidents({
      x: [3500, 3500, 1500],
      from: [day(10), day(59), day(61)],
      to: [day(10), day(62), day(61)],
    })
    const one = await test(across, countPast, [folds[0]!])
    expect(one.folds[0]).toMatchObject({ past: 1, next: 1 })
    expect(one.leftOut).toEqual([{ reason: 'interval', count: 1 }])
    expect(one.accuracy[0]!.pai.mean).toBe(0)
    expect(one.remarks.map(({ code }) => code)).toEqual(['small-numbers', 'one-fold'])
  })

  it('leaves out periods that cannot be judged, and refuses where none can', async () => {
    const early = madeIncidents({ x: [500, 500, 1500], from: [day(1), day(15), day(65)] })
    const some = await test(early)
    expect(some.judged).toBe(1)
    expect(some.remarks.map(({ code }) => code)).toContain('folds-left-out')
    const codeOf = async (incidents: IncidentColumns, all: readonly Fold[] = folds) => {
      const result = await backTest(incidents, everyIncident, row, all, [0.1], countPast)
      return isRefusal(result) ? result.code : 'result'
    }
    expect(await codeOf(madeIncidents({}))).toBe('none-after')
    expect(await codeOf(town, [])).toBe('folds')
    expect(await codeOf(town, [{ from: 5, split: 5, until: 9 }])).toBe('folds')
    const abort = new AbortController()
    abort.abort()
    const ended = await backTest(town, everyIncident, row, folds, [0.1], countPast, { signal: abort.signal })
    expect(ended).toMatchObject({ code: 'cancelled' })
  })

  it.skipIf(!hasSharedData)('cannot judge York, whose only month has nothing after it', async () => {
    const split = minuteOf('2016-10-01')
    const month = [{ from: minuteOf('2016-09-01'), split, until: split + day(30) }]
    const result = await backTest(york(), everyIncident, { ...row, cellAt: () => 0 }, month, [0.1], () =>
      Float64Array.from({ length: 10 }, (_, cell) => cell),
    )
    expect(result).toMatchObject({ code: 'none-after' })
  })
})
