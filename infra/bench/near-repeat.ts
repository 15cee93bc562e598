import { availableParallelism } from 'node:os'
import { defaultKnox, type IncidentColumns, knox, type Random, seeded } from '@trygghetskartan/analysis'
import { isRefusal } from '@trygghetskartan/geo'
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

/** An analyst asks whether crime repeats nearby within days. */
export const nearRepeat: Bench = {
  name: 'near-repeat',
  title: 'Knox on 20,000 incidents with 999 runs',
  run: async () => {
    const incidents = town(count, seeded(1))
    const rows: (string | number)[][] = []
    let slowest = 0
    for (const metric of ['euclidean', 'manhattan'] as const) {
      let steps = 0
      const began = performance.now()
      const result = await knox(incidents, { ...defaultKnox, metric }, 1, { onProgress: () => steps++ })
      const took = (performance.now() - began) / 1000
      if (isRefusal(result)) throw new Error(result.text.en)
      const within = result.table.slice(0, -1).flat()
      slowest = Math.max(slowest, took)
      rows.push([metric, round(took), within.reduce((sum, { observed }) => sum + observed, 0), steps])
    }
    return {
      columns: ['distance', 's', 'pairs within 500 m', 'times it told how far it was'],
      rows,
      targets: [{ what: 'at most 60 s', reached: `${round(slowest)} s`, met: slowest <= 60 }],
      notes: [
        `${count} incidents over three years in 10 x 10 km, seven in ten about 80 places or after another; 6 bands of distance and 5 of time to 500 m and 28 days; one thread of ${availableParallelism()}, elapsed time.`,
      ],
    }
  },
}
