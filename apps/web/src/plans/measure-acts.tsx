import type { Plan as PlanInfo } from '@trygghetskartan/api/contract-identity'
import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { useState } from 'react'
import { useFrame } from '../frame/frame-context.ts'
import { objectTitle } from '../inspector/object-title.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { plans as words } from '../messages/plans.ts'
import { useText } from '../messages/text.ts'
import type { Outcome } from '../plan/desk.ts'
import { OutcomeNote } from '../plan/outcome-note.tsx'
import { usePlan } from '../plan/plan-context.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useUrlState } from '../url-state.ts'
import styles from './plan-panel.module.css'
import { planField } from './use-plans.ts'

interface MeasureActsProps {
  readonly plan: PlanInfo
  readonly plans: readonly PlanInfo[]
  readonly layer: MapLayer
  readonly measure: PlanMeasure
  readonly onComment: () => void
}

/** What one may do with a measure of a plan: each change goes over the desk, so it can be undone. */
export function MeasureActs({ plan, plans, layer, measure, onComment }: MeasureActsProps) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const [, update] = useUrlState()
  const desk = usePlan()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const field = planField(layer.fields)
  const name = objectTitle(layer, measure.properties, format, t(layer.title))
  const others = plans.filter(({ id }) => id !== plan.id)
  const mayMove = desk !== null && layer.editable && field !== undefined
  const put = async (to: PlanInfo | null) => {
    if (!desk || !field) return
    setBusy(true)
    const said = to ? words.moved(name, to.title) : words.takenOut(name)
    const change = { type: 'change' as const, id: measure.id, properties: { [field.name]: to?.id ?? null } }
    setOutcome(await desk.perform(change, layer.id, name, t(said)).finally(() => setBusy(false)))
  }
  return (
    <div className={styles.acts}>
      <div className={styles.buttons}>
        <Button
          size="s"
          onClick={() => update({ task: undefined, selected: { layer: layer.id, id: measure.id } })}
        >
          {t(words.open)}
        </Button>
        <Button size="s" onClick={() => zoomTo(measure.geometry)}>
          {t(words.zoomTo)}
        </Button>
        <Button size="s" onClick={onComment}>
          {t(words.comment)}
        </Button>
        {mayMove && (
          <Button size="s" icon={<Icon name="close" size={15} />} busy={busy} onClick={() => void put(null)}>
            {t(words.takeOut)}
          </Button>
        )}
      </div>
      {mayMove && others.length > 0 && (
        <Field label={t(words.moveTo)}>
          {(control) => (
            <select
              {...control}
              value=""
              disabled={busy}
              onChange={(event) => void put(others.find(({ id }) => id === event.target.value) ?? plan)}
            >
              <option value="">{t(words.choosePlan)}</option>
              {others.map(({ id, title }) => (
                <option key={id} value={id}>
                  {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <OutcomeNote outcome={outcome} />
    </div>
  )
}
