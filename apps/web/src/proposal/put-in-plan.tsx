import { useQueryClient } from '@tanstack/react-query'
import type { ProposalRequest, ProposedSite } from '@trygghetskartan/siting'
import { useState } from 'react'
import { ProblemError } from '../api.ts'
import { useFormat } from '../messages/format.ts'
import { plans as planWords } from '../messages/plans.ts'
import { proposal as words } from '../messages/proposal.ts'
import { siteTitles } from '../messages/proposal-kinds.ts'
import { useText } from '../messages/text.ts'
import type { Outcome } from '../plan/desk.ts'
import { usePlan } from '../plan/plan-context.ts'
import { plansApi } from '../plans/plans-api.ts'
import { usePlans } from '../plans/use-plans.ts'
import { useSession } from '../session.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { ErrorNote, Note } from '../ui/note.tsx'
import styles from './answer.module.css'
import { draftOf, layerFor } from './draft-of.ts'
import shared from './proposal.module.css'
import type { ProposalDesk } from './proposal-desk.ts'

interface PutInPlanProps {
  readonly sites: readonly ProposedSite[]
  readonly request: ProposalRequest
  readonly desk: ProposalDesk
  readonly onDone: () => void
}

const isNew = 'new'

/** Makes drafts of the chosen sites in one of one's plans, or a new one. All of them, or none. */
export function PutInPlan({ sites, request, desk, onDone }: PutInPlanProps) {
  const t = useText()
  const format = useFormat()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const plan = usePlan()
  const { layers } = useSession()
  const { data: plans, isPending } = usePlans()
  const [chosen, setChosen] = useState<string | null>(null)
  const [title, setTitle] = useState(t(words.firstPlan(format.shortDate(new Date().toISOString()))))
  const [problem, setProblem] = useState<string | undefined>()
  const [failed, setFailed] = useState<unknown>(null)
  const [busy, setBusy] = useState(false)
  const target = chosen ?? plans?.[0]?.id ?? isNew

  const put = async () => {
    if (!plan) return
    if (target === isNew && !title.trim()) return setProblem(t(planWords.titleMissing))
    setBusy(true)
    setFailed(null)
    setProblem(undefined)
    try {
      const made = target === isNew ? await plansApi.create(title.trim()) : null
      if (made) {
        await queries.invalidateQueries({ queryKey: ['plans'] })
        // What cannot be saved is tried again in the same plan.
        setChosen(made.id)
      }
      const id = made?.id ?? target
      const name = made?.title ?? plans?.find((one) => one.id === id)?.title ?? ''
      const done = t(words.putDone(sites.length, name))
      const put: ProposedSite[] = []
      for (const site of sites) {
        const layer = layerFor(layers, site.kind)
        if (!layer) continue
        const object = draftOf(site, request, layer, {
          id: crypto.randomUUID(),
          plan: id,
          title: t(words.draftTitle(t(siteTitles[site.kind]), site.place)),
        })
        const outcome = await plan.perform({ type: 'create', object }, layer.id, done, done)
        if (outcome.type !== 'saved') {
          // Nothing is left half put: what went in before goes out again.
          for (const _ of put) await plan.undo()
          desk.undrafted(put.map((one) => one.id))
          setFailed(errorOf(outcome))
          return
        }
        put.push(site)
        desk.drafted(site.id, { id: object.id, layer: layer.id })
      }
      announce(done)
      onDone()
    } catch (error) {
      setFailed(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className={styles.put}
      onSubmit={(event) => {
        event.preventDefault()
        void put()
      }}
    >
      {failed !== null && (
        <>
          <ErrorNote error={failed} />
          <Note tone="warning">{t(words.putTaken)}</Note>
        </>
      )}
      <p className={shared.help}>{t(words.acceptHelp)}</p>
      <Field label={t(words.plan)}>
        {(control) => (
          <select
            {...control}
            value={target}
            disabled={isPending}
            onChange={(event) => setChosen(event.target.value)}
          >
            {plans?.map(({ id, title: name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
            <option value={isNew}>{t(words.newPlan)}</option>
          </select>
        )}
      </Field>
      {target === isNew && (
        <Field label={t(words.newPlanTitle)} error={problem} required>
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
      )}
      <div className={shared.row}>
        <Button type="submit" kind="primary" busy={busy}>
          {t(words.put)}
        </Button>
        <Button onClick={onDone}>{t(words.cancel)}</Button>
      </div>
    </form>
  )
}

const errorOf = (outcome: Exclude<Outcome, { type: 'saved' }>): unknown =>
  outcome.type === 'refused'
    ? new ProblemError(outcome.problem)
    : new ProblemError({ type: 'about:blank', status: 0, title: '' })
