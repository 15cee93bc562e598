import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { ProblemCard } from './problem-card.tsx'
import { ProblemForm } from './problem-form.tsx'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'
import { useProblems, useRefreshProblems } from './use-problems.ts'
import { useWorkFace } from './work-face.ts'
import { WorkFrame, WorkPage } from './work-page.tsx'

/** /planera/problem and /lagesbild/problem: the problems, how they go and what they lack. */
export function ProblemsPage() {
  return (
    <WorkFrame>
      <Content />
    </WorkFrame>
  )
}

function Content() {
  const t = useText()
  const face = useWorkFace()
  const navigate = useNavigate()
  const refresh = useRefreshProblems()
  const { data, error, refetch } = useProblems()
  const [adding, setAdding] = useState(false)
  const open = data?.problems.filter(({ state }) => state !== 'closed') ?? []
  const closed = data?.problems.filter(({ state }) => state === 'closed') ?? []
  return (
    <WorkPage
      title={t(words.problems)}
      lead={t(words.lead)}
      actions={
        <Button kind="primary" icon={<Icon name="plus" size={16} />} onClick={() => setAdding(true)}>
          {t(words.newProblem)}
        </Button>
      }
    >
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={9} />}
      {data?.problems.length === 0 && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
        </Empty>
      )}
      {data && (
        <ul className={styles.cards}>
          {open.map((problem) => (
            <li key={problem.id}>
              <ProblemCard problem={problem} kinds={data.kinds} states={data.states} />
            </li>
          ))}
        </ul>
      )}
      {data && closed.length > 0 && (
        <details>
          <summary className={styles.closed}>{t(words.closedProblems(closed.length))}</summary>
          <ul className={styles.cards}>
            {closed.map((problem) => (
              <li key={problem.id}>
                <ProblemCard problem={problem} kinds={data.kinds} states={data.states} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {adding && data && (
        <Dialog wide title={t(words.newProblem)} onClose={() => setAdding(false)}>
          <ProblemForm
            kinds={data.kinds}
            onCancel={() => setAdding(false)}
            onSave={async (given) => {
              const made = await problemsApi.create(given)
              await refresh()
              await navigate({ to: '/$face/problem/$problem', params: { face, problem: made.id } })
            }}
          />
        </Dialog>
      )}
    </WorkPage>
  )
}
