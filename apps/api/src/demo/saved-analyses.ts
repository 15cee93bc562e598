import {
  type AnalysisQuestion,
  analysisMethods,
  answerTo,
  defaultKnox,
  defaultSeed,
  everyIncident,
  foldsUntil,
  forSaving,
  type IncidentColumns,
  type IncidentFilter,
  neededRows,
  packIncidents,
  placedPrecisions,
  type StudyArea,
  takeRows,
  unpackIncidents,
} from '@trygghetskartan/analysis'
import { isRefusal, type Position } from '@trygghetskartan/geo'
import type { Sql } from '../database/database.ts'
import { columnsOf, incidentSrid } from '../incidents/packed-incidents.ts'
import { nameOf, pack } from '../kept-inputs.ts'
import { type DemoAnalysis, insertDemoAnalyses } from '../queries/demo-analyses.ts'
import { readIncidentPieces, readKindNumbers } from '../queries/incident-columns.ts'
import { listIncidentKinds } from '../queries/incidents.ts'

const dayMinutes = 1440

/** What an analyst would have saved of the demonstration's incidents: where, whether it would have been foreseen, whether it repeats. */
export async function saveDemoAnalyses(sql: Sql, now: Date): Promise<void> {
  const kinds = await listIncidentKinds(sql)
  const ofGroups = (...groups: string[]) =>
    kinds.filter(({ group }) => groups.includes(group)).map(({ code }) => code)
  const numbers = await readKindNumbers(sql)
  const pieces: IncidentColumns[] = []
  await readIncidentPieces(sql, 'incidents', (piece) => pieces.push(columnsOf(piece, numbers, 'incidents')))
  const incidents = await joined(pieces)
  const until = Math.floor(now.getTime() / 60_000 / dayMinutes) * dayMinutes
  const year = { from: until - 364 * dayMinutes, until }
  const nights: IncidentFilter = {
    ...everyIncident,
    ...year,
    hours: { from: 22 * 60, until: 3 * 60 },
    weekdays: [5, 6],
    kinds: ofGroups('violence', 'disorder'),
  }
  const area = areaOf(incidents)
  const map = {
    ...{ area, filter: nights, seed: defaultSeed },
    method: { name: 'gi', cells: { kind: 'hexagon', size: 100 }, neighbours: 'adjacent', runs: null },
  } as const
  const asked: readonly (readonly [string, AnalysisQuestion])[] = [
    ['Fredags- och lördagsnätter: våld och ordningsstörning', { kind: 'hotspots', ...map }],
    [
      'Hade kartan över helgnätter förutsagt nästa månad?',
      { kind: 'prediction', ...map, folds: foldsUntil(until, 6, 28, 364), shares: [0.01, 0.02, 0.05, 0.1] },
    ],
    [
      'Upprepas skadegörelse nära inom några veckor?',
      {
        ...{ kind: 'knox', area, seed: defaultSeed, parameters: defaultKnox },
        filter: { ...everyIncident, ...year, kinds: ofGroups('damage') },
      },
    ],
  ]
  const made: DemoAnalysis[] = []
  for (const [title, question] of asked) {
    const needed = takeRows(incidents, neededRows(incidents, question))
    const answer = await answerTo(question, { incidents: needed })
    if (isRefusal(answer)) throw new Error(`${title}: ${answer.text.en}`)
    const content = await packedOf([needed])
    made.push({
      ...{ title, methods: analysisMethods, question, result: forSaving(question.kind, answer) },
      n: 'n' in answer ? answer.n : null,
      incidents: { name: nameOf(content), content: await pack(content) },
    })
  }
  await insertDemoAnalyses(sql, made, now)
}

/** The whole town: the box of what has a place in it, on whole half kilometres. */
function areaOf({ x, y, precision }: IncidentColumns): StudyArea {
  const half = 500
  const placed = (values: Float64Array) => values.filter((_, i) => precision[i]! < placedPrecisions)
  const from = (values: Float64Array) =>
    half * Math.floor(placed(values).reduce((a, b) => Math.min(a, b)) / half)
  const to = (values: Float64Array) =>
    half * Math.ceil(placed(values).reduce((a, b) => Math.max(a, b)) / half)
  const [w, s, e, n] = [from(x), from(y), to(x), to(y)]
  const ring: Position[] = [
    [w, s],
    [e, s],
    [e, n],
    [w, n],
    [w, s],
  ]
  return { srid: incidentSrid, polygons: [[ring]] }
}

async function packedOf(pieces: readonly IncidentColumns[]): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const part of packIncidents(pieces, incidentSrid)) parts.push(part)
  return Buffer.concat(parts)
}

async function joined(pieces: readonly IncidentColumns[]): Promise<IncidentColumns> {
  const all = unpackIncidents(await packedOf(pieces))
  if (isRefusal(all)) throw new Error(all.text.en)
  return all
}
