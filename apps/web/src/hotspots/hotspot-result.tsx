import { isRefusal } from '@trygghetskartan/geo'
import { useFormat } from '../messages/format.ts'
import { hotspotResults as words } from '../messages/hotspot-results.ts'
import { hotspots } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { Empty, Note } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import type { Picture } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'
import { KindsChoice } from './kinds-choice.tsx'
import { LeftOut } from './left-out.tsx'
import { GiLegend } from './legend.tsx'
import { SpotList } from './spot-list.tsx'
import { Timeline } from './timeline.tsx'
import { useHotspotView } from './use-hotspot-view.ts'
import type { useKinds } from './use-kinds.ts'
import type { Reckoning } from './use-picture.ts'
import { WeekGrid } from './week-grid.tsx'

/** Fewer incidents than these make a picture that a few more may change. */
const few = 50

interface HotspotResultProps extends Reckoning {
  readonly kinds: ReturnType<typeof useKinds>
}

/** The answer beside the map: how many, what the colours mean, what is left out, and the charts that filter it. */
export function HotspotResult({ picture, failed, busy, kinds }: HotspotResultProps) {
  const t = useText()
  const format = useFormat()
  const [{ from, to }, update] = useUrlState()
  const [{ hours }, change] = useHotspotView()
  if (failed) return <Note tone="danger" title={t(words.failed)} />
  if (!picture) return null
  const { counts, figure } = picture
  if (counts.stored === 0)
    return (
      <Empty title={t(words.nothingStored)}>
        <p>{t(words.nothingStoredHelp)}</p>
      </Empty>
    )
  return (
    <div className={styles.result} data-stale={busy || undefined} aria-busy={busy}>
      <Head picture={picture} />
      {isRefusal(figure) && counts.n > 0 && <Note tone="warning">{t(figure.text)}</Note>}
      {counts.n > 0 && counts.n < few && (
        <Note tone="warning">{t(words.fewWarning(format.number(counts.n)))}</Note>
      )}
      {!isRefusal(figure) && <GiLegend figure={figure} />}
      <LeftOut counts={counts} />
      {!isRefusal(figure) && figure.spots.length > 0 && <SpotList spots={figure.spots} />}
      <section className={styles.part} aria-label={t(hotspots.byTime)}>
        <h3 className={styles.heading}>{t(hotspots.byTime)}</h3>
        <WeekGrid byHour={counts.byHour} chosen={hours} onChoose={(next) => change({ hours: next })} />
      </section>
      <KindsChoice groups={kinds.groups} byKind={counts.byKind} />
      <Timeline
        weeks={counts.byWeek}
        period={{ ...(from && { from }), ...(to && { to }) }}
        busy={busy}
        onPeriod={(period) => update(period, { replace: true })}
      />
    </div>
  )
}

function Head({ picture: { counts, figure } }: { readonly picture: Picture }) {
  const t = useText()
  const format = useFormat()
  const [{ from, to }] = useUrlState()
  const period =
    from && to
      ? words.inPeriod(format.shortDate(from), format.shortDate(to))
      : from
        ? words.since(format.shortDate(from))
        : to
          ? words.until(format.shortDate(to))
          : words.allTime
  if (counts.n === 0)
    return (
      <Empty title={t(words.none)}>
        <p>{t(words.noneHelp)}</p>
        <p>{t(words.stored(format.number(counts.stored)))}</p>
      </Empty>
    )
  const spots = isRefusal(figure) ? null : figure.spots.length
  return (
    <div className={styles.total} aria-live="polite">
      {spots !== null && <strong>{t(spots > 0 ? words.spots(spots) : words.noSpots)}</strong>}
      {t(words.incidents(counts.n, format.number(counts.n)))}, {t(period)}
      {spots === 0 && <p>{t(words.noSpotsHelp)}</p>}
    </div>
  )
}
