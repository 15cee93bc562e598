import type { ActionPlan, Due, Gap, Operation, PlannedMeasure, Problem } from '../contract-problems.ts'
import { day } from '../dossiers/swedish.ts'
import { dayInSweden } from './day-in-sweden.ts'
import { english, reviewBy, reviewedOn } from './gaps.ts'

/** Measures that are still to be done: their day is a due day. */
const ahead = new Set(['idea', 'proposed', 'in_review', 'decided', 'ordered'])

export interface ActionPlanInputs {
  readonly problems: readonly Problem[]
  /** Every measure the caller sees that is neither declined nor ended, nor a draft of a plan. */
  readonly measures: readonly PlannedMeasure[]
  readonly operations: readonly Operation[]
  /** "2026-11-30" */
  readonly today: string
}

/** The plan as it follows from the problems: what lacks a measure, which measure and operation answer to no problem, and what is due when. */
export function actionPlanOf({ problems, measures, operations, today }: ActionPlanInputs): ActionPlan {
  const open = problems.filter(({ state }) => state !== 'closed')
  const linked = new Set(problems.flatMap((problem) => problem.measures.map(({ id }) => id)))
  const measuresWithoutProblem = measures.filter(({ id }) => !linked.has(id))
  const updatedOn = problems
    .map(reviewedOn)
    .reduce((latest, day) => (day && (!latest || day > latest) ? day : latest), null)
  const updateBy = updatedOn && reviewBy(updatedOn)
  return {
    problems: [...problems],
    measuresWithoutProblem,
    operationsWithoutProblem: operations.filter(
      ({ problems, cancelled }) => problems.length === 0 && !cancelled,
    ),
    due: dueOf(open, operations, today),
    updatedOn,
    updateBy,
    warnings: warningsOf({ open, measuresWithoutProblem, updatedOn, updateBy, today }),
  }
}

function dueOf(open: readonly Problem[], operations: readonly Operation[], today: string): Due[] {
  const of = (due: Omit<Due, 'late'>): Due => ({ ...due, late: due.on < today })
  const all = open.flatMap((problem): Due[] => [
    ...(problem.targetOn && (problem.progress ?? 0) < 1
      ? [
          of({
            on: problem.targetOn,
            what: 'target',
            problem: problem.id,
            id: problem.id,
            title: problem.title,
          }),
        ]
      : []),
    ...(problem.reviewBy
      ? [
          of({
            on: problem.reviewBy,
            what: 'review',
            problem: problem.id,
            id: problem.id,
            title: problem.title,
          }),
        ]
      : []),
    ...problem.measures.flatMap(({ id, title, status, startsOn, completedOn }) => {
      const on = completedOn ?? startsOn
      return on && ahead.has(status) ? [of({ on, what: 'measure', problem: problem.id, id, title })] : []
    }),
  ])
  const planned = operations
    .filter(({ cancelled, outcome }) => !cancelled && !outcome)
    .map(({ id, title, problems: [problem = null], endsAt }) =>
      of({ on: dayInSweden(new Date(endsAt)), what: 'operation', problem, id, title }),
    )
  return [...all, ...planned].sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title, 'sv'))
}

interface Warned extends Pick<ActionPlan, 'measuresWithoutProblem' | 'updatedOn' | 'updateBy'> {
  readonly open: readonly Problem[]
  readonly today: string
}

function warningsOf({ open, measuresWithoutProblem, updatedOn, updateBy, today }: Warned): Gap[] {
  const warnings: Gap[] = []
  const lacking = open.filter(({ gaps }) => gaps.some(({ code }) => code === 'no-measure')).length
  if (lacking > 0)
    warnings.push({
      code: 'problems-without-measure',
      serious: true,
      text: {
        sv: lacking === 1 ? 'Ett problem har ingen åtgärd.' : `${lacking} problem har ingen åtgärd.`,
        en: lacking === 1 ? 'One problem has no measure.' : `${lacking} problems have no measure.`,
      },
    })
  const loose = measuresWithoutProblem.length
  if (loose > 0)
    warnings.push({
      code: 'measures-without-problem',
      serious: false,
      text: {
        sv:
          loose === 1
            ? 'En åtgärd svarar inte mot något problem.'
            : `${loose} åtgärder svarar inte mot något problem.`,
        en: loose === 1 ? 'One measure answers to no problem.' : `${loose} measures answer to no problem.`,
      },
    })
  if (updatedOn === null)
    warnings.push({
      code: 'never-adopted',
      serious: true,
      text: { sv: 'Åtgärdsplanen är inte beslutad.', en: 'The action plan has not been adopted.' },
    })
  else if (updateBy && updateBy < today)
    warnings.push({
      code: 'not-updated',
      serious: true,
      text: {
        sv: `Åtgärdsplanen skulle ha uppdaterats senast ${day(updateBy)}: minst vartannat år enligt lagen 2023:196.`,
        en: `The action plan was to be updated by ${english(updateBy)}: at least every second year by act 2023:196.`,
      },
    })
  return warnings
}
