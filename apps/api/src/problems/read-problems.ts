import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'
import type { PlannedMeasure, Problem } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { readLinks, readMeasures, readOperations, type StoredMeasure } from '../queries/problem-parts.ts'
import { readProblems, type StoredProblem } from '../queries/problems.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { gapsOf, reviewBy, reviewedOn } from './gaps.ts'
import { progressOf } from './progress.ts'

/** A stored measure with the words of its layer and status. */
export function plannedMeasure(measure: StoredMeasure, layers: readonly LayerDefinition[]): PlannedMeasure {
  const layer = layers.find(({ id }) => id === measure.layer)!
  const status = layer.categories.values.find(({ value }) => value === measure.status)
  const said = { sv: measure.status, en: measure.status }
  return { ...measure, layerTitle: layer.title, statusTitle: status?.title ?? said }
}

/** The problems with their measures and operations as the caller sees them, and what follows from them on a day; one where an id is given. */
export async function readWholeProblems(
  sql: Sql,
  layers: readonly LayerDefinition[],
  caller: Caller,
  today: string,
  id: string | null = null,
): Promise<Problem[]> {
  const { audience } = caller
  const stored = await readProblems(sql, audience, id)
  const links = await readLinks(sql, audience, id)
  const seen = layersSeenBy(layers, caller)
  const measures = await readMeasures(sql, audience, seen, [...new Set(links.map(({ measure }) => measure))])
  const operations = await readOperations(sql, audience, id === null ? {} : { problem: id })
  const byId = new Map(measures.map((measure) => [measure.id, plannedMeasure(measure, seen)]))
  return stored.map((problem) =>
    whole(
      {
        ...problem,
        measures: links.flatMap(({ problem: of, measure, expectedEffect }) => {
          const found = of === problem.id ? byId.get(measure) : undefined
          return found ? [{ ...found, expectedEffect }] : []
        }),
        operations: operations.filter(({ problems }) => problems.includes(problem.id)),
      },
      today,
    ),
  )
}

function whole(problem: StoredProblem & Pick<Problem, 'measures' | 'operations'>, today: string): Problem {
  const reviewed = reviewedOn(problem)
  return {
    ...problem,
    progress: progressOf(problem),
    gaps: gapsOf(problem, today),
    reviewBy: reviewed && problem.state !== 'closed' ? reviewBy(reviewed) : null,
  }
}
