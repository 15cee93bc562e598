import type { Refusal } from '@trygghetskartan/siting'
import { useCallback } from 'react'
import { useText } from '../messages/text.ts'
import { type Editing, isDirty } from '../plan/editing.ts'
import type { Plan } from '../plan/plan-context.ts'
import { planField } from '../plans/use-plans.ts'
import { CameraSiting } from './camera-siting.tsx'
import { ClearanceSiting } from './clearance-siting.tsx'
import { LensPresets } from './lens-presets.tsx'
import { LightSiting } from './light-siting.tsx'
import { fieldRefused } from './refused-field.ts'
import { useLiveMeasure } from './use-live-measure.ts'

interface EditSitingProps {
  readonly editing: Editing
  readonly onFill: Plan['fill']
  /** Words of a refusal, by the column they are about. */
  readonly onProblems: (problems: Readonly<Record<string, string>>) => void
}

/** What the measure that is drawn would do, while it is drawn. */
export function EditSiting({ editing, onFill, onProblems }: EditSitingProps) {
  const t = useText()
  const live = useLiveMeasure(editing)
  const { layer, id, base, input } = editing
  const columns = layer.siting?.columns ?? {}
  const refused = useCallback(
    (refusal: Refusal | null) => {
      const column = refusal && layer.siting?.columns[fieldRefused(refusal.code) ?? '']
      onProblems(refusal && column ? { [column]: t(refusal.text) } : {})
    },
    [layer, onProblems, t],
  )
  const field = planField(layer.fields)
  const plan = field && input[field.name] ? String(input[field.name]) : null
  const common = {
    live,
    id,
    title: String(input.title || t(layer.title)),
    plan,
    isSaved: base !== null && !isDirty(editing),
    onRefusal: refused,
  }
  switch (layer.siting?.kind) {
    case 'camera':
      return (
        <CameraSiting
          {...common}
          choices={<LensPresets input={input} columns={columns} onFill={onFill} />}
          {...(columns.masks && { masks: { column: columns.masks, onFill } })}
        />
      )
    case 'light':
      return <LightSiting {...common} />
    case 'clearance':
      return <ClearanceSiting {...common} />
    default:
      return null
  }
}
