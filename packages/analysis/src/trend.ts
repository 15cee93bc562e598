import { type Refusal, refuse } from '@trygghetskartan/geo'
import { discoveryCut } from './false-discovery-rate.ts'
import { type Remark, remark } from './left-out.ts'
import { mannKendall } from './mann-kendall.ts'

/**
 * What a cell is called, by the first rule that holds:
 * none: nothing happened; new: nothing before the last quarter of the periods and at least `leastNew` in it; growing, fading: a
 * trend that is significant, in a cell with at least `leastTested`; persistent: something happened in at least three quarters of the periods; sporadic: the rest.
 */
export const trendClasses = ['none', 'new', 'growing', 'persistent', 'fading', 'sporadic'] as const
export type TrendClass = (typeof trendClasses)[number]

export interface TrendParameters {
  /** Share of false positives: of each test, or with `discovery` among the cells that are said to grow or fade. */
  readonly alpha: number
  /** Hold the false discovery rate over all cells that are tested. */
  readonly discovery: boolean
  readonly leastNew: number
  /** Incidents that a test needs: two in the last two of twelve periods would be a trend, and mean nothing. */
  readonly leastTested: number
}

export const defaultTrend: TrendParameters = { alpha: 0.05, discovery: true, leastNew: 3, leastTested: 6 }

export interface TrendResult {
  /** Incidents in all cells and periods. */
  readonly n: number
  readonly cells: number
  readonly periods: number
  readonly parameters: TrendParameters
  readonly remarks: readonly Remark[]
  /** Cells with enough incidents: so many tests. */
  readonly tested: number
  /** The largest p that counts as significant; -1 where none does. */
  readonly cut: number
  /** 0 where a cell is not tested. */
  readonly z: Float64Array
  /** 1 where a cell is not tested. */
  readonly p: Float64Array
  /** Of each cell an index into `trendClasses`. */
  readonly classes: Uint8Array
  /** How many cells of each class. */
  readonly sizes: Readonly<Record<TrendClass, number>>
}

const leastPeriods = 5
const fewPeriods = 10

/**
 * Trend of each cell over periods by Mann-Kendall. `counts` holds for each cell its periods from the first: cell c in period k
 * is counts[c * periods + k]. Periods are equally long. Refuses fewer than 5 periods, counts that are none, nothing at all.
 */
export function trend(
  counts: Float64Array,
  periods: number,
  parameters: TrendParameters = defaultTrend,
): TrendResult | Refusal {
  const cells = counts.length / periods
  if (!(Number.isInteger(periods) && periods >= leastPeriods))
    return refuse(
      'too-few-periods',
      `En utveckling går inte att se på färre än ${leastPeriods} perioder.`,
      `No trend can be seen in fewer than ${leastPeriods} periods.`,
    )
  if (!Number.isInteger(cells) || !counts.every((count) => count >= 0 && count < Infinity))
    throw new RangeError('Counts are not numbers of cells by periods')
  const { alpha, discovery, leastTested } = parameters
  const z = new Float64Array(cells)
  const p = new Float64Array(cells).fill(1)
  const tested: number[] = []
  let n = 0
  for (let cell = 0; cell < cells; cell++) {
    const own = counts.subarray(cell * periods, (cell + 1) * periods)
    const total = own.reduce((sum, count) => sum + count, 0)
    n += total
    if (total < leastTested) continue
    tested.push(cell)
    const { z: ofCell, p: chance } = mannKendall(own)
    z[cell] = ofCell
    p[cell] = chance
  }
  if (n === 0) return refuse('none', 'Inget har hänt i någon ruta.', 'Nothing has happened in any cell.')
  const tests = Float64Array.from(tested, (cell) => p[cell]!)
  const cut = discovery ? discoveryCut(tests, alpha) : alpha
  const classes = new Uint8Array(cells)
  const sizes = Object.fromEntries(trendClasses.map((name) => [name, 0])) as Record<TrendClass, number>
  for (let cell = 0; cell < cells; cell++) {
    const own = counts.subarray(cell * periods, (cell + 1) * periods)
    const direction = p[cell]! <= cut ? Math.sign(z[cell]!) : 0
    const name = classOf(own, direction, parameters)
    classes[cell] = trendClasses.indexOf(name)
    sizes[name]++
  }
  const remarks = periods < fewPeriods ? [fewRemark(periods)] : []
  return { n, cells, periods, parameters, remarks, tested: tested.length, cut, z, p, classes, sizes }
}

function classOf(own: Float64Array, direction: number, { leastNew }: TrendParameters): TrendClass {
  const last = own.length - Math.ceil(own.length / 4)
  const sum = (values: Float64Array) => values.reduce((all, value) => all + value, 0)
  const before = sum(own.subarray(0, last))
  const lately = sum(own.subarray(last))
  if (before + lately === 0) return 'none'
  if (before === 0 && lately >= leastNew) return 'new'
  if (direction !== 0) return direction > 0 ? 'growing' : 'fading'
  return own.filter((value) => value > 0).length >= 0.75 * own.length ? 'persistent' : 'sporadic'
}

const fewRemark = (periods: number): Remark =>
  remark(
    'few-periods',
    `Bara ${periods} perioder: säkerheten är ungefärlig under ${fewPeriods}.`,
    `Only ${periods} periods: how sure it is, is rough below ${fewPeriods}.`,
  )
