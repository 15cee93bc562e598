import { shareChange, shareInterval } from '@trygghetskartan/analysis'
import type { SurveyChange, SurveyQuestion, SurveyYear } from '../contract-dialogues.ts'
import type { StoredResult } from '../queries/surveys.ts'

const points = (share: number): number => Math.round(share * 1000) / 10

/** Results by question, each in order of time, with intervals and changes. */
export function seriesOf(results: readonly StoredResult[]): SurveyQuestion[] {
  const byQuestion = Map.groupBy(results, ({ question }) => question)
  return [...byQuestion]
    .sort(([a], [b]) => a.localeCompare(b, 'sv'))
    .map(([question, some]) => {
      const sorted = [...some].sort((a, b) => a.year - b.year)
      const known = sorted.filter(isKnown)
      const changes = known.slice(1).flatMap((result, i) => changeOf(known[i]!, result) ?? [])
      const whole = known.length > 2 ? changeOf(known[0]!, known.at(-1)!) : null
      return { question, years: sorted.map(yearOf), changes, whole }
    })
}

type Known = StoredResult & { readonly share: number; readonly n: number }
const isKnown = (result: StoredResult): result is Known => result.share !== null && result.n !== null

function yearOf(result: StoredResult): SurveyYear {
  const { year, share, n, responseRate, source, suppressed } = result
  const interval = isKnown(result) ? shareInterval(result.share / 100, result.n) : null
  return {
    ...{ year, share, n, responseRate, source, suppressed },
    low: interval && points(interval.low),
    high: interval && points(interval.high),
  }
}

function changeOf(before: Known, after: Known): SurveyChange | null {
  const change = shareChange(
    { share: before.share / 100, n: before.n },
    { share: after.share / 100, n: after.n },
  )
  return (
    change && {
      ...{ from: before.year, to: after.year, byChance: change.byChance },
      ...{ difference: points(change.difference), low: points(change.low), high: points(change.high) },
    }
  )
}
