import { useParams } from '@tanstack/react-router'
import type { ProblemDetail, ProblemsAnswer } from '@trygghetskartan/api/contract-problems'
import { ProblemError } from '../api.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { Empty, ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { AboutSection } from './about-section.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { GoalSection } from './goal-section.tsx'
import { HistorySection } from './history-section.tsx'
import { MeasuresSection } from './measures-section.tsx'
import { OperationsSection } from './operations-section.tsx'
import { ProblemMap } from './problem-map.tsx'
import styles from './problems.module.css'
import { StateChip } from './state-chip.tsx'
import { StateSteps } from './state-steps.tsx'
import { useProblem, useProblems } from './use-problems.ts'
import { WorkFrame, WorkPage } from './work-page.tsx'

/** /planera/problem/{id} and the same below /lagesbild: one problem with all that hangs on it. */
export function ProblemPage() {
  const { problem = '' } = useParams({ strict: false })
  return (
    <WorkFrame>
      <Content key={problem} id={problem} />
    </WorkFrame>
  )
}

function Content({ id }: { readonly id: string }) {
  const t = useText()
  const { data: problem, error, refetch } = useProblem(id)
  const { data: all } = useProblems()
  if (error instanceof ProblemError && [400, 404].includes(error.problem.status))
    return (
      <WorkPage title={t(words.problems)}>
        <Empty title={error.problem.detail ?? error.problem.title} />
      </WorkPage>
    )
  if (!problem || !all)
    return (
      <WorkPage title={t(words.problems)}>
        {error ? <ErrorNote error={error} onRetry={() => void refetch()} /> : <Skeleton lines={9} />}
      </WorkPage>
    )
  return <Whole problem={problem} all={all} />
}

interface WholeProps {
  readonly problem: ProblemDetail
  readonly all: ProblemsAnswer
}

function Whole({ problem, all }: WholeProps) {
  const t = useText()
  const kind = all.kinds.find(({ value }) => value === problem.kind)?.title
  const state = all.states.find(({ value }) => value === problem.state)?.title
  return (
    <WorkPage title={problem.title} actions={<StateChip state={problem.state} title={state} />}>
      <p className={styles.chips}>
        {kind && t(kind)}
        {problem.demo && <span>{t(words.demo)}</span>}
      </p>
      <div className={styles.columns}>
        <div>
          <AboutSection problem={problem} kinds={all.kinds} />
          <GoalSection problem={problem} />
          <EvidenceSection problem={problem} kinds={all.evidenceKinds} />
          <MeasuresSection problem={problem} />
          <OperationsSection problem={problem} />
          <HistorySection problem={problem} />
        </div>
        <div>
          {problem.gaps.length > 0 && (
            <section className={styles.section} aria-label={t(words.missing)}>
              <h3>{t(words.missing)}</h3>
              <ul className={styles.gaps}>
                {problem.gaps.map(({ code, serious, text }) => (
                  <li key={`${code} ${text.sv}`}>
                    <Note tone={serious ? 'warning' : 'info'}>{t(text)}</Note>
                  </li>
                ))}
              </ul>
            </section>
          )}
          <StateSteps problem={problem} />
          <ProblemMap problem={problem} />
        </div>
      </div>
    </WorkPage>
  )
}
