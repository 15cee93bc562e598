import { useMutation, useQueryClient } from '@tanstack/react-query'
import { methodsVersion, type ProposalResult } from '@trygghetskartan/siting'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { proposal as words } from '../messages/proposal.ts'
import { kindTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import { PlanSelect } from '../plans/plan-select.tsx'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import styles from './answer.module.css'
import shared from './proposal.module.css'
import type { ProposalDesk, Question } from './proposal-desk.ts'
import { runsApi } from './runs-api.ts'

interface SaveRunProps {
  readonly question: Question
  readonly result: ProposalResult
  readonly desk: ProposalDesk
  readonly onDone: () => void
}

/** Saves the answer with all it follows from, for oneself or for the members of a plan. */
export function SaveRun({ question, result, desk, onDone }: SaveRunProps) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const kinds = format.list(question.request.kinds.map((kind) => t(kindTitles[kind]).toLowerCase()))
  const first = t(words.firstTitle(kinds, format.shortDate(new Date().toISOString())))
  const [title, setTitle] = useState(first.charAt(0).toUpperCase() + first.slice(1))
  const [plan, setPlan] = useState('')
  const [missing, setMissing] = useState(false)
  const save = useMutation({
    mutationFn: () =>
      runsApi.save({
        kind: 'proposal',
        title: title.trim(),
        plan: plan || null,
        bbox: [...question.ground.ground.box],
        methods: methodsVersion,
        request: { request: question.request, seed: question.seed },
        luminaires: Object.keys(question.luminaires),
        groundDigest: question.ground.digest,
        demandDigest: question.demand.digest,
        result,
      }),
    onSuccess: ({ id }) => {
      desk.saved(id)
      announce(t(words.isSaved), { show: true })
      void queries.invalidateQueries({ queryKey: ['siting-runs'] })
      onDone()
    },
  })
  return (
    <form
      className={styles.put}
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(title.trim() === '')
        if (title.trim() !== '') save.mutate()
      }}
    >
      {save.error && <ErrorNote error={save.error} />}
      <Field label={t(words.saveTitle)} required error={missing ? t(words.titleMissing) : undefined}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            autoComplete="off"
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <Field label={t(words.saveIn)}>
        {(control) => <PlanSelect control={control} value={plan} onChange={setPlan} />}
      </Field>
      <div className={shared.row}>
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t(words.save)}
        </Button>
        <Button onClick={onDone}>{t(words.cancel)}</Button>
      </div>
    </form>
  )
}
