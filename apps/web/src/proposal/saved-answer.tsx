import { useQuery } from '@tanstack/react-query'
import type { ProposalRequest } from '@trygghetskartan/siting'
import { useFormat } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './answer.module.css'
import { AnswerView } from './answer-view.tsx'
import shared from './proposal.module.css'
import { runsApi, type SavedProposal } from './runs-api.ts'

/** A saved proposal by its id. */
export const useSavedRun = (id: string) =>
  useQuery({
    queryKey: ['siting-run', id],
    queryFn: ({ signal }) => runsApi.run(id, signal),
    enabled: id !== '',
    staleTime: Number.POSITIVE_INFINITY,
  })

interface SavedAnswerProps {
  readonly run: ReturnType<typeof useSavedRun>
  readonly looked: string | null
  readonly onLook: (id: string | null) => void
  /** Absent where the reader does not ask for proposals. */
  readonly onAskLikeIt?: (request: ProposalRequest) => void
  readonly onBack: () => void
}

/** A saved answer, as it was: the figures are those of the day it was reckoned. */
export function SavedAnswer({ run, looked, onLook, onAskLikeIt, onBack }: SavedAnswerProps) {
  const t = useText()
  const { data, error, refetch } = run
  return (
    <>
      <p className={shared.row}>
        <Button size="s" kind="quiet" icon={<Icon name="back" size={16} />} onClick={onBack}>
          {t(words.back)}
        </Button>
      </p>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={8} />}
      {data && <Told run={data} looked={looked} onLook={onLook} onAskLikeIt={onAskLikeIt} />}
    </>
  )
}

interface ToldProps extends Pick<SavedAnswerProps, 'looked' | 'onLook'> {
  readonly run: SavedProposal
  readonly onAskLikeIt: SavedAnswerProps['onAskLikeIt'] | undefined
}

function Told({ run, looked, onLook, onAskLikeIt }: ToldProps) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <div className={styles.savedHead}>
        <h3>{run.title}</h3>
        <p className={shared.help}>{t(words.savedBy(run.by, format.dateTime(run.at)))}</p>
      </div>
      <AnswerView
        request={run.inputs.request}
        seed={run.inputs.seed}
        result={run.result}
        busy={false}
        looked={looked}
        onLook={onLook}
        mark={() => null}
      >
        {onAskLikeIt && (
          <div className={styles.deeds}>
            <Button onClick={() => onAskLikeIt(run.inputs.request)}>{t(words.askLikeIt)}</Button>
          </div>
        )}
      </AnswerView>
    </>
  )
}
