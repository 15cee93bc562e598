import type { PlanMeasure } from '@trygghetskartan/api/contract-plans'
import { useMemo } from 'react'
import { type Bounds, boundsOf } from '../map/geometry-bounds.ts'
import { useFlavour, useMap } from '../map/map-context.ts'
import { useOverlay } from '../map/overlay.ts'
import { useSession } from '../session.ts'
import { useUrlState } from '../url-state.ts'
import { highlight } from './highlight.ts'

/** Lets a plan's measures alone stand out on the map. Returns the box about them; null where there are none. */
export function usePlanOnMap(measures: readonly PlanMeasure[] | undefined): Bounds | null {
  const map = useMap()
  const flavour = useFlavour()
  const { layers } = useSession()
  const [{ selected }] = useUrlState()
  const overlay = useMemo(
    () => (measures ? highlight(layers, measures, selected?.id, flavour) : null),
    [layers, measures, selected?.id, flavour],
  )
  useOverlay(map, overlay)
  return useMemo(
    () =>
      measures && measures.length > 0
        ? boundsOf({ type: 'GeometryCollection', geometries: measures.map(({ geometry }) => geometry) })
        : null,
    [measures],
  )
}
