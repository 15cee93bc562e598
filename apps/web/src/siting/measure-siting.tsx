import type { Measure } from '@trygghetskartan/api/contract'
import { useMemo } from 'react'
import type { MapLayer } from '../map/map-style.ts'
import { useText } from '../messages/text.ts'
import { planField } from '../plans/use-plans.ts'
import { CameraSiting } from './camera-siting.tsx'
import { ClearanceSiting } from './clearance-siting.tsx'
import { LightSiting } from './light-siting.tsx'
import { measureOf } from './measure-now.ts'
import { useStillMeasure } from './use-live-measure.ts'

/** What a measure that is selected does, as it is saved. */
export function MeasureSiting({ measure, layer }: { readonly measure: Measure; readonly layer: MapLayer }) {
  const t = useText()
  const live = useStillMeasure(useMemo(() => measureOf(layer, measure), [layer, measure]))
  const field = planField(layer.fields)
  const plan = field && measure.properties[field.name]
  const common = {
    live,
    id: measure.id,
    title: String(measure.properties.title || t(layer.title)),
    plan: typeof plan === 'string' && plan ? plan : null,
    isSaved: true,
  }
  switch (layer.siting?.kind) {
    case 'camera':
      return <CameraSiting {...common} />
    case 'light':
      return <LightSiting {...common} />
    case 'clearance':
      return <ClearanceSiting {...common} />
    default:
      return null
  }
}
