import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { useState } from 'react'
import { comments as words } from '../messages/comments.ts'
import { useText } from '../messages/text.ts'
import { planKey } from '../plans/use-plans.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './comments.module.css'
import { commentsApi } from './comments-api.ts'
import { PlacePicker } from './place-picker.tsx'
import { useMeasureNames } from './use-measure-names.ts'

interface CommentFormProps {
  readonly plan: Plan
  readonly measures: readonly PlanMeasure[]
  readonly about: string | null
  readonly onAbout: (measure: string | null) => void
}

/** A new comment: of the plan, of one of its measures, or pinned to a place. */
export function CommentForm({ plan, measures, about, onAbout }: CommentFormProps) {
  const t = useText()
  const queries = useQueryClient()
  const nameOf = useMeasureNames(measures)
  const [text, setText] = useState('')
  const [place, setPlace] = useState<[number, number] | null>(null)
  const [picking, setPicking] = useState(false)
  const [tried, setTried] = useState(false)
  const send = useMutation({
    mutationFn: () =>
      commentsApi.add(plan.id, {
        text: text.trim(),
        ...(place && { geometry: { type: 'Point', coordinates: place } }),
        ...(!place && about && { measure: about }),
      }),
    onSuccess: () => {
      setText('')
      setPlace(null)
      setTried(false)
      onAbout(null)
      return queries.invalidateQueries({ queryKey: planKey(plan.id, 'comments') })
    },
  })
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (text.trim()) send.mutate()
      }}
    >
      {send.error && <ErrorNote error={send.error} />}
      <Field label={t(words.newComment)} error={tried && !text.trim() ? t(words.textMissing) : undefined}>
        {(control) => (
          <textarea
            {...control}
            rows={2}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label={t(words.pinnedTo)}>
        {(control) => (
          <select
            {...control}
            value={place ? 'place' : (about ?? '')}
            onChange={(event) => {
              setPlace(null)
              onAbout(event.target.value || null)
            }}
          >
            <option value="">{t(words.aboutPlan)}</option>
            {place && <option value="place">{t(words.aboutPlace)}</option>}
            {measures.map(({ id }) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" size="s" kind="primary" busy={send.isPending}>
          {t(words.send)}
        </Button>
        <Button
          size="s"
          icon={<Icon name="point" size={16} />}
          aria-pressed={picking}
          onClick={() => setPicking(!picking)}
        >
          {t(words.pinOnMap)}
        </Button>
        {place && (
          <Button size="s" kind="quiet" onClick={() => setPlace(null)}>
            {t(words.unpin)}
          </Button>
        )}
      </div>
      <PlacePicker
        place={place}
        picking={picking}
        onPick={(picked) => {
          setPlace(picked)
          setPicking(false)
        }}
        onCancel={() => setPicking(false)}
      />
    </form>
  )
}
