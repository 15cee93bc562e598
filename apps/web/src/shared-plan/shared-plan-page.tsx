import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { SharedPlan } from '@trygghetskartan/api/contract-plans'
import { useEffect } from 'react'
import { call, ProblemError } from '../api.ts'
import { Splash } from '../frame/splash.tsx'
import { frame } from '../messages/frame.ts'
import { shared as words } from '../messages/shared-plan.ts'
import { useText } from '../messages/text.ts'
import { Empty, ErrorNote } from '../ui/note.tsx'
import styles from './shared-plan.module.css'
import { SharedPlanView } from './shared-plan-view.tsx'

/** /delad/{token}: a plan for whoever has the link, without signing in. */
export function SharedPlanPage() {
  const t = useText()
  const { token = '' } = useParams({ strict: false })
  const { data, error, refetch } = useQuery({
    queryKey: ['shared', token],
    queryFn: ({ signal }) => call<SharedPlan>('GET', `/api/shared/${encodeURIComponent(token)}`, { signal }),
  })
  const title = data?.title ?? t(words.title)
  useEffect(() => {
    document.title = `${title} · ${t(frame.name)}`
  }, [title, t])
  // Once it has expired, nothing of it is left on the screen.
  const isGone =
    error instanceof ProblemError && (error.problem.status === 404 || error.problem.status === 422)
  if (isGone)
    return (
      <main className={styles.alone}>
        <Empty title={t(words.gone)}>
          <p>{t(words.goneHelp)}</p>
          <p>
            <Link to="/">{t(words.toMap)}</Link>
          </p>
        </Empty>
      </main>
    )
  if (data) return <SharedPlanView plan={data} />
  if (error)
    return (
      <main className={styles.alone}>
        <ErrorNote error={error} onRetry={() => void refetch()} />
      </main>
    )
  return <Splash />
}
