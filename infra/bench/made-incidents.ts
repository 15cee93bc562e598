import { type IncidentColumns, type Random, seeded } from '@trygghetskartan/analysis'

/** West, south and metres across of the square they lie in, EPSG:3006. */
export const ground = { west: 440_000, south: 6_200_000, across: 20_000 } as const
/** Minutes of five years from 2021. */
const [first, lasting] = [26_822_880, 5 * 365 * 1440]

/**
 * Incidents of five years over 20 x 20 km: six in ten about one of 300 places, a third known as an interval, one in twenty only by the
 * middle of a municipality. The same at every run.
 */
export function madeIncidents(n: number): IncidentColumns {
  const random = seeded(5)
  const places = Array.from({ length: 300 }, () => [random.next(), random.next()] as const)
  const kinds = Array.from({ length: 40 }, (_, i) => `kind ${i + 1}`)
  const columns = {
    ...{ length: n, srid: 3006, kinds, sources: ['incidents', 'observations'] },
    ...{ x: new Float64Array(n), y: new Float64Array(n), from: new Int32Array(n), to: new Int32Array(n) },
    ...{ timePrecision: new Uint8Array(n), kind: new Uint16Array(n) },
    ...{ precision: new Uint8Array(n), source: new Uint8Array(n) },
  }
  for (let i = 0; i < n; i++) {
    const [u, v] =
      random.next() < 0.6 ? about(places[random.below(300)]!, random) : [random.next(), random.next()]
    columns.x[i] = Math.round(100 * (ground.west + ground.across * u)) / 100
    columns.y[i] = Math.round(100 * (ground.south + ground.across * v)) / 100
    columns.from[i] = first + random.below(lasting)
    columns.to[i] = columns.from[i]! + (random.below(3) === 0 ? 1 + random.below(3000) : 0)
    columns.kind[i] = random.below(40)
    columns.precision[i] = random.below(20) === 0 ? 3 : 0
    columns.source[i] = random.below(10) === 0 ? 1 : 0
  }
  return columns
}

function about([u, v]: readonly [number, number], random: Random): readonly [number, number] {
  const aside = () => (random.next() + random.next() + random.next() - 1.5) * 0.02
  const within = (share: number) => Math.min(1 - 1e-9, Math.max(0, share))
  return [within(u + aside()), within(v + aside())]
}
