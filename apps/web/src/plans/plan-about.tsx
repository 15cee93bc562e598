import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { useTask } from '../tasks/use-task.ts'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { budgetStand } from './budget.ts'
import { costOf, isUnpriced } from './measure-cost.ts'
import { PlanForm } from './plan-form.tsx'
import styles from './plan-panel.module.css'

interface PlanAboutProps {
  readonly plan: Plan
  readonly plans: readonly Plan[]
  readonly measures: readonly PlanMeasure[]
}

/** What a plan is for, what it varies, and what it costs against its budget. */
export function PlanAbout({ plan, plans, measures }: PlanAboutProps) {
  const t = useText()
  const { layers } = useSession()
  const [, openTask] = useTask()
  const [editing, setEditing] = useState(false)
  const origin = plans.find(({ id }) => id === plan.copiedFrom?.id)
  const unpriced = measures.filter((measure) =>
    isUnpriced(
      costOf(
        layers.find(({ id }) => id === measure.layer),
        measure.properties,
      ),
    ),
  ).length
  if (editing) return <PlanForm plan={plan} onDone={() => setEditing(false)} />
  return (
    <div className={styles.about}>
      <header>
        <div>
          {plan.description && <p className={styles.description}>{plan.description}</p>}
          {plan.copiedFrom && (
            <p className={styles.from}>
              {origin ? (
                <>
                  {t(words.copiedFrom)}{' '}
                  <button type="button" onClick={() => openTask('plan', origin.id)}>
                    {origin.title}
                  </button>
                </>
              ) : (
                t(words.copiedFromOthers)
              )}
            </p>
          )}
        </div>
        <IconButton
          label={t(words.edit)}
          icon={<Icon name="edit" size={16} />}
          onClick={() => setEditing(true)}
        />
      </header>
      <section className={styles.budgets} aria-label={t(words.costs)}>
        <BudgetBar title={t(words.investment)} sum={plan.investment} budget={plan.budgetSek} />
        <BudgetBar title={t(words.yearly)} sum={plan.yearly} budget={plan.yearlyBudgetSek} />
        {unpriced > 0 && (
          <p className={styles.unpriced}>
            <Icon name="warning" size={15} />
            {t(words.unpriced(unpriced))}
          </p>
        )}
      </section>
    </div>
  )
}

interface BudgetBarProps {
  readonly title: string
  readonly sum: number
  readonly budget: number | null
}

/** A sum against its budget: figures, a bar, and in words how it stands. */
function BudgetBar({ title, sum, budget }: BudgetBarProps) {
  const t = useText()
  const format = useFormat()
  const stand = budgetStand(sum, budget)
  const isOver = stand.left !== null && stand.left < 0
  return (
    <dl className={styles.budget} data-over={isOver || undefined}>
      <dt>{title}</dt>
      <dd>
        {budget === null
          ? `${format.money(sum)}, ${t(words.noBudget)}`
          : t(words.ofBudget(format.money(sum), format.money(budget)))}
      </dd>
      {stand.left !== null && (
        <>
          <dd className={styles.bar} aria-hidden="true">
            <i style={{ width: `${100 * stand.filled}%` }} />
            {isOver && <b style={{ left: `${100 * stand.mark}%` }} />}
          </dd>
          <dd className={styles.stand}>
            {t(isOver ? words.over(format.money(-stand.left)) : words.left(format.money(stand.left)))}
          </dd>
        </>
      )}
    </dl>
  )
}
