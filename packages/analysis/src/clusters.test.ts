import { isRefusal } from '@trygghetskartan/geo'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ClusterParameters, clusters } from './clusters.ts'
import { convexHull } from './convex-hull.ts'
import type { IncidentColumns } from './incidents/columns.ts'
import { seeded } from './random.ts'
import { madeIncidents } from './testing/made-incidents.ts'
import { hasSharedData, york } from './testing/shared-data.ts'

const find = (incidents: IncidentColumns, parameters: ClusterParameters) => {
  const result = clusters(incidents, parameters)
  if (isRefusal(result)) throw new Error(result.text.en)
  return result
}
const codeOf = (incidents: IncidentColumns, parameters: Partial<ClusterParameters> = {}) => {
  const result = clusters(incidents, { distance: 50, days: null, least: 5, ...parameters })
  return isRefusal(result) ? result.code : 'result'
}
type Row = readonly [x: number, y: number, day: number]
const made = (rows: readonly Row[], shift = 0) =>
  madeIncidents({
    x: rows.map(([x]) => x + shift),
    y: rows.map(([, y]) => y - shift),
    from: rows.map(([, , day]) => (day + shift) * 1440),
  })

/** By the definition: cores, whatever reaches from core to core, and the nearest core for those at an edge. */
function byDefinition(rows: readonly Row[], { distance, days, least }: ClusterParameters): number[] {
  const away = (a: Row, b: Row) => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
  const near = (a: Row, b: Row) =>
    away(a, b) <= distance * distance && (days === null || Math.abs(a[2] - b[2]) <= days)
  const core = rows.map((row) => rows.filter((other) => near(row, other)).length >= least)
  const part = rows.map(() => -1)
  let parts = 0
  rows.forEach((_, i) => {
    if (!core[i] || part[i] !== -1) return
    const open = [i]
    part[i] = parts
    for (let at = open.pop(); at !== undefined; at = open.pop())
      rows.forEach((other, j) => {
        if (core[j] && part[j] === -1 && near(rows[at!]!, other)) {
          part[j] = parts
          open.push(j)
        }
      })
    parts++
  })
  const order = (a: Row, b: Row) => a[0] - b[0] || a[1] - b[1] || (days === null ? 0 : a[2] - b[2])
  return rows.map((row, i) => {
    if (core[i]) return part[i]!
    const nearest = rows
      .map((_, j) => j)
      .filter((j) => core[j] && near(row, rows[j]!))
      .sort((a, b) => away(row, rows[a]!) - away(row, rows[b]!) || order(rows[a]!, rows[b]!))[0]
    return nearest === undefined ? -1 : part[nearest]!
  })
}

/** Which rows are together, whatever the clusters are called. */
const together = (labels: ArrayLike<number>) =>
  Array.from(labels, (label, i) => (label === -1 ? -1 : Array.from(labels).indexOf(label) - i))

describe('clusters by density', () => {
  const rows = fc.array(
    fc.tuple(
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 20 }),
    ),
    { minLength: 1, maxLength: 60 },
  )
  it('are those of the definition, in space and in space and time, in any order and moved', () => {
    fc.assert(
      fc.property(
        rows,
        fc.integer({ min: 2, max: 6 }),
        fc.integer({ min: 2, max: 25 }),
        fc.option(fc.integer({ min: 0, max: 8 })),
        (all, least, distance, days) => {
          const parameters = { least, distance, days }
          const here = find(made(all), parameters)
          expect(together(here.clusterOf)).toEqual(together(byDefinition(all, parameters)))
          expect(here.clusters.map(({ incidents }) => incidents)).toEqual(
            here.clusters.map(({ incidents }) => incidents).toSorted((a, b) => b - a),
          )
          const back = find(made(all.toReversed(), 64), parameters)
          expect(Array.from(back.clusterOf).reverse()).toEqual(Array.from(here.clusterOf))
          // Twice as many neighbours asked of twice as many incidents.
          const doubled = find(made([...all, ...all]), { ...parameters, least: 2 * least })
          expect(Array.from(doubled.clusterOf.subarray(0, all.length))).toEqual(Array.from(here.clusterOf))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('say where they are, when, and how many incidents are in none', () => {
    const square: Row[] = [
      [0, 0, 3],
      [10, 0, 4],
      [10, 10, 5],
      [0, 10, 4],
      [5, 5, 4],
    ]
    const result = find(made([...square, [500, 0, 4], [5, 5, 90]]), { distance: 15, days: 2, least: 3 })
    expect(result.clusters).toEqual([
      {
        incidents: 5,
        x: 5,
        y: 5,
        hull: [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 10],
        ],
        days: [3, 5],
      },
    ])
    expect(result).toMatchObject({ n: 7, alone: 2 })
    expect(Array.from(result.clusterOf)).toEqual([0, 0, 0, 0, 0, -1, -1])
    expect(
      convexHull([
        [1, 1],
        [1, 1],
      ]),
    ).toEqual([[1, 1]])
    expect(
      convexHull([
        [0, 0],
        [2, 2],
        [1, 1],
      ]),
    ).toEqual([
      [0, 0],
      [2, 2],
    ])
  })

  it('leave out what has no place, and with time what has no day', () => {
    const few = madeIncidents({
      x: [0, 1, 2, 3],
      precision: [0, 1, 3, 0],
      timePrecision: [0, 1, 0, 2],
    })
    expect(Array.from(find(few, { distance: 5, days: null, least: 3 }).clusterOf)).toEqual([0, 0, -2, 0])
    const dated = find(few, { distance: 5, days: 1, least: 2 })
    expect(Array.from(dated.clusterOf)).toEqual([0, 0, -2, -2])
    expect(dated.leftOut).toEqual([
      { reason: 'position', count: 1 },
      { reason: 'month', count: 1 },
    ])
  })

  it('refuse none, no numbers, and parameters that are none; one incident is alone', () => {
    expect(codeOf(madeIncidents({}))).toBe('none')
    expect(codeOf(madeIncidents({ x: [1], precision: [4] }))).toBe('none')
    expect(codeOf(madeIncidents({ x: [Number.NaN] }))).toBe('none')
    expect(codeOf(madeIncidents({ x: [1] }), { distance: 0 })).toBe('parameters')
    expect(codeOf(madeIncidents({ x: [1] }), { least: 1 })).toBe('parameters')
    expect(codeOf(madeIncidents({ x: [1] }), { days: 0.5 })).toBe('parameters')
    expect(find(madeIncidents({ x: [1] }), { distance: 50, days: null, least: 5 }).alone).toBe(1)
  })

  it('take a hundred thousand at one place, and two such places, at once', () => {
    const x = Float64Array.from({ length: 200_000 }, (_, i) => (i % 2) * 51)
    const before = performance.now()
    const result = find(madeIncidents({ x, y: new Float64Array(200_000) }), {
      ...{ distance: 50, days: 3, least: 5 },
    })
    expect(result.clusters.map(({ incidents }) => incidents)).toEqual([100_000, 100_000])
    expect(result.remarks.map(({ code }) => code)).toEqual(['snapped'])
    expect(performance.now() - before).toBeLessThan(5000)
  })

  it.skipIf(!hasSharedData)('warn that York stands on shared points, and refuse its months with time', () => {
    const result = find(york(), { distance: 100, days: null, least: 20 })
    expect(result.n).toBe(1814)
    expect(result.clusters.length).toBeGreaterThan(1)
    expect(result.remarks.map(({ code }) => code)).toEqual(['snapped'])
    expect(codeOf(york(), { days: 7 })).toBe('month-precision')
  })

  it('find nothing where there is none to find', () => {
    const random = seeded(3)
    const even = Array.from(
      { length: 400 },
      (_, i): Row => [(i % 20) * 60, Math.floor(i / 20) * 60, random.below(9)],
    )
    expect(find(made(even), { distance: 50, days: null, least: 2 }).clusters).toEqual([])
  })
})
