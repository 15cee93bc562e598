import type { ActionPlan } from '@trygghetskartan/api/contract-problems'
import { actionPlan as words } from '../messages/action-plan.ts'
import { useFormat } from '../messages/format.ts'
import { problems } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { DueList } from './due-list.tsx'
import { LooseMeasures } from './loose-measures.tsx'
import { OperationItem } from './operation-item.tsx'
import { PlanMatrix } from './plan-matrix.tsx'
import styles from './problems.module.css'
import { useActionPlan } from './use-problems.ts'
import { WorkFrame, WorkPage } from './work-page.tsx'

/** /planera/atgardsplan and /lagesbild/atgardsplan: problems against measures, and what lacks what. */
export function ActionPlanPage() {
  return (
    <WorkFrame>
      <Content />
    </WorkFrame>
  )
}

function Content() {
  const t = useText()
  const { data, error, refetch } = useActionPlan()
  return (
    <WorkPage
      title={t(problems.plan)}
      lead={t(words.lead)}
      actions={
        <>
          <a href="/api/action-plan/atgardsplan.docx" download>
            {t(words.word)}
          </a>
          <a href="/api/action-plan/atgardsplan.pdf" download>
            {t(words.pdf)}
          </a>
        </>
      }
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={9} />}
      {data && <Whole plan={data} />}
    </WorkPage>
  )
}

function Whole({ plan }: { readonly plan: ActionPlan }) {
  const t = useText()
  const format = useFormat()
  const { updatedOn, updateBy, warnings, operationsWithoutProblem } = plan
  return (
    <>
      {updatedOn && updateBy && (
        <p className={styles.soft}>
          {t(words.updated(format.date(updatedOn)))}, {t(words.updateBy(format.date(updateBy)))}.
        </p>
      )}
      {warnings.length > 0 && (
        <ul className={styles.gaps}>
          {warnings.map(({ code, serious, text }) => (
            <li key={code}>
              <Note tone={serious ? 'warning' : 'info'}>{t(text)}</Note>
            </li>
          ))}
        </ul>
      )}
      <PlanMatrix plan={plan} />
      <DueList due={plan.due} />
      <LooseMeasures plan={plan} />
      {operationsWithoutProblem.length > 0 && (
        <section className={styles.section} aria-label={t(words.looseOperations)}>
          <h3>{t(words.looseOperations)}</h3>
          <ul className={styles.items}>
            {operationsWithoutProblem.map((operation) => (
              <li key={operation.id}>
                <OperationItem operation={operation} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
