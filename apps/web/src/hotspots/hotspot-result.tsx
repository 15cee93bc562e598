import { isRefusal } from '@trygghetskartan/geo'
import { useCallback } from 'react'
import { useFormat } from '../messages/format.ts'
import { hotspotResults as words } from '../messages/hotspot-results.ts'
import { hotspots } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { Empty, Note } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import type { Picture, Streets } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'
import { KeepPart } from './keep-part.tsx'
import { KindsChoice } from './kinds-choice.tsx'
import { LeftOut } from './left-out.tsx'
import { Legend } from './legend.tsx'
import { MethodNote } from './method-note.tsx'
import { NearPart } from './near-part.tsx'
import { PredictionPart } from './prediction-part.tsx'
import { Remarks } from './remarks.tsx'
import { ResultHead } from './result-head.tsx'
import { SpotList } from './spot-list.tsx'
import { Timeline } from './timeline.tsx'
import { useHotspotView } from './use-hotspot-view.ts'
import type { PackedIncidents } from './use-incidents.ts'
import type { KindGroup } from './use-kinds.ts'
import { WeekGrid } from './week-grid.tsx'
import type { WeekHours } from './week-hours.ts'

interface HotspotResultProps {
  readonly picture: Picture | null
  readonly failed: boolean
  /** The next picture is on its way. */
  readonly busy: boolean
  readonly incidents: PackedIncidents | undefined
  readonly streets: Streets | null
  readonly groups: readonly KindGroup[]
}

/** The answer beside the map: how many, what the colours mean, what is left out, and the charts that filter it. */
export function HotspotResult({ picture, failed, busy, incidents, streets, groups }: HotspotResultProps) {
  const t = useText()
  const format = useFormat()
  const [{ from, to }, update] = useUrlState()
  const [{ hours }, change] = useHotspotView()
  const choose = useCallback((next: WeekHours | undefined) => change({ hours: next }), [change])
  if (failed) return <Note tone="danger" title={t(words.failed)} />
  if (!picture) return null
  const { counts, figure, question } = picture
  if (counts.stored === 0)
    return (
      <Empty title={t(words.nothingStored)}>
        <p>{t(words.nothingStoredHelp)}</p>
      </Empty>
    )
  const compared = picture.change !== null && !isRefusal(picture.change)
  const isMap = question.method === 'gi' || question.method === 'density'
  return (
    <div className={styles.result} data-stale={busy || undefined} aria-busy={busy}>
      <ResultHead picture={picture} />
      {isRefusal(figure) && counts.n > 0 && <Note tone="warning">{t(figure.text)}</Note>}
      {isRefusal(picture.change) && <Note tone="warning">{t(picture.change.text)}</Note>}
      <Remarks remarks={picture.remarks} />
      {!isRefusal(figure) && <Legend figure={figure} change={compared} />}
      {counts.n > 0 && <p className={styles.help}>{t(words.pointsHelp)}</p>}
      {!isRefusal(figure) && figure.kind === 'near' && <NearPart incidents={incidents} question={question} />}
      <LeftOut counts={counts} />
      {!isRefusal(figure) && figure.kind !== 'density' && figure.kind !== 'near' && (
        <SpotList figure={figure} change={compared} />
      )}
      <section className={styles.part} aria-label={t(hotspots.byTime)}>
        <h3 className={styles.heading}>{t(hotspots.byTime)}</h3>
        <WeekGrid byHour={counts.byHour} chosen={hours} onChoose={choose} />
        {counts.untimed > 0 && (
          <p className={styles.help}>{t(hotspots.untimed(format.number(counts.untimed)))}</p>
        )}
      </section>
      <KindsChoice groups={groups} byKind={counts.byKind} />
      <Timeline
        weeks={counts.byWeek}
        period={{ ...(from && { from }), ...(to && { to }) }}
        busy={busy}
        onPeriod={(period) => update(period, { replace: true })}
      />
      {isMap && counts.n > 0 && !compared && <PredictionPart incidents={incidents} question={question} />}
      <MethodNote picture={picture} />
      <KeepPart incidents={incidents} picture={picture} streets={streets} />
    </div>
  )
}
