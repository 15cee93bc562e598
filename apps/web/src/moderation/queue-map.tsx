import { useNavigate } from '@tanstack/react-router'
import type { QueuedReport } from '@trygghetskartan/api/contract-moderation'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { type Bounds, boundsOf } from '../map/geometry-bounds.ts'
import { useFlavour } from '../map/map-context.ts'
import { PlainMap } from '../map/plain-map.tsx'
import { flow as words } from '../messages/moderation-flow.ts'
import { reportWords } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Note } from '../ui/note.tsx'
import type { Search } from '../url-state.ts'
import styles from './queue.module.css'
import { clickable, reportStyle, roleColours } from './report-map-style.ts'

const around = (reports: readonly QueuedReport[]): Bounds | null => {
  const all = reports.map(({ geometry }) => boundsOf(geometry))
  if (all.length === 0) return null
  const side = (nth: number, of: typeof Math.min) => of(...all.map((one) => one[nth]!))
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
}

/** Where the reports of the queue are, while none is chosen; the one that is clicked opens. */
export function QueueMap({ reports }: { readonly reports: readonly QueuedReport[] }) {
  const t = useText()
  const flavour = useFlavour()
  const { config } = useSession()
  const navigate = useNavigate()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const [drawable, setDrawable] = useState(true)
  const style = useMemo(() => {
    const placed = reports.map(({ id, geometry }) => ({
      ...{ id, geometry },
      ...{ role: 'report' as const, colour: roleColours.report[flavour] },
    }))
    return reportStyle({ flavour, placed, reach: null, pointed: null, origin: location.origin })
  }, [reports, flavour])
  const opened = useState(() => around(reports) ?? config.bounds)[0]
  const clicked = useEffectEvent(({ point }: MapMouseEvent) => {
    const found = map?.queryRenderedFeatures(point, { layers: clickable })[0]
    if (found)
      void navigate({
        to: '/planera/rapporter/{-$report}',
        params: { report: String(found.properties.id) },
        search: (before: Search) => before,
      })
  })
  useEffect(() => {
    if (!map) return
    const following = map.on('click', clicked)
    return () => following.unsubscribe()
  }, [map])
  return (
    <div className={styles.whole}>
      <p className={styles.help}>{t(words.choose)}</p>
      {drawable ? (
        <div className={styles.canvas}>
          <PlainMap
            className={undefined}
            style={style}
            bounds={opened}
            icons={{}}
            label={t(words.mapOfQueue)}
            onReady={setMap}
            onFailure={() => setDrawable(false)}
          />
        </div>
      ) : (
        <Note tone="warning">{t(reportWords.noMap)}</Note>
      )}
      <p className={styles.help}>{config.attribution.join(' · ')}</p>
    </div>
  )
}
