import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Plan } from '@trygghetskartan/api/contract-identity'
import { useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import { useTask } from '../tasks/use-task.ts'
import { useAnnounce } from '../ui/announce.tsx'
import buttons from '../ui/button.module.css'
import { Button } from '../ui/button.tsx'
import { classNames } from '../ui/class-names.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import styles from './plans.module.css'
import { plansApi } from './plans-api.ts'
import { usePlans } from './use-plans.ts'

/** The plans one works in: each opens beside the map. */
export function PlansDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText()
  const [, openTask] = useTask()
  const { data, error, refetch } = usePlans()
  const open = (id: string) => {
    onClose()
    openTask('plan', id)
  }
  return (
    <Dialog
      title={t(words.title)}
      onClose={onClose}
      footer={
        data &&
        data.length > 1 && (
          <Link to="/planera/jamfor" className={classNames(buttons.button, buttons.plain)}>
            <Icon name="compare" />
            {t(words.compare)}
          </Link>
        )
      }
    >
      <div className={styles.dialog}>
        <p className={styles.lead}>{t(words.lead)}</p>
        {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Skeleton lines={4} />}
        {data?.length === 0 && <Empty title={t(words.noPlans)} />}
        {data && data.length > 0 && (
          <ul className={styles.plans}>
            {data.map((plan) => (
              <li key={plan.id}>
                <PlanRow plan={plan} onOpen={() => open(plan.id)} />
              </li>
            ))}
          </ul>
        )}
        <NewPlan onMade={open} />
      </div>
    </Dialog>
  )
}

function PlanRow({ plan, onOpen }: { readonly plan: Plan; readonly onOpen: () => void }) {
  const t = useText()
  const format = useFormat()
  return (
    <button type="button" className={styles.row} onClick={onOpen}>
      <span>
        <strong>{plan.title}</strong>
        <small>
          {t(words.measures(plan.measures))}, {format.money(plan.investment)}
          {plan.budgetSek !== null &&
            plan.investment > plan.budgetSek &&
            `, ${t(words.over(format.money(plan.investment - plan.budgetSek)))}`}
        </small>
      </span>
      <Icon name="right" size={16} />
    </button>
  )
}

function NewPlan({ onMade }: { readonly onMade: (id: string) => void }) {
  const t = useText()
  const queries = useQueryClient()
  const announce = useAnnounce()
  const [title, setTitle] = useState('')
  const [missing, setMissing] = useState(false)
  const create = useMutation({
    mutationFn: () => plansApi.create(title.trim()),
    onSuccess: async ({ id }) => {
      announce(t(words.made), { show: true })
      await queries.invalidateQueries({ queryKey: ['plans'] })
      onMade(id)
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
