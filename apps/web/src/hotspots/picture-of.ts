import {
  type AnalysisQuestion,
  type AnswerTo,
  answerTo,
  binIncidents,
  gridOver,
  type IncidentColumns,
  type PeriodChange,
  selectIncidents,
  squareMetresOf,
} from '@trygghetskartan/analysis'
import { fromWgs84, isRefusal, type Refusal, refuse } from '@trygghetskartan/geo'
import { analysisOf, changeOf } from './analysis-of.ts'
import { areaOf } from './area-of.ts'
import { countIncidents } from './counts.ts'
import { dateOf } from './days.ts'
import { changeFigure, clustersFigure, hotspotsFigure, placesFigure, trendFigure } from './figure-of.ts'
import type { Asked, Change, Figure, HotspotQuestion, Picture, Streets } from './hotspot-protocol.ts'

type Answered = {
  readonly figure: Figure | Refusal
  readonly n: number
  readonly remarks: Picture['remarks']
}

/** The whole answer to a question: the figure of the map, the counts of the charts, and what it all rests on. */
export async function pictureOf(
  incidents: IncidentColumns,
  question: HotspotQuestion,
  streets: Streets | null,
): Promise<Picture> {
  const began = performance.now()
  const { srid } = incidents
  const area = areaOf(incidents, question)
  const counts = countIncidents(incidents, question, area)
  const asked = analysisOf(question, area, counts.n)
  const comparison = changeOf(question, area)
  const compared = comparison && (await answerTo(comparison, { incidents }))
  const lines = streets?.map((line) => line.map((place) => fromWgs84(srid, [...place])))
  const answered =
    compared && comparison && !isRefusal(compared)
      ? changed(compared)
      : question.method === 'near'
        ? { figure: { kind: 'near' } as const, n: counts.n, remarks: [] }
        : await answer()
  return {
    question,
    counts,
    ...answered,
    change: compared && comparison && (isRefusal(compared) ? compared : changeIn(comparison, compared)),
    asked: withoutArea(comparison ?? asked),
    squareKilometres: squareMetresOf(area) / 1e6,
    srid,
    took: performance.now() - began,
  }

  async function answer(): Promise<Answered> {
    const found = await answerTo(asked, { incidents, ...(lines && { streets: lines }) })
    if (isRefusal(found)) return { figure: found, n: 0, remarks: [] }
    switch (asked.kind) {
      case 'hotspots': {
        const own = found as AnswerTo<'hotspots'>
        return { figure: hotspotsFigure(own, question.bandwidth === null), n: own.n, remarks: own.remarks }
      }
      case 'clusters': {
        const own = found as AnswerTo<'clusters'>
        return { figure: clustersFigure(own), n: own.n, remarks: own.remarks }
      }
      case 'places': {
        const own = found as AnswerTo<'places'>
        return { figure: placesFigure(own), n: own.n, remarks: own.remarks }
      }
      case 'trend': {
        const own = found as AnswerTo<'trend'>
        const { until, count, days } = asked.periods
        const cellCounts = countsIn(asked, { from: until - count * days * 1440, until })
        const figure = cellCounts && trendFigure(own, asked, cellCounts)
        return { figure: figure ?? unknown, n: Math.round(own.n), remarks: own.remarks }
      }
      default:
        return { figure: unknown, n: 0, remarks: [] }
    }
  }

  function changed(found: AnswerTo<'change'>): Answered {
    const cellCounts = comparison && countsIn(comparison, comparison.after)
    const figure = comparison && cellCounts && changeFigure(found, comparison, cellCounts)
    return { figure: figure ?? unknown, n: found.n, remarks: found.remarks }
  }

  function countsIn(
    { filter, cells, area: own }: Pick<NonNullable<typeof comparison>, 'filter' | 'cells' | 'area'>,
    period: { readonly from: number; readonly until: number },
  ): Float64Array | null {
    const grid = gridOver(own, cells)
    const selection = selectIncidents(incidents, { ...filter, ...period })
    if (isRefusal(grid) || isRefusal(selection)) return null
    const binned = binIncidents(grid, incidents, selection)
    return isRefusal(binned) ? new Float64Array(grid.length) : binned.counts
  }
}

function withoutArea(question: AnalysisQuestion): Asked {
  if (!('area' in question)) return question
  const { area: _, ...asked } = question
  return asked
}

const changeIn = (
  { before, after }: NonNullable<ReturnType<typeof changeOf>>,
  { before: first, after: second, change, remarks }: PeriodChange,
): Change => ({
  before: { ...datesOf(before), n: first.incidents },
  after: { ...datesOf(after), n: second.incidents },
  whole: change,
  remarks,
})

const datesOf = ({ from, until }: { readonly from: number; readonly until: number }) => ({
  from: dateOf(from / 1440),
  to: dateOf(until / 1440 - 1),
})

const unknown = refuse('unknown', 'Frågan gick inte att besvara.', 'The question could not be answered.')
