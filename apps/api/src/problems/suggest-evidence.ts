import { layerById } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'
import type { Evidence, NewEvidence } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { number } from '../dossiers/swedish.ts'
import {
  type Counted,
  countIncidents,
  countObservations,
  countReports,
  findAnalyses,
  findSurveys,
  findWalks,
} from '../queries/problem-suggestions.ts'

/** Kinds that are told apart in a piece of evidence; the rest stands in its number alone. */
const mostKinds = 4

const reasonTitle = (reason: string): string =>
  layerById('unsafe_reports')?.categories.values.find(({ value }) => value === reason)?.title.sv ?? reason
const figures = (counted: readonly Counted[], titleOf = (value: string) => value) =>
  counted.slice(0, mostKinds).map(({ value, n }) => ({ label: titleOf(value), value: number(n) }))
const sum = (counted: readonly Counted[]): number => counted.reduce((all, { n }) => all + n, 0)

/**
 * What the map and the police's own results say of a problem's ground, as evidence that can be taken as it is: figures as they are on the
 * day. What planners have no view of, or see less of, is suggested for the police alone.
 */
export async function suggestEvidence(
  sql: Sql,
  { audience }: Caller,
  problem: string,
  known: readonly Evidence[],
  today: string,
): Promise<NewEvidence[]> {
  const from = `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-02-28')}`
  const period = { from, to: today }
  const isPolice = audience === 'police'
  const reports = await countReports(sql, audience, problem)
  const observed = await countObservations(sql, audience, problem)
  const happened = isPolice ? await countIncidents(sql, problem) : []
  const suggestions: NewEvidence[] = [
    ...(happened.length > 0
      ? [
          {
            ...{
              kind: 'analysis',
              title: 'Händelser på platsen det senaste året',
              ...period,
              layer: 'incidents',
            },
            ...{
              n: sum(happened),
              figures: figures(happened),
              source: 'Polisens händelser',
              policeOnly: true,
            },
          },
        ]
      : []),
    ...(reports.n > 0
      ? [
          {
            ...{ kind: 'reports', title: 'Rapporter om otrygghet det senaste året', ...period, n: reports.n },
            ...{ figures: figures(reports.reasons, reasonTitle), source: 'Allmänhetens rapporter' },
          },
        ]
      : []),
    ...(observed.length > 0
      ? [
          {
            ...{ kind: 'observations', title: 'Fältposter det senaste året', ...period, n: sum(observed) },
            ...{
              figures: figures(observed),
              source: 'Fältare, ordningsvakter och värdar',
              policeOnly: isPolice,
            },
          },
        ]
      : []),
    ...(await findSurveys(sql, audience, problem)).map(({ id, title, year, share, n }) => ({
      ...{ kind: 'survey', layer: 'safety_survey_areas', object: id, n, source: 'Trygghetsmätningen' },
      title: `Trygghetsmätningen ${year}, ${title}`,
      figures: [{ label: 'Andel som känner sig otrygg', value: `${number(share, 1)} %` }],
    })),
    ...(await findWalks(sql, audience, problem)).map(({ id, title, walkedOn, remarks, answered }) => ({
      ...{ kind: 'walk', layer: 'safety_walks', object: id, n: remarks, source: 'Trygghetsvandring' },
      ...{ title: `Vandring: ${title}`.slice(0, 200), from: walkedOn, to: walkedOn },
      figures: [{ label: 'Anmärkningar, varav besvarade', value: `${number(remarks)}, ${number(answered)}` }],
    })),
    ...(isPolice ? await findAnalyses(sql) : []).map(({ id, title, n, on }) => ({
      ...{ kind: 'analysis', layer: 'analyses', object: id, title, n, to: on, source: 'Sparad analys' },
      policeOnly: true,
    })),
  ]
  return suggestions.filter(({ object }) => !object || !known.some((one) => one.object === object))
}
