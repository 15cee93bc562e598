import { type Refusal, refuse } from '@trygghetskartan/geo'
import { discoveryClasses } from './false-discovery-rate.ts'
import { type Remark, remark } from './left-out.ts'
import { poissonInterval, type RateRatio, rateRatio } from './poisson-interval.ts'

/** A period with what was counted in it. */
export interface CountedPeriod {
  /** Incidents in each cell. */
  readonly counts: Float64Array
  /** How long it lasted, in the unit the rates have: hours that were chosen, days, weeks. */
  readonly lasting: number
}

export interface PeriodRate {
  readonly incidents: number
  /** Incidents / lasting, with its exact interval. */
  readonly rate: number
  readonly low: number
  readonly high: number
}

export interface PeriodChange {
  readonly before: PeriodRate
  readonly after: PeriodRate
  /** Of the whole, with its interval. */
  readonly change: RateRatio
  readonly alpha: number
  readonly remarks: readonly Remark[]
  /** Of each cell rate after / rate before; NaN where nothing was before. */
  readonly ratio: Float64Array
  readonly low: Float64Array
  /** Infinity where it has no end. */
  readonly high: Float64Array
  readonly p: Float64Array
  /** More or fewer by false discovery rate over the cells in which anything happened: ±3 at 99 %, ±2 at 95 %, ±1 at 90 %, 0. */
  readonly classes: Int8Array
  /** Cells with fewer than 10 incidents in both periods together, though with some. */
  readonly small: number
}

const few = 10

/**
 * One period against another, exactly, in the whole and cell by cell (`rateRatio`). It holds where incidents do not draw others
 * after them; where they do, the true interval is wider. Refuses periods without time and two periods without incidents.
 */
export function periodChange(
  before: CountedPeriod,
  after: CountedPeriod,
  alpha = 0.05,
): PeriodChange | Refusal {
  const cells = before.counts.length
  if (after.counts.length !== cells) throw new RangeError('Two periods have different cells')
  if (!(before.lasting > 0 && after.lasting > 0 && before.lasting + after.lasting < Infinity))
    return refuse('period', 'En av perioderna har ingen längd.', 'One of the periods does not last.')
  const sum = ({ counts }: CountedPeriod) => counts.reduce((all, count) => all + count, 0)
  const [first, second] = [sum(before), sum(after)]
  if (!(first + second > 0))
    return refuse(
      'none',
      'Inget har hänt i någon av perioderna.',
      'Nothing has happened in either of the periods.',
    )
  const lasting = after.lasting / before.lasting
  const known = new Map<string, RateRatio>()
  const changeOf = (a: number, b: number): RateRatio => {
    const name = `${a} ${b}`
    const change = known.get(name) ?? rateRatio(a, b, lasting, alpha)
    known.set(name, change)
    return change
  }
  const ratio = new Float64Array(cells).fill(Number.NaN)
  const low = new Float64Array(cells)
  const high = new Float64Array(cells).fill(Infinity)
  const p = new Float64Array(cells).fill(1)
  const lived: number[] = []
  let small = 0
  for (let cell = 0; cell < cells; cell++) {
    const [a, b] = [before.counts[cell]!, after.counts[cell]!]
    if (a + b === 0) continue
    lived.push(cell)
    if (a + b < few) small++
    const change = changeOf(a, b)
    ratio[cell] = change.ratio ?? Number.NaN
    low[cell] = change.low
    high[cell] = change.high ?? Infinity
    p[cell] = change.p
  }
  const classes = new Int8Array(cells)
  const tested = discoveryClasses(
    Float64Array.from(lived, (cell) => p[cell]!),
    Float64Array.from(lived, (cell) => after.counts[cell]! - before.counts[cell]! * lasting),
  )
  lived.forEach((cell, at) => {
    classes[cell] = tested[at]!
  })
  return {
    before: rateOf(first, before.lasting, alpha),
    after: rateOf(second, after.lasting, alpha),
    change: rateRatio(first, second, lasting, alpha),
    alpha,
    remarks: remarksOn(first + second, small, lived.length),
    ...{ ratio, low, high, p, classes, small },
  }
}

function rateOf(incidents: number, lasting: number, alpha: number): PeriodRate {
  const [low, high] = poissonInterval(incidents, alpha)
  return { incidents, rate: incidents / lasting, low: low / lasting, high: high / lasting }
}

function remarksOn(all: number, small: number, lived: number): Remark[] {
  const remarks: Remark[] = []
  if (all < few)
    remarks.push(
      remark(
        'small-numbers',
        `Färre än ${few} händelser i båda perioderna tillsammans: en förändring säger nästan inget.`,
        `Fewer than ${few} incidents in both periods together: a change says next to nothing.`,
      ),
    )
  if (small > lived / 2)
    remarks.push(
      remark(
        'small-cells',
        `${small} av ${lived} rutor har färre än ${few} händelser: läs dem inte var för sig.`,
        `${small} of ${lived} cells have fewer than ${few} incidents: do not read them one by one.`,
      ),
    )
  return remarks
}
