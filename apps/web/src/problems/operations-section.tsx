import type { Operation, ProblemDetail } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { actionPlan } from '../messages/action-plan.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { OperationDialog } from './operation-dialog.tsx'
import { OperationItem } from './operation-item.tsx'
import styles from './problems.module.css'
import { useProblems } from './use-problems.ts'

/** Joint operations that answer to the problem. */
export function OperationsSection({ problem }: { readonly problem: ProblemDetail }) {
  const t = useText()
  const [adding, setAdding] = useState(false)
  const { data: all } = useProblems()
  // The others that it answers to too, where there are any.
  const others = ({ problems }: Operation) =>
    problems.length > 1 && all
      ? { problems: all.problems.filter(({ id }) => id !== problem.id && problems.includes(id)) }
      : {}
  return (
    <section className={styles.section} aria-label={t(words.operations)}>
      <header>
        <h3>{t(words.operations)}</h3>
        <Button size="s" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {t(actionPlan.newOperation)}
        </Button>
      </header>
      {problem.operations.length === 0 && <p className={styles.soft}>{t(actionPlan.noOperations)}.</p>}
      <ul className={styles.items}>
        {problem.operations.map((operation) => (
          <li key={operation.id} id={`row-${operation.id}`}>
            <OperationItem operation={operation} {...others(operation)} />
          </li>
        ))}
      </ul>
      {adding && <OperationDialog problem={problem.id} onClose={() => setAdding(false)} />}
    </section>
  )
}
