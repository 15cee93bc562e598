import { isRefusal } from '@trygghetskartan/geo'
import { useEffect, useMemo } from 'react'
import { useFlavour, useMap } from '../map/map-context.ts'
import { useOverlay } from '../map/overlay.ts'
import { hotspots as words } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { daysAgo, Period } from '../police/period.tsx'
import { ErrorNote, Note, Skeleton } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import { DensityPicture } from './density-picture.tsx'
import { figureOverlay } from './figure-overlay.ts'
import { useReckoned } from './hotspot-client.ts'
import { HotspotResult } from './hotspot-result.tsx'
import styles from './hotspots.module.css'
import { HoursChoice } from './hours-choice.tsx'
import { MethodChoice } from './method-choice.tsx'
import { MoreControls } from './more-controls.tsx'
import { PointsOverlay } from './points-overlay.tsx'
import { useIncidents } from './use-incidents.ts'
import { useQuestion } from './use-question.ts'

/** Days shown until another period is chosen: what is rare needs a year to show. */
const firstPeriod = 365

const noSources = {}

/** Hotspots one can defend: the question, and its answer on the map, in charts and in words. */
export function HotspotFace() {
  const t = useText()
  const map = useMap()
  const flavour = useFlavour()
  const [, update] = useUrlState()
  const incidents = useIncidents(true)
  const { question, streets, groups, isUnbounded, cut, missing, error } = useQuestion()
  useEffect(() => {
    if (isUnbounded) update({ from: daysAgo(firstPeriod) }, { replace: true })
  }, [isUnbounded, update])
  const work = useMemo(
    () => (question ? ({ kind: 'picture', question, streets } as const) : null),
    [question, streets],
  )
  const { report: picture, failed, busy } = useReckoned(incidents.data, work)
  const figure = picture && !isRefusal(picture.figure) ? picture.figure : null
  const overlay = useMemo(() => figure && figureOverlay(figure, flavour), [figure, flavour])
  useOverlay(map, overlay)
  useEffect(() => {
    if (picture) performance.measure('hotspot-picture', { start: 0, detail: { took: picture.took } })
  }, [picture])
  const problem = incidents.error ?? error
  return (
    <div className={styles.face}>
      <MethodChoice />
      <Period />
      <HoursChoice />
      {problem && <ErrorNote error={problem} onRetry={() => void incidents.refetch()} />}
      {missing && <Note tone="warning">{t(words.areaMissing)}</Note>}
      {cut && <Note>{t(words.streetsCut)}</Note>}
      {!problem && !missing && !picture && !failed && <Skeleton lines={9} />}
      <HotspotResult
        picture={picture}
        failed={failed}
        busy={busy}
        incidents={incidents.data}
        streets={streets}
        groups={groups}
      />
      {question && <PointsOverlay incidents={incidents.data} question={question} />}
      {figure?.kind === 'density' && <DensityPicture figure={figure} />}
      <MoreControls bySource={picture?.counts.bySource ?? noSources} />
    </div>
  )
}
