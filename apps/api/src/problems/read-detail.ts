import type { LayerDefinition } from '@trygghetskartan/layers'
import type { Caller } from '../auth.ts'
import type { ProblemDetail } from '../contract-problems.ts'
import type { Sql } from '../database/database.ts'
import { ProblemError } from '../errors.ts'
import { readEvidence, readWithheld } from '../queries/problems.ts'
import { problemSteps } from './kinds.ts'
import { readWholeProblems } from './read-problems.ts'

/** A problem with what it rests on, as far as the caller reads it; a 404 where there is none. */
export async function readDetail(
  sql: Sql,
  layers: readonly LayerDefinition[],
  caller: Caller,
  today: string,
  id: string,
): Promise<ProblemDetail> {
  const [problem] = await readWholeProblems(sql, layers, caller, today, id)
  if (!problem)
    throw new ProblemError('not-found', { sv: 'Problemet finns inte.', en: 'There is no such problem.' })
  const next = problemSteps.filter(({ from }) => from === problem.state).map(({ to }) => to)
  return {
    ...problem,
    evidenceList: await readEvidence(sql, caller.audience, id),
    withheld: await readWithheld(sql, caller.audience, id),
    nextStates: next.filter((to) => to !== 'adopted' || caller.decides),
  }
}
