import { isRefusal, type Refusal } from '@trygghetskartan/geo'
import { backTest } from '../back-test.ts'
import { clusters } from '../clusters.ts'
import { effectOf } from '../effect.ts'
import { type HotspotData, hotspots } from '../hotspot.ts'
import { hourWeekday } from '../hour-weekday.ts'
import type { IncidentColumns } from '../incidents/columns.ts'
import { knox } from '../knox.ts'
import type { LeftOut } from '../left-out.ts'
import { repeatPlaces } from '../repeat-places.ts'
import type { RunControl } from '../run-steps.ts'
import { changeInCells, trendInCells } from './cell-counts.ts'
import { chosenIncidents, sumUp } from './chosen-incidents.ts'
import { forecastOf } from './forecast-of.ts'
import type { AnalysisKind, AnalysisQuestion, Chosen, QuestionOf } from './question.ts'

type Asked = {
  readonly [K in AnalysisKind]: (data: HotspotData, question: QuestionOf<K>, control: RunControl) => unknown
}

const methods = {
  hotspots: (data, question, control) => hotspots(data, question, control),
  prediction: async ({ incidents, streets }, question, control) => {
    const made = forecastOf(question, streets)
    if (isRefusal(made)) return made
    const { filter, folds, shares } = question
    return backTest(incidents, filter, made.cells, folds, shares, made.forecast, control)
  },
  knox: ({ incidents }, question, control) =>
    among(incidents, question, (chosen) => knox(chosen, question.parameters, question.seed, control)),
  clusters: ({ incidents }, question) =>
    among(incidents, question, (chosen) => clusters(chosen, question.parameters)),
  trend: ({ incidents }, question) => trendInCells(incidents, question),
  change: ({ incidents }, question) => changeInCells(incidents, question),
  hours: ({ incidents }, question) => among(incidents, question, (chosen) => hourWeekday(chosen)),
  places: ({ incidents }, question) =>
    among(incidents, question, (chosen) => repeatPlaces(chosen, question.parameters)),
  effect: (_, question) => effectOf(question),
} satisfies Asked

/** What a question of a kind is answered with. */
export type AnswerTo<K extends AnalysisKind> = Exclude<Awaited<ReturnType<(typeof methods)[K]>>, Refusal>

/** Answers any question, the same for the same incidents in whatever order. Refuses what its method does. */
export async function answerTo<Q extends AnalysisQuestion>(
  question: Q,
  data: HotspotData,
  control: RunControl = {},
): Promise<AnswerTo<Q['kind']> | Refusal> {
  const method = methods[question.kind] as (data: HotspotData, question: Q, control: RunControl) => unknown
  return (await method(data, question, control)) as AnswerTo<Q['kind']> | Refusal
}

async function among<T extends { readonly leftOut: readonly LeftOut[] }>(
  incidents: IncidentColumns,
  question: Chosen,
  method: (chosen: IncidentColumns) => T | Refusal | Promise<T | Refusal>,
): Promise<(T & { readonly outside: number; readonly srid: number }) | Refusal> {
  const chosen = chosenIncidents(incidents, question)
  if (isRefusal(chosen)) return chosen
  const result = await method(chosen.incidents)
  if (isRefusal(result)) return result
  const leftOut = sumUp([...chosen.leftOut, ...result.leftOut])
  return { ...result, leftOut, outside: chosen.outside, srid: incidents.srid }
}
