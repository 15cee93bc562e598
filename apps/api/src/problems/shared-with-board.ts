import type { LayerDefinition } from '@trygghetskartan/layers'
import type { ActionPlan, Evidence, Problem, WithheldEvidence } from '../contract-problems.ts'

/** What a problem rests on as anybody in the municipality may read it. */
export interface BoardEvidence {
  readonly shared: readonly Evidence[]
  readonly withheld: readonly WithheldEvidence[]
}

/** Evidence that the police alone read whole, as planners get it. The database does the same in planner.withheld_evidence. */
export const boardEvidence = (
  evidence: readonly Evidence[],
  withheld: readonly WithheldEvidence[],
): BoardEvidence => ({
  shared: evidence.filter(({ policeOnly }) => !policeOnly),
  withheld: [
    ...withheld,
    ...evidence
      .filter(({ policeOnly }) => policeOnly)
      .map(({ id, kind, title, n, at }) => ({
        id,
        kind,
        title,
        atLeast: n === null ? null : Math.floor(n / 5) * 5,
        at,
      })),
  ],
})

/** The plan without the measures that planners do not see, whoever asks: what is printed goes to the board. They are counted. */
export function boardPlan(plan: ActionPlan, layers: readonly LayerDefinition[]): ActionPlan {
  const shown = (layer: string) => layers.some(({ id, audiences }) => id === layer && audiences.planner)
  const ofBoard = (problem: Problem): Problem => {
    const measures = problem.measures.filter(({ layer }) => shown(layer))
    const hidden = problem.measures.filter(({ layer }) => !shown(layer))
    return {
      ...problem,
      measures,
      hiddenMeasures: problem.hiddenMeasures + hidden.length,
      gaps: problem.gaps.filter(({ text }) => !hidden.some(({ title }) => text.sv.startsWith(`${title}:`))),
    }
  }
  const hidden = new Set(
    plan.problems.flatMap(({ measures }) =>
      measures.filter(({ layer }) => !shown(layer)).map(({ id }) => id),
    ),
  )
  return {
    ...plan,
    problems: plan.problems.map(ofBoard),
    measuresWithoutProblem: plan.measuresWithoutProblem.filter(({ layer }) => shown(layer)),
    due: plan.due.filter(({ id }) => !hidden.has(id)),
    warnings: plan.warnings.filter(({ code }) => code !== 'measures-without-problem'),
  }
}
