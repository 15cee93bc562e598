import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanComment, PlanMeasure } from '@trygghetskartan/api/contract-plans'
import type { Geometry } from 'geojson'
import { useState } from 'react'
import { comments as words } from '../messages/comments.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { planKey } from '../plans/use-plans.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { AnswerForm } from './answer-form.tsx'
import styles from './comments.module.css'
import { placeOf } from './comments.tsx'
import { commentsApi } from './comments-api.ts'
import type { Thread } from './threads.ts'
import { useMeasureNames } from './use-measure-names.ts'

interface ThreadItemProps {
  readonly thread: Thread
  readonly plan: Plan
  readonly measures: readonly PlanMeasure[]
  readonly onShow: (place: Geometry) => void
}

/** A comment, what it is about, its answers, and whether it is dealt with. */
export function ThreadItem({ thread, plan, measures, onShow }: ThreadItemProps) {
  const t = useText()
  const format = useFormat()
  const queries = useQueryClient()
  const nameOf = useMeasureNames(measures)
  const [answering, setAnswering] = useState(false)
  const { first, answers, number } = thread
  const place = placeOf(thread, measures)
  const work = useMutation({
    mutationFn: (what: () => Promise<unknown>) => what(),
    onSettled: () => queries.invalidateQueries({ queryKey: planKey(plan.id, 'comments') }),
  })
  const about = first.measure
    ? (nameOf(first.measure) ?? t(words.goneMeasure))
    : first.geometry
      ? t(words.aPlace)
      : null
  return (
    <article className={styles.thread} data-resolved={first.resolved !== null || undefined}>
      <span className={styles.number} aria-hidden="true">
        {first.resolved ? <Icon name="check" size={14} /> : number}
      </span>
      <div className={styles.words}>
        <Said
          comment={first}
          onRemove={answers.length === 0 ? () => work.mutate(() => commentsApi.remove(first.id)) : null}
        />
        {about && (
          <p className={styles.about}>
            {place ? (
              <button type="button" onClick={() => onShow(place)} title={t(words.showOnMap)}>
                <Icon name="point" size={14} />
                {about}
              </button>
            ) : (
              about
            )}
          </p>
        )}
        {answers.length > 0 && (
          <ol className={styles.answers} aria-label={t(words.answers(answers.length))}>
            {answers.map((answer) => (
              <li key={answer.id}>
                <Said
                  comment={answer}
                  onRemove={
                    answers.some((one) => one.answers === answer.id)
                      ? null
                      : () => work.mutate(() => commentsApi.remove(answer.id))
                  }
                />
              </li>
            ))}
          </ol>
        )}
        {first.resolved && (
          <p className={styles.resolved}>
            {t(words.resolvedBy(first.resolved.by, format.dateTime(first.resolved.at)))}
          </p>
        )}
        {work.error && <ErrorNote error={work.error} />}
        {answering ? (
          <AnswerForm plan={plan.id} to={first} onDone={() => setAnswering(false)} />
        ) : (
          <div className={styles.buttons}>
            <Button size="s" kind="quiet" onClick={() => setAnswering(true)}>
              {t(words.answer)}
            </Button>
            <Button
              size="s"
              kind="quiet"
              busy={work.isPending}
              onClick={() => work.mutate(() => commentsApi.resolve(first.id, first.resolved === null))}
            >
              {t(first.resolved ? words.reopen : words.resolve)}
            </Button>
          </div>
        )}
      </div>
    </article>
  )
}

interface SaidProps {
  readonly comment: PlanComment
  /** null where it has been answered. */
  readonly onRemove: (() => void) | null
}

function Said({ comment, onRemove }: SaidProps) {
  const t = useText()
  const format = useFormat()
  return (
    <>
      <p className={styles.meta}>
        <strong>{comment.by.name}</strong> <time dateTime={comment.at}>{format.dateTime(comment.at)}</time>
        {comment.mine && onRemove && (
          <IconButton label={t(words.remove)} icon={<Icon name="bin" size={15} />} onClick={onRemove} />
        )}
      </p>
      <p className={styles.text}>{comment.text}</p>
    </>
  )
}
