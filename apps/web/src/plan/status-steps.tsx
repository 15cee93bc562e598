import type { Measure } from '@trygghetskartan/api/contract'
import { useState } from 'react'
import { DecisionFields, isDecision, noDecision, writtenDecision } from '../decisions/decision-fields.tsx'
import type { MapLayer } from '../map/map-style.ts'
import { common } from '../messages/common.ts'
import { decisions } from '../messages/decisions.ts'
import { useFormat } from '../messages/format.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { StatusChip } from '../ui/status-chip.tsx'
import styles from './object-actions.module.css'
import { OutcomeNote } from './outcome-note.tsx'
import { usePlan } from './plan-context.ts'
import { useOutcome } from './use-outcome.ts'

/** How far the measure has come, and the steps it may take from there, each with a note if one likes. */
export function StatusSteps({ measure, layer }: { readonly measure: Measure; readonly layer: MapLayer }) {
  const t = useText()
  const format = useFormat()
  const plan = usePlan()
  const [chosen, setChosen] = useState<string | null>(null)
  const [note, setNote] = useState('')
  const [decision, setDecision] = useState(noDecision)
  const [missing, setMissing] = useState(false)
  const { outcome, run, running } = useOutcome(measure)
  if (!plan) return null
  const status = String(measure.properties[layer.categoryBy] ?? '')
  const field = layer.fields.find(({ name }) => name === layer.categoryBy)
  const titleOf = (value: string) => {
    const title = field?.options?.find((option) => option.value === value)?.title
    return title ? t(title) : value
  }
  const name = String(measure.properties.title ?? t(layer.title))
  const step = async (to: string) => {
    const written = isDecision(to) ? writtenDecision(decision) : null
    setMissing(written?.text === '')
    if (written?.text === '') return
    const change = {
      type: 'status',
      id: measure.id,
      to,
      ...(note.trim() && { note: note.trim() }),
      ...(written && { decision: written }),
    } as const
    const next = await run(() => plan.perform(change, layer.id, name, `${name}: ${titleOf(to)}`))
    if (next?.type !== 'saved') return
    setChosen(null)
    setNote('')
    setDecision(noDecision)
  }
  const others = measure.deciderStatuses ?? []
  return (
    <section className={styles.status} aria-label={t(words.status)}>
      <p className={styles.now}>
        <span>{t(words.status)}</span>
        <StatusChip layer={layer} value={status} />
      </p>
      {measure.nextStatuses.length > 0 && (
        <div className={styles.steps}>
          <span className={styles.next}>{t(words.nextStep)}</span>
          {measure.nextStatuses.map((to) => (
            <Button
              key={to}
              size="s"
              aria-label={t(words.nextStepTo(titleOf(to)))}
              aria-expanded={chosen === to}
              onClick={() => setChosen(chosen === to ? null : to)}
            >
              {titleOf(to)}
            </Button>
          ))}
        </div>
      )}
      {others.length > 0 && (
        <p className={styles.others}>{t(decisions.others(format.list(others.map(titleOf))))}</p>
      )}
      {chosen !== null && measure.nextStatuses.includes(chosen) && (
        <form
          className={styles.step}
          onSubmit={(event) => {
            event.preventDefault()
            void step(chosen)
          }}
        >
          {isDecision(chosen) && <DecisionFields value={decision} missing={missing} onChange={setDecision} />}
          <Field label={t(words.note)} help={t(words.noteHelp)}>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                maxLength={2000}
                value={note}
                onChange={(event) => setNote(event.target.value)}
              />
            )}
          </Field>
          <div className={styles.buttons}>
            <Button type="submit" size="s" kind="primary" busy={running}>
              {t(words.moveTo(titleOf(chosen)))}
            </Button>
            <Button size="s" kind="quiet" onClick={() => setChosen(null)}>
              {t(common.cancel)}
            </Button>
          </div>
        </form>
      )}
      <OutcomeNote outcome={outcome} />
    </section>
  )
}
