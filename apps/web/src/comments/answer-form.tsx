import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { PlanComment } from '@trygghetskartan/api/contract-plans'
import { useState } from 'react'
import { comments as words } from '../messages/comments.ts'
import { common } from '../messages/common.ts'
import { useText } from '../messages/text.ts'
import { planKey } from '../plans/use-plans.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './comments.module.css'
import { commentsApi } from './comments-api.ts'

interface AnswerFormProps {
  readonly plan: string
  readonly to: PlanComment
  readonly onDone: () => void
}

/** An answer to a comment; it is pinned where the comment is. */
export function AnswerForm({ plan, to, onDone }: AnswerFormProps) {
  const t = useText()
  const queries = useQueryClient()
  const [text, setText] = useState('')
  const send = useMutation({
    mutationFn: () => commentsApi.add(plan, { text: text.trim(), answers: to.id }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: planKey(plan, 'comments') })
      onDone()
    },
  })
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim()) send.mutate()
      }}
    >
      {send.error && <ErrorNote error={send.error} />}
      <Field label={t(words.answerTo(to.by.name))}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={4000}
            // biome-ignore lint/a11y/noAutofocus: it opens where its button was pressed
            autoFocus
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="s" kind="primary" busy={send.isPending}>
          {t(words.send)}
        </Button>
        <Button size="s" onClick={onDone}>
          {t(common.cancel)}
        </Button>
      </div>
    </form>
  )
}
