import { useQuery } from '@tanstack/react-query'
import type { NewEvidence } from '@trygghetskartan/api/contract-problems'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './problems.module.css'
import { problemsApi } from './problems-api.ts'

interface SuggestionsProps {
  readonly problem: string
  readonly onTaken: () => Promise<void>
}

/** What the map and saved results say of the problem's ground, each taken with one press. */
export function Suggestions({ problem, onTaken }: SuggestionsProps) {
  const t = useText()
  const format = useFormat()
  const { data, error, refetch } = useQuery({
    queryKey: ['problems', problem, 'suggestions'],
    queryFn: ({ signal }) => problemsApi.suggestions(problem, signal),
  })
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const [refused, setRefused] = useState<unknown>(null)
  const take = (one: NewEvidence) => {
    setRefused(null)
    problemsApi.addEvidence(problem, one).then(
      async () => {
        setTaken(new Set([...taken, one.title]))
        await onTaken()
      },
      (why: unknown) => setRefused(why),
    )
  }
  const left = data?.filter(({ title }) => !taken.has(title)) ?? []
  return (
    <section className={styles.suggestions} aria-label={t(words.suggestions)}>
      <h3>{t(words.suggestions)}</h3>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {refused !== null && <ErrorNote error={refused} />}
      {!data && !error && <Skeleton lines={3} />}
      {data && (
        <p className={styles.soft}>{t(data.length > 0 ? words.suggestionsHelp : words.noSuggestions)}</p>
      )}
      <ul className={styles.items}>
        {left.map((one) => (
          <li key={one.title}>
            <div className={styles.line}>
              <div>
                <strong>{one.title}</strong>
                {one.policeOnly && (
                  <p className={styles.only}>
                    <Icon name="eye" size={15} />
                    {t(words.policeOnly)}
                  </p>
                )}
                <p className={styles.chips}>
                  {typeof one.n === 'number' && <span>{t(words.behind(format.number(one.n)))}</span>}
                  {one.figures?.map(({ label, value }) => (
                    <span key={label}>
                      {label}: {value}
                    </span>
                  ))}
                </p>
              </div>
              <Button size="s" aria-label={t(words.takeNamed(one.title))} onClick={() => take(one)}>
                {t(words.take)}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
