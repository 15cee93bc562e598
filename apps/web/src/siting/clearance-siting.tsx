import type { Box, ClearanceMeasure, LonLat, Refusal } from '@trygghetskartan/siting'
import { useEffect, useMemo } from 'react'
import { boxAbout } from '../ground/boxes.ts'
import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { Assumptions } from './assumptions.tsx'
import { clearanceFeatures, clearanceStyle } from './clearance-overlay.ts'
import { Figures } from './figures.tsx'
import { Part } from './part.tsx'
import { SaveRun } from './save-run.tsx'
import panel from './siting-panel.module.css'
import type { WorkOf } from './siting-protocol.ts'
import { SitingSection } from './siting-section.tsx'
import type { LiveMeasure } from './use-live-measure.ts'
import { useMapOverlay } from './use-map-overlay.ts'
import { useOthers } from './use-others.ts'
import { useReport } from './use-report.ts'
import { useSitingTown } from './use-siting-town.ts'

/** Metres about the shrubs that are looked at. */
const about = 150
/** So many places are told. */
const most = 6

interface ClearanceSitingProps {
  readonly live: LiveMeasure
  readonly id: string
  readonly title: string
  readonly plan: string | null
  readonly isSaved: boolean
  readonly onRefusal?: (refusal: Refusal | null) => void
}

/** What one sees from the paths beside shrubs before and after they are cleared. */
export function ClearanceSiting({ live, id, title, plan, isSaved, onRefusal }: ClearanceSitingProps) {
  const t = useText()
  const format = useFormat()
  const clearance = live.calm?.kind === 'clearance' ? live.calm : null
  const around = useSitingTown(useBox(clearance))
  const others = useOthers(plan, id)
  const work = useMemo<WorkOf<'clearance'> | null>(
    () => clearance && { kind: 'clearance', clearance, others },
    [clearance, others],
  )
  const { reckoned, refusal, failed, busy } = useReport(around.known, work)
  useEffect(() => onRefusal?.(refusal), [refusal, onRefusal])
  const report = reckoned?.report ?? null
  const show = useMapOverlay('clearance', clearanceStyle)
  useEffect(() => show(clearanceFeatures(report)), [report, show])
  const metres2 = (value: number) => t(words.squareMetres(format.number(Math.round(value))))
  const gaining = (report?.viewpoints ?? [])
    .filter(({ before, after }) => after - before >= 0.5)
    .toSorted((a, b) => b.after - b.before - (a.after - a.before))
  const nameOf = (path: string) => {
    const street = reckoned?.town.ground.streets.find(({ id }) => id === path)
    return street ? (street.name ?? '') : path
  }
  const longest = Math.max(0, ...(report?.sightLines.map(({ metres }) => metres) ?? []))
  return (
    <SitingSection
      title={words.clearance}
      around={around}
      placed={clearance !== null}
      refusal={refusal}
      failed={failed}
      busy={busy}
    >
      {report && (
        <>
          <Figures
            busy={busy}
            figures={[
              { title: t(words.cleared), value: metres2(report.cleared) },
              { title: t(words.before), value: metres2(report.before) },
              {
                title: t(words.after),
                value: metres2(report.after),
                note:
                  report.before > 0
                    ? t(words.gained(format.percent(Math.round((report.after / report.before - 1) * 100))))
                    : undefined,
                tone: report.after > report.before ? 'good' : undefined,
              },
              { title: t(words.reportsNear), value: format.number(report.reports.n) },
            ]}
          />
          <p className={panel.soft}>
            {t(
              report.sightLines.length > 0
                ? words.sightLines(
                    format.number(report.sightLines.length),
                    `${format.number(Math.round(longest))} m`,
                  )
                : words.noSightLines,
            )}
          </p>
          {gaining.length > 0 && (
            <Part title={t(words.viewpoints)}>
              <table className={panel.table}>
                <thead>
                  <tr>
                    <th scope="col">{t(words.viewpoint)}</th>
                    <th scope="col">{t(words.before)}</th>
                    <th scope="col">{t(words.after)}</th>
                  </tr>
                </thead>
                <tbody>
                  {gaining.slice(0, most).map(({ at, path, before, after }) => (
                    <tr key={at.join()}>
                      <th scope="row">{nameOf(path) || t(words.street)}</th>
                      <td>{metres2(before)}</td>
                      <td>{metres2(after)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {gaining.length > most && <p className={panel.soft}>{t(words.more(gaining.length - most))}</p>}
            </Part>
          )}
          <Assumptions of={report.assumptions} />
          <SaveRun reckoned={reckoned} title={title} plan={plan} isSaved={isSaved} />
        </>
      )}
    </SitingSection>
  )
}

/** What ground is needed: the shrubs and what is about them. */
function useBox(clearance: ClearanceMeasure | null): Box | null {
  const key = clearance ? JSON.stringify(clearance.rings[0] ?? []) : ''
  return useMemo(() => (key ? boxAbout(JSON.parse(key) as LonLat[], about) : null), [key])
}
