import { availableParallelism } from 'node:os'
import {
  clusters,
  defaultKnox,
  type IncidentColumns,
  type KnoxResult,
  knox,
  type Random,
  seeded,
} from '@trygghetskartan/analysis'
import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { type Bench, round } from './bench.ts'

const count = 20_000
const days = 3 * 365

/** Incidents of a town of 10 x 10 km over three years: six in ten about one of 80 places, one in ten a near repeat. */
function town(n: number, random: Random): IncidentColumns {
  const x = new Float64Array(n)
  const y = new Float64Array(n)
  const from = new Int32Array(n)
  const spread = (width: number) => (random.next() + random.next() + random.next() - 1.5) * width
  const places = Array.from({ length: 80 }, () => [random.next() * 10_000, random.next() * 10_000] as const)
  for (let i = 0; i < n; i++) {
    const kind = i > 0 ? random.next() : 1
    const [u, v] = places[random.below(places.length)]!
    const other = random.below(i)
    x[i] = kind < 0.1 ? x[other]! + spread(120) : kind < 0.7 ? u + spread(500) : random.next() * 10_000
    y[i] = kind < 0.1 ? y[other]! + spread(120) : kind < 0.7 ? v + spread(500) : random.next() * 10_000
    from[i] = kind < 0.1 ? from[other]! + random.below(7 * 1440) : random.below(days * 1440)
  }
  return {
    ...{ length: n, srid: 3006, x, y, from, to: from, kinds: ['any'], sources: ['incidents'] },
    ...{ timePrecision: new Uint8Array(n), kind: new Uint16Array(n) },
    ...{ precision: new Uint8Array(n), source: new Uint8Array(n) },
  }
}

async function timeOf<T>(work: () => T | Refusal | Promise<T | Refusal>): Promise<{ s: number; result: T }> {
  const began = performance.now()
  const result = await work()
  if (isRefusal(result)) throw new Error(result.text.en)
  return { s: round((performance.now() - began) / 1000), result }
}

/** An analyst asks whether crime repeats nearby within days, and where it gathers. */
export const nearRepeat: Bench = {
  name: 'near-repeat',
  title: 'Near repeats and clusters',
  run: async () => {
    const incidents = town(count, seeded(1))
    let told = 0
    const near = await timeOf(() => knox(incidents, defaultKnox, 1, { onProgress: () => told++ }))
    const blocks = await timeOf(() => knox(incidents, { ...defaultKnox, metric: 'manhattan' }, 1))
    const million = town(1_000_000, seeded(2))
    const dense = await timeOf(() => clusters(million, { distance: 50, days: null, least: 40 }))
    const dated = await timeOf(() => clusters(million, { distance: 50, days: 14, least: 4 }))
    const pairs = ({ table }: KnoxResult) =>
      table
        .slice(0, -1)
        .flat()
        .reduce((sum, { observed }) => sum + observed, 0)
    return {
      columns: ['', 's', 'found'],
      rows: [
        [
          'Knox, 20,000 incidents, 999 runs, straight distance',
          near.s,
          `${pairs(near.result)} pairs within 500 m`,
        ],
        ['the same, along streets', blocks.s, `${pairs(blocks.result)} pairs within 500 m`],
        ['DBSCAN, 1,000,000 incidents, 50 m', dense.s, `${dense.result.clusters.length} clusters`],
        ['the same within 14 days', dated.s, `${dated.result.clusters.length} clusters`],
      ],
      targets: [
        { what: 'Knox in at most 60 s', reached: `${near.s} s`, met: near.s <= 60 },
        { what: 'with progress', reached: `told ${told} times how far it was`, met: told > 10 },
        { what: 'DBSCAN in at most 5 s', reached: `${dense.s} s`, met: dense.s <= 5 },
      ],
      notes: [
        `Incidents over three years in 10 x 10 km, seven in ten about 80 places or after another. Knox by 6 bands of distance and 5 of time, to 500 m and 28 days. One thread of ${availableParallelism()}, elapsed time.`,
      ],
    }
  },
}
