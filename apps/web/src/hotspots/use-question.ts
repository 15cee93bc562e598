import { useMemo, useState } from 'react'
import { daysAgo } from '../police/period.tsx'
import { useSession } from '../session.ts'
import { useUrlState } from '../url-state.ts'
import { boxArea, questionOf } from './question-of.ts'
import { useArea } from './use-area.ts'
import { useHotspotView } from './use-hotspot-view.ts'
import { useKinds } from './use-kinds.ts'
import { useStreets } from './use-streets.ts'

/** The question the address asks, with the streets where it is about them. */
export function useQuestion() {
  const { config } = useSession()
  const [{ from, to }] = useUrlState()
  const [hotspots] = useHotspotView()
  const [today] = useState(() => daysAgo(0))
  const { codesOf, groups } = useKinds()
  const { area, error, missing } = useArea(hotspots.area)
  const onStreets = hotspots.method === 'streets'
  const about = useMemo(
    () => (onStreets && area !== undefined ? (area ?? boxArea(config.bounds)) : null),
    [onStreets, area, config.bounds],
  )
  const { streets, box, cut, error: unreached } = useStreets(about)
  const isUnbounded = !from && !to
  const question = useMemo(() => {
    if (area === undefined || isUnbounded || (onStreets && !streets)) return null
    const where = onStreets && box && (cut || !area) ? boxArea(box) : area
    return questionOf(hotspots, { ...(from && { from }), ...(to && { to }) }, where, codesOf, today)
  }, [area, isUnbounded, onStreets, streets, box, cut, hotspots, from, to, codesOf, today])
  return {
    /** null while something it needs is on its way, or no period is chosen. */
    question,
    streets: onStreets ? streets : null,
    groups,
    isUnbounded,
    /** Streets are told of the middle of the area alone. */
    cut: onStreets && cut,
    missing,
    error: error ?? unreached,
  }
}
