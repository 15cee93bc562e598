import { useEffect, useMemo } from 'react'
import { useFlavour, useMap } from '../map/map-context.ts'
import { useOverlay } from '../map/overlay.ts'
import { daysAgo, Period } from '../police/period.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import { giOverlay } from './gi-overlay.ts'
import { HotspotResult } from './hotspot-result.tsx'
import styles from './hotspots.module.css'
import { HoursChoice } from './hours-choice.tsx'
import { MethodChoice } from './method-choice.tsx'
import { MoreControls } from './more-controls.tsx'
import { questionOf } from './question-of.ts'
import { useArea } from './use-area.ts'
import { useIncidents } from './use-incidents.ts'
import { useKinds } from './use-kinds.ts'
import { usePicture } from './use-picture.ts'

/** Days shown until another period is chosen: what is rare needs a year to show. */
const firstPeriod = 365

/** Hotspots one can defend: the question, and its answer on the map, in charts and in words. */
export function HotspotFace() {
  const map = useMap()
  const flavour = useFlavour()
  const [view, update] = useUrlState()
  const { from, to, hotspots } = view
  const isUnbounded = !from && !to
  useEffect(() => {
    if (isUnbounded) update({ from: daysAgo(firstPeriod) }, { replace: true })
  }, [isUnbounded, update])
  const incidents = useIncidents(true)
  const kinds = useKinds()
  const { area, error } = useArea(hotspots?.area)
  const question = useMemo(
    () =>
      area !== undefined && !isUnbounded
        ? questionOf(hotspots, { ...(from && { from }), ...(to && { to }) }, area, kinds.codesOf)
        : null,
    [area, isUnbounded, hotspots, from, to, kinds],
  )
  const reckoning = usePicture(incidents.data, question)
  const figure = reckoning.picture?.figure
  const overlay = useMemo(
    () => (figure && 'method' in figure ? giOverlay(figure.features, flavour) : null),
    [figure, flavour],
  )
  useOverlay(map, overlay)
  return (
    <div className={styles.face}>
      <MethodChoice />
      <Period />
      <HoursChoice />
      {(incidents.error || error) && (
        <ErrorNote error={incidents.error ?? error} onRetry={() => void incidents.refetch()} />
      )}
      {!incidents.error && !reckoning.picture && !reckoning.failed && <Skeleton lines={9} />}
      <HotspotResult {...reckoning} kinds={kinds} />
      <MoreControls bySource={reckoning.picture?.counts.bySource ?? {}} />
    </div>
  )
}
