import {
  assumedCamera,
  type Box,
  type CameraMeasure,
  type CameraShape,
  cameraShape,
  isRefusal,
  type Refusal,
  type Town,
} from '@trygghetskartan/siting'
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react'
import { boxAround } from '../ground/boxes.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { Assumptions } from './assumptions.tsx'
import { CameraFigures } from './camera-figures.tsx'
import { CameraFindings } from './camera-findings.tsx'
import { cameraFeatures, cameraStyle } from './camera-overlay.ts'
import { useEdition } from './edition-choice.ts'
import { MaskList } from './mask-list.tsx'
import { SaveRun } from './save-run.tsx'
import type { WorkOf } from './siting-protocol.ts'
import { SitingSection } from './siting-section.tsx'
import type { LiveMeasure } from './use-live-measure.ts'
import { useMapOverlay } from './use-map-overlay.ts'
import { useOthers } from './use-others.ts'
import { useReport } from './use-report.ts'
import { useSitingTown } from './use-siting-town.ts'
import { ZoneLegend } from './zone-legend.tsx'

/** Metres about a camera within which what has happened is compared with what it sees; and the most that is fetched. */
const about = 520
const farthest = 900

interface CameraSitingProps {
  readonly live: LiveMeasure
  readonly id: string
  readonly title: string
  readonly plan: string | null
  readonly isSaved: boolean
  readonly choices?: ReactNode
  /** Where masks may be changed. */
  readonly masks?: { readonly column: string; readonly onFill: (column: string, input: string) => void }
  readonly onRefusal?: (refusal: Refusal | null) => void
}

/** What a camera sees, on the map in every frame and in figures beside it. */
export function CameraSiting({
  live,
  id,
  title,
  plan,
  isSaved,
  choices,
  masks,
  onRefusal,
}: CameraSitingProps) {
  const t = useText()
  const [edition, setEdition] = useEdition()
  const camera = live.calm?.kind === 'camera' ? live.calm : null
  const around = useSitingTown(useBox(camera))
  const others = useOthers(plan, id)
  const shapeRefusal = useCameraOverlay(live, around.town, edition)
  const work = useMemo<WorkOf<'camera'> | null>(
    () => camera && { kind: 'camera', camera, edition, others },
    [camera, edition, others],
  )
  const { reckoned, refusal, failed, busy } = useReport(around.known, work)
  const refused = shapeRefusal ?? refusal
  useEffect(() => onRefusal?.(refused), [refused, onRefusal])
  const report = reckoned?.report
  return (
    <SitingSection
      title={words.camera}
      around={around}
      placed={camera !== null}
      refusal={refused}
      failed={failed}
      busy={busy}
      lead={report && !refused && <CameraFigures report={report} busy={busy} />}
      choices={choices}
    >
      {report && !refused && (
        <>
          {around.town?.buildings.length === 0 && <p>{t(words.noBuildings)}</p>}
          <ZoneLegend report={report} edition={edition} onEdition={setEdition} />
          <MaskList masks={camera?.masks ?? []} {...(masks && { edit: { ...masks, id } })} />
          <CameraFindings report={report} />
          <Assumptions of={report.assumptions} />
          <SaveRun reckoned={reckoned} title={title} plan={plan} isSaved={isSaved} />
        </>
      )}
    </SitingSection>
  )
}

/** What ground is needed, in whole steps so that it changes seldom. */
function useBox(camera: CameraMeasure | null): Box | null {
  const reach = camera ? assumedCamera(camera.camera, [0, 0]).camera.reach : 0
  const metres = Math.min(farthest, Math.max(about, Number.isFinite(reach) ? reach : 0))
  const [lon, lat] = camera?.at ?? []
  return useMemo(
    () => (lon === undefined || lat === undefined ? null : boxAround([lon, lat], metres)),
    [lon, lat, metres],
  )
}

/** Draws the camera's view in every frame. Returns why there is none. */
function useCameraOverlay(
  { eachFrame }: LiveMeasure,
  town: Town | null,
  edition: 2014 | 2025,
): Refusal | null {
  const t = useText()
  const style = useMemo(() => cameraStyle(edition), [edition])
  const show = useMapOverlay('camera', style)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const last = useRef<string>(undefined)
  useEffect(() => {
    return eachFrame((measure) => {
      if (!town || measure?.kind !== 'camera') return show([])
      performance.mark('siting-frame')
      const answer = cameraShape(town, measure, edition)
      const shape: CameraShape | null = isRefusal(answer) ? null : answer
      show(cameraFeatures(shape, measure.masks, town.plane, ({ title }) => t(title)))
      performance.measure('siting-frame', 'siting-frame')
      const code = isRefusal(answer) ? JSON.stringify(answer) : ''
      if (code !== last.current) setRefusal(isRefusal(answer) ? answer : null)
      last.current = code
    })
  }, [eachFrame, town, edition, show, t])
  return refusal
}
