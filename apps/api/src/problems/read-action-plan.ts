import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'
import type { ActionPlan } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { readMeasures, readOperations } from '../queries/problem-parts.ts'
import { layersSeenBy } from '../rights/layers.ts'
import { actionPlanOf } from './action-plan.ts'
import { plannedMeasure, readWholeProblems } from './read-problems.ts'

/** The action plan as the caller sees it on a day. */
export async function readActionPlan(
  sql: Sql,
  layers: readonly LayerDefinition[],
  caller: Caller,
  today: string,
): Promise<ActionPlan> {
  const seen = layersSeenBy(layers, caller)
  const measures = await readMeasures(sql, caller.audience, seen, null)
  return actionPlanOf({
    problems: await readWholeProblems(sql, layers, caller, today),
    measures: measures.map((measure) => plannedMeasure(measure, seen)),
    operations: await readOperations(sql, caller.audience),
    today,
  })
}
