import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { useCallback } from 'react'
import { objectTitle } from '../inspector/object-title.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'

/** What a plan's measures are called, by their ids; undefined for one that is not among them. */
export function useMeasureNames(measures: readonly PlanMeasure[]): (id: string) => string | undefined {
  const t = useText()
  const format = useFormat()
  const { layers } = useSession()
  return useCallback(
    (id) => {
      const measure = measures.find((one) => one.id === id)
      const layer = layers.find((one) => one.id === measure?.layer)
      return measure && layer && objectTitle(layer, measure.properties, format, t(layer.title))
    },
    [measures, layers, format, t],
  )
}
