import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useFormat } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { useText } from '../messages/text.ts'
import { usePlans } from '../plans/use-plans.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './answer.module.css'
import { runsApi } from './runs-api.ts'

/** The proposals one has saved, and those saved in one's plans. */
export const useSavedRuns = () =>
  useQuery({ queryKey: ['siting-runs', 'proposal'], queryFn: ({ signal }) => runsApi.proposals(signal) })

export function SavedRuns({
  asks,
  onOpen,
}: {
  /** The reader also asks for proposals: else they only read what others have saved. */
  readonly asks: boolean
  readonly onOpen: (id: string) => void
}) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const { data, error, isPending, refetch } = useSavedRuns()
  const { data: plans } = usePlans()
  const remove = useMutation({
    mutationFn: (id: string) => runsApi.remove(id),
    onSuccess: () => announce(t(words.removed), { show: true }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['siting-runs'] }),
  })
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (isPending) return <Skeleton lines={5} />
  if (data.length === 0)
    return (
      <Empty title={t(words.noSaved)}>
        <p>{t(asks ? words.noSavedHelp : words.noSavedPolice)}</p>
      </Empty>
    )
  return (
    <>
      {remove.error && <ErrorNote error={remove.error} />}
      <ul className={styles.saved}>
        {data.map((run) => (
          <li key={run.id}>
            <button type="button" onClick={() => onOpen(run.id)}>
              <strong>{run.title}</strong>
              <small>
                {t(words.savedBy(run.by, format.dateTime(run.at)))}
                {run.plan && ` · ${plans?.find(({ id }) => id === run.plan)?.title ?? ''}`}
              </small>
            </button>
            {run.mine && (
              <IconButton
                label={t(words.remove(run.title))}
                icon={<Icon name="bin" />}
                onClick={() => remove.mutate(run.id)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
