import type { Text } from '@trygghetskartan/api/contract'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanReport } from '@trygghetskartan/siting'
import { compare as words } from '../messages/compare.ts'
import type { Formatter } from '../messages/format.ts'
import { budgetStand } from '../plans/budget.ts'
import type { Better } from './best.ts'

/** What one column's cells follow from. */
export interface RowContext {
  readonly plan: Plan
  /** null where it is not reckoned. */
  readonly report: PlanReport | null
  readonly measures: number
  readonly format: Formatter
  readonly t: (text: Text) => string
}

export interface FigureCell {
  /** What the best is found by. */
  readonly value: number | null
  readonly words: string
  readonly note?: string
  readonly isOver?: boolean
}

export interface FigureRow {
  readonly id: string
  readonly title: Text
  readonly help?: Text
  readonly better?: Better
  /** null where it is not known. */
  readonly cell: (column: RowContext) => FigureCell | null
}

/** The rows of the table, money first. */
export const figureRows: readonly FigureRow[] = [
  {
    id: 'measures',
    title: words.measures,
    cell: ({ measures, report, format, t }) => {
      const n = report?.count
      const note = n && t(words.kinds(n.camera, n.light, n.clearance, n.presence))
      return { value: measures, words: format.number(measures), ...(note && { note }) }
    },
  },
  {
    id: 'investment',
    title: words.investment,
    better: 'low',
    cell: (column) => money(column, column.plan.investment, column.plan.budgetSek),
  },
  {
    id: 'yearly',
    title: words.yearly,
    better: 'low',
    cell: (column) => money(column, column.plan.yearly, column.plan.yearlyBudgetSek),
  },
  {
    id: 'covered',
    title: words.covered,
    help: words.coveredHelp,
    better: 'high',
    cell: ({ report, format, t }) =>
      report && {
        value: tenth(report.covered),
        words: t(words.points(format.number(tenth(report.covered)))),
        note: t(words.added(format.number(tenth(report.covered - report.existing)))),
      },
  },
  {
    id: 'per-point',
    title: words.perPoint,
    better: 'low',
    cell: ({ plan, report, format }) => {
      const added = report ? report.covered - report.existing : 0
      // Less than a tenth of a point is nothing to divide by.
      if (added < 0.1) return null
      // To the thousand: the risk is not known more exactly.
      const cost = Math.round(plan.investment / added / 1000) * 1000
      return { value: cost, words: format.money(cost) }
    },
  },
  figure('metres', words.metres, 'high', ({ metresBroughtUp }) => Math.round(metresBroughtUp), 'm'),
  figure('people', words.people, 'low', ({ peopleWatched }) => Math.round(peopleWatched)),
  figure('homes', words.homes, 'low', ({ homesInView }) => homesInView),
  {
    ...figure('sensitive', words.sensitive, 'low', ({ sensitiveInView }) => sensitiveInView),
    help: words.sensitiveHelp,
  },
  figure('unpriced', words.unpriced, 'low', ({ unpriced }) => unpriced),
]

const tenth = (value: number) => Math.round(value * 10) / 10

function figure(
  id: string,
  title: Text,
  better: Better,
  read: (report: PlanReport) => number,
  unit?: string,
): FigureRow {
  return {
    id,
    title,
    better,
    cell: ({ report, format }) => {
      if (!report) return null
      const value = read(report)
      return { value, words: [format.number(value), unit].filter(Boolean).join(' ') }
    },
  }
}

function money({ format, t }: RowContext, sum: number, budget: number | null): FigureCell {
  const { left } = budgetStand(sum, budget)
  const note =
    left === null
      ? words.noBudget
      : left < 0
        ? words.over(format.money(-left))
        : words.left(format.money(left))
  return { value: sum, words: format.money(sum), note: t(note), isOver: left !== null && left < 0 }
}
