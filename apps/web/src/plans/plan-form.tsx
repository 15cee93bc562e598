import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import { useState } from 'react'
import { common } from '../messages/common.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote } from '../ui/note.tsx'
import { isAmount, readAmount, writeAmount } from './amount.ts'
import styles from './plan-panel.module.css'
import { plansApi } from './plans-api.ts'

/** Name, description and budgets of a plan. What was typed stays where saving is refused. */
export function PlanForm({ plan, onDone }: { readonly plan: Plan; readonly onDone: () => void }) {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [title, setTitle] = useState(plan.title)
  const [description, setDescription] = useState(plan.description ?? '')
  const [budget, setBudget] = useState(writeAmount(plan.budgetSek))
  const [yearly, setYearly] = useState(writeAmount(plan.yearlyBudgetSek))
  const [tried, setTried] = useState(false)
  const isWhole = title.trim() !== '' && isAmount(budget) && isAmount(yearly)
  const save = useMutation({
    mutationFn: () =>
      plansApi.change(plan, {
        title: title.trim(),
        description: description.trim() || null,
        budgetSek: readAmount(budget),
        yearlyBudgetSek: readAmount(yearly),
      }),
    onSuccess: () => {
      announce(t(words.changed), { show: true })
      onDone()
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['plans'] }),
  })
  const wrong = (text: string) => (tried && !isAmount(text) ? t(words.budgetWrong) : undefined)
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (isWhole) save.mutate()
      }}
    >
      {save.error && <ErrorNote error={save.error} />}
      <Field
        label={t(words.planTitle)}
        required
        error={tried && !title.trim() ? t(words.titleMissing) : undefined}
      >
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
      <Field label={t(words.description)} help={t(words.descriptionHelp)}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={4000}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
          />
        )}
      </Field>
      <Field label={t(words.budget)} help={t(words.budgetHelp)} unit="kr" error={wrong(budget)}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={budget}
            onChange={(event) => setBudget(event.target.value)}
          />
        )}
      </Field>
      <Field label={t(words.yearlyBudget)} unit="kr" error={wrong(yearly)}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            autoComplete="off"
            value={yearly}
            onChange={(event) => setYearly(event.target.value)}
          />
        )}
      </Field>
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" busy={save.isPending}>
          {t(common.save)}
        </Button>
        <Button onClick={onDone}>{t(common.cancel)}</Button>
      </div>
    </form>
  )
}
