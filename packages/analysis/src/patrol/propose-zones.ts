import { type Refusal, refuse } from '@trygghetskartan/geo'
import { type Growth, growZones } from './zone-growth.ts'
import type { ZoneUnits } from './zone-units.ts'

/** In the measure of the units' sizes: square metres, or metres of street. */
export interface ZoneBudget {
  /** Of all zones together. */
  readonly total: number
  /** At most so many. */
  readonly zones: number
  /** Of each zone. */
  readonly least: number
  readonly most: number
  /** Metres that a zone may go from where it holds most; without it what keeps a zone about as wide as it is long. */
  readonly reach?: number
}

export interface ProposedZone {
  /** Units, in rising order. */
  readonly units: readonly number[]
  readonly size: number
  readonly held: number
  /** Of all risk, 0 to 1. */
  readonly share: number
  /** Prediction accuracy index, (n/N)/(a/A). */
  readonly pai: number
}

export interface ZoneProposal {
  /** What holds most comes first. */
  readonly zones: readonly ProposedZone[]
  readonly size: number
  readonly held: number
  readonly share: number
  /** No zones whatever within the budget, whole or in pieces, hold more: the fractional knapsack. */
  readonly bound: { readonly held: number; readonly share: number }
  /** All risk, and all there is of sizes. */
  readonly of: number
  readonly ofSize: number
  readonly budget: Required<ZoneBudget>
}

/**
 * Connected zones that hold much of the risk within a budget: grown greedily and improved by exchange (see `growZones`), which is good
 * and not proven best, so what no zones can exceed stands beside. The same units and budget give the same zones, and a
 * larger budget never holds less. Refuses a budget that no zone fits in, and ground without risk.
 */
export function proposeZones(units: ZoneUnits, budget: ZoneBudget): ZoneProposal | Refusal {
  const { total, zones, least, most } = budget
  const problem = problemOf(units, budget)
  if (problem) return problem
  const reach = budget.reach ?? 1.7 * Math.sqrt(widthOf(units) * most)
  const [of, ofSize] = [sum(units.score), sum(units.size)]
  if (!(of > 0))
    return refuse(
      'no-risk',
      'Det finns inget att lägga områden efter: inga händelser i urvalet.',
      'There is nothing to place zones by: no incidents in the selection.',
    )
  let best: Growth | null = null
  growZones(units, { zones, least, most, reach }, (state) => {
    const fits = state.size <= total
    if (fits && state.held > (best?.held ?? 0)) best = state
    return fits
  })
  const found = best as Growth | null
  if (!found)
    return refuse(
      'no-room',
      'Inget sammanhängande område av den minsta storleken får plats där händelserna är. Minska den minsta storleken.',
      'No connected zone of the least size fits where the incidents are. Make the least size smaller.',
    )
  const bound = fractionalBound(units, Math.min(total, zones * most))
  return {
    zones: found.zones
      .map((own): ProposedZone => {
        const held = sum(own.map((unit) => units.score[unit]!))
        const size = sum(own.map((unit) => units.size[unit]!))
        return { units: own, size, held, share: held / of, pai: held / of / (size / ofSize) }
      })
      .sort((a, b) => b.held - a.held || a.size - b.size),
    size: found.size,
    held: found.held,
    share: found.held / of,
    bound: { held: bound, share: bound / of },
    of,
    ofSize,
    budget: { total, zones, least, most, reach },
  }
}

function problemOf(units: ZoneUnits, { total, zones, least, most }: ZoneBudget): Refusal | null {
  if (!(Number.isInteger(zones) && zones >= 1 && zones <= 50))
    return refuse('zones', 'Antalet områden ska vara 1 till 50.', 'The number of zones must be 1 to 50.')
  if (!(least > 0 && least <= most))
    return refuse(
      'sizes',
      'Det minsta området ska vara större än noll och högst så stort som det största.',
      'The least zone must be larger than zero and at most as large as the largest.',
    )
  if (!(total >= zones * least))
    return refuse(
      'budget',
      `Budgeten räcker inte: antalet områden gånger den minsta storleken är mer än budgeten. Högst ${Math.max(0, Math.floor(total / least))} områden ryms.`,
      `The budget does not suffice: the number of zones times the least size is more than it. At most ${Math.max(0, Math.floor(total / least))} zones fit.`,
    )
  let smallest = Infinity
  for (let i = 0; i < units.size.length; i++) smallest = Math.min(smallest, units.size[i]!)
  if (smallest > most)
    return refuse(
      'coarse',
      'Rutorna är större än det största område som får föreslås. Välj mindre rutor eller ett större område.',
      'The cells are larger than the largest zone that may be proposed. Choose smaller cells or a larger zone.',
    )
  return null
}

/** Metres across for a metre or square metre of size: 1 for areas, for streets what they have of ground about them. */
function widthOf({ size, x, y, neighbours: { start, index } }: ZoneUnits): number {
  // Between the middles of neighbours lies about the square root of a cell, or the length of a stretch.
  let [span, of, pairs] = [0, 0, 0]
  for (let i = 0; i + 1 < start.length; i++)
    for (let k = start[i]!; k < start[i + 1]!; k++) {
      const j = index[k]!
      span += Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!) ** 2
      of += (size[i]! + size[j]!) / 2
      pairs++
    }
  return pairs > 0 && of > 0 ? span / of / Math.PI : 1
}

/** Dantzig 1957: the best units by risk to size, the last one in part. */
function fractionalBound({ score, size }: ZoneUnits, capacity: number): number {
  const order = Array.from({ length: score.length }, (_, unit) => unit).sort(
    (a, b) => score[b]! / size[b]! - score[a]! / size[a]!,
  )
  let [held, left] = [0, capacity]
  for (const unit of order) {
    if (size[unit]! >= left) return held + (score[unit]! * left) / size[unit]!
    held += score[unit]!
    left -= size[unit]!
  }
  return held
}

const sum = (values: ArrayLike<number>): number => {
  let all = 0
  for (let i = 0; i < values.length; i++) all += values[i]!
  return all
}
