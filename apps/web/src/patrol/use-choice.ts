import { useMemo } from 'react'
import { useArea } from '../hotspots/use-area.ts'
import { useHotspotView } from '../hotspots/use-hotspot-view.ts'
import { useKinds } from '../hotspots/use-kinds.ts'
import { useUrlState } from '../url-state.ts'
import type { Choice } from './patrol-protocol.ts'
import { dayOf, wallMinute } from './swedish-clock.ts'

/** Days that figures are of until a period is chosen. */
const usualDays = 365

/** What the face asks about: its period, its kinds and its area; the hours are each zone's own. null while the area is on its way. */
export function useChoice(): Choice | null {
  const [{ from, to }] = useUrlState()
  const [hotspots] = useHotspotView()
  const { area } = useArea(hotspots.area)
  const { codesOf } = useKinds()
  const kinds = hotspots.kinds
  return useMemo(() => {
    if (area === undefined) return null
    const today = dayOf(wallMinute(new Date()))
    return {
      from: from ?? dayOf(wallMinute(new Date()) - usualDays * 1440),
      to: to ?? today,
      kinds: kinds?.flatMap((kind) => codesOf.get(kind) ?? [kind]) ?? null,
      area,
    }
  }, [from, to, kinds, area, codesOf])
}
