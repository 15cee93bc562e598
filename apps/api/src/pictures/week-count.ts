import type { Verdict, WeekCount } from '../contract-pictures.ts'

/** Weeks before that a week is compared with. */
export const recentWeeks = 8
/** Two-sided: 1 % of what has not changed is called growing or fading. */
export const alpha = 0.01
/** A count under this is no news. */
const leastNews = 3

/** Of a week that has hardly begun nothing is said. */
const leastGone = 0.25

/** A week's count beside the eight before (newest first) and the same weeks of earlier years. `gone`: how much of the week is over, 0 to 1. */
export function weekCount(
  n: number,
  before: readonly number[],
  same: readonly number[],
  gone = 1,
): WeekCount {
  const sum = before.reduce((a, b) => a + b, 0)
  const ratio = gone < leastGone ? null : rateRatio(n, gone, sum, before.length)
  return {
    n,
    before: before[0] ?? 0,
    recent: rounded(sum / Math.max(1, before.length)),
    same: same.length > 0 ? rounded(same.reduce((a, b) => a + b, 0) / same.length) : null,
    sameWeeks: same.length,
    ratio,
    verdict: verdictOf(n, before[0] ?? 0, sum, ratio, gone >= 1),
  }
}

function verdictOf(
  n: number,
  before: number,
  sum: number,
  ratio: WeekCount['ratio'],
  over: boolean,
): Verdict {
  if (ratio === null) return 'few'
  if (sum === 0) return n >= leastNews ? 'new' : 'few'
  if (ratio.low > 1) return 'growing'
  if (ratio.high !== null && ratio.high < 1) return n === 0 && before === 0 && over ? 'solved' : 'fading'
  return n + sum < 10 ? 'few' : 'same'
}

/**
 * Ratio of two Poisson rates with its exact interval: given the sum, the first count is binomial (Przyborowski and Wilenski 1940), its
 * probability bounded as Clopper and Pearson (1934) do. Null where nothing happened in either.
 */
function rateRatio(n: number, over: number, m: number, during: number): WeekCount['ratio'] {
  if (n + m === 0) return null
  const odds = (p: number) => (p / (1 - p)) * (during / over)
  return {
    value: m === 0 ? null : rounded(n / over / (m / during)),
    low: n === 0 ? 0 : rounded(odds(solve((p) => atMost(n - 1, n + m, p) - (1 - alpha / 2)))),
    high: m === 0 ? null : rounded(odds(solve((p) => atMost(n, n + m, p) - alpha / 2))),
  }
}

/** Where a falling function of a probability is 0. */
function solve(falling: (p: number) => number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2
    if (falling(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** Probability of at most k of n at p. */
function atMost(k: number, n: number, p: number): number {
  if (p <= 0) return 1
  if (p >= 1) return k >= n ? 1 : 0
  let log = n * Math.log1p(-p)
  let sum = Math.exp(log)
  for (let i = 1; i <= k; i += 1) {
    log += Math.log((n - i + 1) / i) + Math.log(p) - Math.log1p(-p)
    sum += Math.exp(log)
  }
  return Math.min(1, sum)
}

const rounded = (value: number): number => Math.round(value * 100) / 100
