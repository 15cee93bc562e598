import type { Box, LightMeasure, LonLat, Refusal } from '@trygghetskartan/siting'
import { useEffect, useMemo } from 'react'
import { boxAbout } from '../ground/boxes.ts'
import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { Assumptions } from './assumptions.tsx'
import { Figures } from './figures.tsx'
import { lightFeatures, lightStyle } from './light-overlay.ts'
import { LuxLegend } from './lux-legend.tsx'
import { useLuxPicture } from './lux-picture.ts'
import { Part } from './part.tsx'
import { SaveRun } from './save-run.tsx'
import type { WorkOf } from './siting-protocol.ts'
import { SitingSection } from './siting-section.tsx'
import { StretchTable } from './stretch-table.tsx'
import type { LiveMeasure } from './use-live-measure.ts'
import { useLuminaireFiles } from './use-luminaires.ts'
import { useMapOverlay } from './use-map-overlay.ts'
import { useOthers } from './use-others.ts'
import { useReport } from './use-report.ts'
import { useSitingTown } from './use-siting-town.ts'

/** Metres about the lamps that are looked at. */
const about = 150
/** Metres between points while it is dragged. */
const coarse = 3

interface LightSitingProps {
  readonly live: LiveMeasure
  readonly id: string
  readonly title: string
  readonly plan: string | null
  readonly isSaved: boolean
  readonly onRefusal?: (refusal: Refusal | null) => void
}

/** What lamps light: lux on the map, and each street against its class. */
export function LightSiting({ live, id, title, plan, isSaved, onRefusal }: LightSitingProps) {
  const t = useText()
  const format = useFormat()
  const { calm, moving } = live
  const light = calm?.kind === 'light' ? calm : null
  const around = useSitingTown(useBox(light))
  const others = useOthers(plan, id)
  const files = useLuminaireFiles(useMemo(() => [light, ...others], [light, others]))
  const work = useMemo<WorkOf<'light'> | null>(
    () =>
      light && files && { kind: 'light', light, others, luminaires: files, ...(moving && { step: coarse }) },
    [light, others, files, moving],
  )
  const { reckoned, refusal, failed, busy } = useReport(around.known, work)
  useEffect(() => onRefusal?.(refusal), [refusal, onRefusal])
  const report = reckoned?.report ?? null
  const show = useMapOverlay('light', lightStyle)
  useLuxPicture(report?.raster ?? null)
  useEffect(() => {
    show(
      lightFeatures(report, {
        lux: (value) => `${format.number(value)} lx`,
        fails: (wanted) => t(words.failsOnMap(wanted)),
      }),
    )
  }, [report, show, format, t])
  return (
    <SitingSection
      title={words.light}
      around={around}
      placed={light !== null}
      refusal={refusal}
      failed={failed}
      busy={busy}
    >
      {report && (
        <>
          <Figures
            busy={busy}
            figures={[
              {
                title: t(words.broughtUp),
                value: format.distance(report.metresBroughtUp),
                tone: report.metresBroughtUp > 0 ? 'good' : undefined,
              },
              {
                title: t(words.failing),
                value: format.distance(report.metresFailing),
                tone: report.metresFailing > 0 ? 'warning' : 'good',
              },
              {
                title: t(words.lampsTitle),
                value: t(words.lamps(format.number(report.lamps.length))),
                note: lumensOf(report.lamps, (n) => t(words.lumens(format.number(n)))),
              },
            ]}
          />
          <Part title={t(words.luxOnGround)}>
            <LuxLegend />
          </Part>
          <StretchTable stretches={report.stretches} />
          <Assumptions of={report.assumptions} />
          <SaveRun reckoned={moving ? null : reckoned} title={title} plan={plan} isSaved={isSaved} />
        </>
      )}
    </SitingSection>
  )
}

const lumensOf = (lamps: readonly { lumens: number }[], write: (n: number) => string) =>
  lamps[0] && write(lamps[0].lumens)

/** What ground is needed: the lamps and what they light. */
function useBox(light: LightMeasure | null): Box | null {
  const key = light ? JSON.stringify(light.geometry.coordinates) : ''
  return useMemo(() => {
    if (!key) return null
    const read = JSON.parse(key) as LonLat | LonLat[]
    return boxAbout(typeof read[0] === 'number' ? [read as LonLat] : (read as LonLat[]), about)
  }, [key])
}
