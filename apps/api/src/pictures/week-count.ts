import { periodChange, rateRatio } from '@trygghetskartan/analysis'
import { isRefusal } from '@trygghetskartan/geo'
import type { Verdict, WeekCount } from '../contract-pictures.ts'

/** Weeks before that a week is compared with. */
export const recentWeeks = 8
/** Of the intervals, and of a single count that is called growing or fading: 1 % of those that have not changed. */
const alpha = 0.01
/** Of many counts at once: the share of those called growing or fading that have not changed is held under this. */
export const discovery = 0.05
/** `periodChange` tells 95 % by false discovery rate as ±2. */
const leastClass = 2
/** A count under this is no news. */
const leastNews = 3
/** Of a week that has hardly begun nothing is said. */
const leastGone = 0.25

/** What a count is compared with: the eight weeks before (newest first), the same weeks of earlier years. `gone`: how much of the week is over, 0 to 1. */
export interface Beside {
  readonly n: number
  readonly before: readonly number[]
  readonly same: readonly number[]
  readonly gone: number
}

/** A week's count beside others. */
export function weekCount(count: Beside): WeekCount {
  const { n, before, same } = count
  return {
    n,
    before: before[0] ?? 0,
    recent: rounded(sum(before) / Math.max(1, before.length)),
    same: same.length > 0 ? rounded(sum(same) / same.length) : null,
    sameWeeks: same.length,
    ratio: ratioOf(count),
    verdict: verdictOf(count, alone(count)),
  }
}

/** Many counts of a week at once: which of them grow or fade is decided over all of them together (Benjamini and Hochberg). */
export function weekCounts(counts: readonly Beside[]): WeekCount[] {
  const [first] = counts
  const of = (numbers: readonly number[]) => Float64Array.from(numbers)
  const change =
    first &&
    periodChange(
      { counts: of(counts.map(({ before }) => sum(before))), lasting: first.before.length },
      { counts: of(counts.map(({ n }) => n)), lasting: Math.max(first.gone, 1 / 7) },
      alpha,
    )
  const classes = change && !isRefusal(change) ? change.classes : null
  return counts.map((count, i) => {
    const found = classes?.[i] ?? 0
    const changed = Math.abs(found) >= leastClass ? Math.sign(found) : 0
    return { ...weekCount(count), verdict: verdictOf(count, changed) }
  })
}

/** 1 where a single count grows, -1 where it fades, 0 where that is not sure. */
function alone(count: Beside): number {
  const ratio = ratioOf(count)
  if (!ratio) return 0
  return ratio.low > 1 ? 1 : ratio.high !== null && ratio.high < 1 ? -1 : 0
}

function ratioOf({ n, before, gone }: Beside): WeekCount['ratio'] {
  if (gone < leastGone || n + sum(before) === 0) return null
  const { ratio, low, high } = rateRatio(sum(before), n, gone / before.length, alpha)
  return {
    value: ratio === null ? null : rounded(ratio),
    low: rounded(low),
    high: high === null ? null : rounded(high),
  }
}

function verdictOf({ n, before, gone }: Beside, changed: number): Verdict {
  const all = sum(before)
  if (gone < leastGone || n + all === 0) return 'few'
  if (all === 0) return n >= leastNews ? 'new' : 'few'
  if (changed > 0 && n >= leastNews) return 'growing'
  if (changed < 0) return n === 0 && before[0] === 0 && gone >= 1 ? 'solved' : 'fading'
  return n + all < 10 ? 'few' : 'same'
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const rounded = (value: number): number => Math.round(value * 100) / 100
