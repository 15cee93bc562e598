import { type Refusal, refuse } from '@trygghetskartan/geo'

/** How well a ranking of cells holds what came after, at a share of the area. */
export interface Accuracy {
  /** Share of the area that is chosen: a/A. */
  readonly area: number
  /** Incidents in it; in parts where several cells rank alike. */
  readonly hits: number
  /** Hit rate n/N. */
  readonly held: number
  /** Prediction accuracy index, (n/N)/(a/A): 1 is what any place holds. */
  readonly pai: number
  /** Prediction efficiency index: PAI / the best that any choice of the same area could have had. */
  readonly pei: number
}

/** Cells that rank alike are chosen together in equal parts, so that no order of cells matters. */
interface Ranking {
  /** Area chosen and incidents in it after each group of cells, from [0, 0]. */
  readonly area: readonly number[]
  readonly hits: readonly number[]
}

function rank(score: (cell: number) => number, incidents: Float64Array, areas: Float64Array): Ranking {
  const order = Uint32Array.from(incidents.keys()).sort((a, b) => score(b) - score(a))
  const area = [0]
  const hits = [0]
  for (let from = 0; from < order.length; ) {
    let [here, found] = [0, 0]
    let to = from
    for (; to < order.length && score(order[to]!) === score(order[from]!); to++) {
      here += areas[order[to]!]!
      found += incidents[order[to]!]!
    }
    area.push(area.at(-1)! + here)
    hits.push(hits.at(-1)! + found)
    from = to
  }
  return { area, hits }
}

function hitsAt({ area, hits }: Ranking, chosen: number): number {
  let low = 0
  let high = area.length - 1
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (area[middle]! <= chosen) low = middle
    else high = middle
  }
  if (chosen >= area[high]!) return hits[high]!
  return hits[low]! + ((hits[high]! - hits[low]!) * (chosen - area[low]!)) / (area[high]! - area[low]!)
}

/**
 * PAI (Chainey, Tompson, Uhlig 2008, Security Journal 21:4-28) and PEI (Hunt 2016) of a forecast at each of `shares` of the area. `forecast`
 * ranks the cells, `incidents` are what came after in each and `areas` their sizes in any unit. Refuses where nothing came after,
 * numbers that are none, and a forecast that tells no cell from another.
 */
export function predictionAccuracy(
  forecast: Float64Array,
  incidents: Float64Array,
  areas: Float64Array,
  shares: readonly number[],
): Accuracy[] | Refusal {
  if (forecast.length !== incidents.length || areas.length !== incidents.length)
    throw new RangeError('Forecast, incidents and areas have different cells')
  if (!shares.every((share) => share > 0 && share <= 1))
    return refuse(
      'area-share',
      'Andelen av ytan ska vara över 0 och högst 100 %.',
      'The share of the area must be above 0 and at most 100%.',
    )
  if (!forecast.every(Number.isFinite))
    return refuse(
      'forecast',
      'Prognosen är inte tal i alla rutor.',
      'The forecast is not numbers in all cells.',
    )
  const all = incidents.reduce((sum, count) => sum + count, 0)
  if (!(all > 0))
    return refuse(
      'none-after',
      'Inget hände i perioden som skulle förutsägas.',
      'Nothing happened in the period that was to be predicted.',
    )
  if (forecast.every((score) => score === forecast[0]) && forecast.length > 1)
    return refuse(
      'forecast-flat',
      'Prognosen är lika i alla rutor och pekar inte ut någon.',
      'The forecast is the same in all cells and points none out.',
    )
  const own = rank((cell) => forecast[cell]!, incidents, areas)
  const best = rank((cell) => incidents[cell]! / areas[cell]!, incidents, areas)
  const whole = own.area.at(-1)!
  return shares.map((area) => {
    const hits = hitsAt(own, area * whole)
    return {
      area,
      hits,
      held: hits / all,
      pai: hits / all / area,
      pei: hits / hitsAt(best, area * whole),
    }
  })
}
