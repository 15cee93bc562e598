import type { Measure } from '@trygghetskartan/api/contract'
import type { MapLayer } from '../map/map-style.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import styles from './object-actions.module.css'
import { OutcomeNote } from './outcome-note.tsx'
import { usePlan } from './plan-context.ts'
import { StatusSteps } from './status-steps.tsx'
import { useOutcome } from './use-outcome.ts'

/** What one may do with the selected object: change it, delete it, take its next step. Nothing where one may not. */
export function ObjectActions({ measure, layer }: { readonly measure: Measure; readonly layer: MapLayer }) {
  const t = useText()
  const plan = usePlan()
  const { outcome, run, running } = useOutcome(measure)
  if (!plan || !layer.editable) return null
  const name = String(measure.properties.title ?? t(layer.title))
  const remove = () =>
    run(() => plan.perform({ type: 'delete', id: measure.id }, layer.id, name, t(words.removedNamed(name))))
  return (
    <div className={styles.actions}>
      <div className={styles.buttons}>
        <Button
          size="s"
          kind="primary"
          icon={<Icon name="edit" size={16} />}
          onClick={() => plan.edit(measure)}
        >
          {t(words.edit)}
        </Button>
        <Button size="s" icon={<Icon name="bin" size={16} />} busy={running} onClick={() => void remove()}>
          {t(words.remove)}
        </Button>
      </div>
      <OutcomeNote outcome={outcome} />
      {layer.measure && <StatusSteps measure={measure} layer={layer} />}
    </div>
  )
}
