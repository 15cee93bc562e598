import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { PlanCard } from './plan-card.tsx'
import styles from './plans.module.css'
import { plansApi } from './plans-api.ts'
import { usePlans } from './use-plans.ts'

/** The plans one works in: made, named, shared and left. */
export function PlansDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const { data, error, refetch } = usePlans()
  return (
    <Dialog wide title={t(words.title)} onClose={onClose}>
      <div className={styles.dialog}>
        <p className={styles.lead}>{t(words.lead)}</p>
        <NewPlan />
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={4} />}
        {data?.length === 0 && <Empty title={t(words.noPlans)} />}
        <ul className={styles.plans}>
          {data?.map((plan) => (
            <li key={plan.id}>
              <PlanCard plan={plan} />
            </li>
          ))}
        </ul>
      </div>
    </Dialog>
  )
}

function NewPlan() {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [title, setTitle] = useState('')
  const [missing, setMissing] = useState(false)
  const create = useMutation({
    mutationFn: () => plansApi.create(title.trim()),
    onSuccess: () => {
      setTitle('')
      announce(t(words.made), { show: true })
      return queries.invalidateQueries({ queryKey: ['plans'] })
    },
  })
  return (
    <form
      className={styles.new}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(!title.trim())
        if (title.trim()) create.mutate()
      }}
    >
      {create.error && <ErrorNote error={create.error} />}
      <Field label={t(words.newPlan)} error={missing && !title.trim() ? t(words.titleMissing) : undefined}>
        {(control) => (
          <>
            <input
              {...control}
              maxLength={200}
              autoComplete="off"
              value={title}
              onChange={(event) => setTitle(event.target.value)}
            />
            <Button type="submit" kind="primary" busy={create.isPending}>
              {t(words.create)}
            </Button>
          </>
        )}
      </Field>
    </form>
  )
}
