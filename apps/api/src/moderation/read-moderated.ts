import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'
import type { BuiltPlace, ModeratedReport, Near } from '../contract-moderation.ts'
import type { PlannedMeasure } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { plannedMeasure } from '../problems/read-problems.ts'
import { readLinkedPlaces, readOthers, readReport } from '../queries/moderation.ts'
import {
  measuresNearReport,
  placesNearReport,
  readReportLinks,
  reportsNearReport,
} from '../queries/moderation-near.ts'
import { readPlace } from '../queries/moderation-steps.ts'
import { readMeasures } from '../queries/problem-parts.ts'
import { layersSeenBy } from '../rights/layers.ts'

export const noReport = () =>
  new ProblemError('not-found', {
    sv: 'Rapporten finns inte. Den kan ha tagits tillbaka av den som skickade den.',
    en: 'There is no such report. It may have been withdrawn by who sent it.',
  })

/** Statuses of a measure that stands. */
const standing = ['built', 'in_operation', 'evaluated']

async function measuresById(
  sql: Sql,
  seen: readonly LayerDefinition[],
  ids: readonly string[],
): Promise<Map<string, PlannedMeasure>> {
  const found = await readMeasures(sql, 'planner', seen, [...new Set(ids)])
  return new Map(found.map((one) => [one.id, plannedMeasure(one, seen)]))
}

/** A report with all that a moderator needs beside it; a 404 where there is none. */
export async function readModerated(
  sql: Sql,
  layers: readonly LayerDefinition[],
  caller: Caller,
  today: string,
  id: string,
): Promise<ModeratedReport> {
  const report = await readReport(sql, id, today)
  if (!report) throw noReport()
  const seen = layersSeenBy(layers, caller)
  const links = await readReportLinks(sql, { report: id, place: report.place })
  const nearby = await measuresNearReport(sql, seen, id)
  const measures = await measuresById(sql, seen, [
    ...links.flatMap(({ measure }) => measure ?? []),
    ...nearby.map((one) => one.id),
  ])
  const near: Near = {
    reports: await reportsNearReport(sql, id),
    places: await placesNearReport(sql, id),
    measures: nearby.flatMap(({ id: measure, metres }) => {
      const found = measures.get(measure)
      return found ? [{ ...found, metres }] : []
    }),
  }
  return {
    ...report,
    links: links.flatMap(({ id: link, measure, problem }) => {
      const found = (measure && measures.get(measure)) || null
      return found || problem ? [{ id: link, measure: found, problem }] : []
    }),
    publicPlace: report.place ? ((await readPlace(sql, report.place)) ?? null) : null,
    others: await readOthers(sql, report),
    near,
  }
}

/** Places whose every measure stands, though nobody has said that they are done. */
export async function readBuiltPlaces(
  sql: Sql,
  layers: readonly LayerDefinition[],
  caller: Caller,
): Promise<BuiltPlace[]> {
  const places = await readLinkedPlaces(sql)
  const ids = places.flatMap(({ links }) => links.map(({ measure }) => measure))
  const measures = await measuresById(sql, layersSeenBy(layers, caller), ids)
  return places.flatMap(({ links, ...place }) => {
    const linked = links.flatMap(({ measure }) => measures.get(measure) ?? [])
    const stands = linked.length === links.length && linked.every(({ status }) => standing.includes(status))
    return stands ? [{ ...place, measures: linked }] : []
  })
}
