import {
  type AnalysisQuestion,
  defaultKnox,
  defaultSeed,
  defaultStreets,
  defaultTrend,
  foldsUntil,
  type HotspotMethod,
  type IncidentFilter,
  type StudyArea,
} from '@trygghetskartan/analysis'
import { comparedWith, dateOf, dayOf, type Period } from './days.ts'
import type { HotspotQuestion } from './hotspot-protocol.ts'

const minutesOfDay = 1440
/** Four whole weeks: each period holds the same weekdays. */
export const trendDays = 28
const trendPeriods = { least: 6, most: 24, usual: 13 } as const
/** Metres within which incidents of a cluster lie. */
export const clusterDistance = 50
/** How many make one: a hundredth of all, so that a whole town centre is not one cluster. */
const clusterLeast = (n: number): number => Math.max(5, Math.min(200, Math.round(n / 100)))
/** Metres within which positions are one place. */
export const placeTolerance = 10
const predictionFolds = 6
const predictionDays = 28
/** Days a forecast is made from: at least, and where no start is chosen. */
const predictionPast = { least: 84, usual: 365 } as const
/** Shares of the area that a forecast is judged at: what a shift can walk, and more. */
const predictionShares = [0.01, 0.02, 0.05, 0.1]

/** The part of a question that chooses incidents. */
export const filterOf = ({ from, to, hours, kinds, sources }: HotspotQuestion): IncidentFilter => ({
  from: from === null ? null : dayOf(from) * minutesOfDay,
  until: to === null ? null : (dayOf(to) + 1) * minutesOfDay,
  hours: null,
  weekdays: null,
  hoursOfWeek: hours,
  kinds,
  sources,
})

/** The first minute after what is asked about. */
const untilOf = ({ to, today }: HotspotQuestion): number => (dayOf(to ?? today) + (to ? 1 : 0)) * minutesOfDay

const daysOf = (question: HotspotQuestion): number | null =>
  question.from === null ? null : untilOf(question) / minutesOfDay - dayOf(question.from)

/** What a picture of `n` incidents is made from: the question with all that its answer follows from. */
export function analysisOf(question: HotspotQuestion, area: StudyArea, n: number): AnalysisQuestion {
  const filter = filterOf(question)
  const cells = { kind: question.shape, size: question.cell }
  switch (question.method) {
    case 'gi':
    case 'streets':
    case 'density':
      return { kind: 'hotspots', area, filter, method: hotspotMethod(question, area), seed: defaultSeed }
    case 'trend': {
      const days = daysOf(question)
      const { least, most, usual } = trendPeriods
      const count = days === null ? usual : Math.max(least, Math.min(most, Math.floor(days / trendDays)))
      const periods = { until: untilOf(question), count, days: trendDays }
      return { kind: 'trend', area, filter, cells, periods, parameters: defaultTrend }
    }
    case 'clusters': {
      const parameters = {
        distance: question.bandwidth ?? clusterDistance,
        least: clusterLeast(n),
        days: null,
      }
      return { kind: 'clusters', area, filter, parameters }
    }
    case 'places':
      return { kind: 'places', area, filter, parameters: { tolerance: placeTolerance, possible: null } }
    case 'near':
      return { kind: 'knox', area, filter, parameters: defaultKnox, seed: defaultSeed }
  }
}

/** Squares of the picture of a density: fine where the area is small, and never more than a browser draws at once. */
function stepFor(area: StudyArea): number {
  const corners = area.polygons.flat(2)
  const wide = Math.max(...corners.map(([x]) => x)) - Math.min(...corners.map(([x]) => x))
  const high = Math.max(...corners.map(([, y]) => y)) - Math.min(...corners.map(([, y]) => y))
  return [20, 25, 50, 100, 200, 500].find((step) => (wide * high) / step ** 2 <= 200_000) ?? 1000
}

function hotspotMethod({ method, shape, cell, bandwidth }: HotspotQuestion, area: StudyArea): HotspotMethod {
  if (method === 'density')
    return { name: 'density', kernel: 'quartic', bandwidth, step: stepFor(area), edgeCorrection: true }
  const cells = method === 'streets' ? defaultStreets : { kind: shape, size: cell }
  return { name: 'gi', cells, neighbours: 'adjacent', runs: null }
}

/** Would the map have predicted the months that followed: the same map made again of what was known before each. */
export function predictionOf(
  question: HotspotQuestion,
  area: StudyArea,
): Extract<AnalysisQuestion, { kind: 'prediction' }> {
  const past = Math.max(predictionPast.least, daysOf(question) ?? predictionPast.usual)
  const isMap = question.method === 'gi' || question.method === 'density'
  return {
    kind: 'prediction',
    area,
    filter: filterOf(question),
    method: hotspotMethod(isMap ? question : { ...question, method: 'gi' }, area),
    seed: defaultSeed,
    folds: foldsUntil(untilOf(question), predictionFolds, predictionDays, past),
    shares: predictionShares,
  }
}

/** The period of a question with both ends; null where it has no beginning. */
export const periodOf = (question: HotspotQuestion): Period | null =>
  question.from === null
    ? null
    : { from: question.from, to: question.to ?? dateOf(dayOf(question.today) - 1) }

/** The question of one period against another; null where there is nothing to compare. */
export function changeOf(
  question: HotspotQuestion,
  area: StudyArea,
): Extract<AnalysisQuestion, { kind: 'change' }> | null {
  const period = periodOf(question)
  if (!question.against || !period || period.to < period.from) return null
  const minutes = ({ from, to }: Period) => ({
    from: dayOf(from) * minutesOfDay,
    until: (dayOf(to) + 1) * minutesOfDay,
  })
  return {
    kind: 'change',
    area,
    filter: filterOf(question),
    cells: { kind: question.shape, size: question.cell },
    before: minutes(comparedWith(period, question.against)),
    after: minutes(period),
    alpha: 0.05,
  }
}
