import { useQuery } from '@tanstack/react-query'
import type { ProblemDetail } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { changedNames, historyWords } from '../messages/problem-history.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'

/** Who changed what and when, newest first. */
export function HistorySection({ problem }: { readonly problem: ProblemDetail }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <section className={styles.section} aria-label={t(words.history)}>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.closed}>{t(words.history)}</summary>
        {open && <Entries id={problem.id} />}
      </details>
    </section>
  )
}

function Entries({ id }: { readonly id: string }) {
  const t = useText()
  const format = useFormat()
  const { data, error, refetch } = useQuery({
    queryKey: ['problems', id, 'history'],
    queryFn: ({ signal }) => problemsApi.history(id, signal),
  })
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={4} />
  return (
    <ol className={styles.items}>
      {data.map(({ part, op, at, by, title, changed }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the entries only grow, and are read anew as a whole
        <li key={i}>
          <span>
            <strong>{t(historyWords[part][op])}</strong>
            {title && part !== 'problem' && `: ${title}`}
          </span>
          {changed.length > 0 && (
            <span className={styles.soft}>
              {format.list(changed.map((name) => t(changedNames[name] ?? { sv: name, en: name })))}
            </span>
          )}
          <span className={styles.soft}>
            {format.dateTime(at)} {t(words.by(by))}
          </span>
        </li>
      ))}
    </ol>
  )
}
