import { useNavigate } from '@tanstack/react-router'
import type { QueuedReport } from '@trygghetskartan/api/contract-moderation'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { type Bounds, boundsOf } from '../map/geometry-bounds.ts'
import { useFlavour } from '../map/map-context.ts'
import { flow as words } from '../messages/moderation-flow.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import type { Search } from '../url-state.ts'
import { DrawnMap } from './drawn-map.tsx'
import styles from './queue.module.css'
import { clickable, reportStyle, roleColours } from './report-map-style.ts'

const around = (reports: readonly QueuedReport[]): Bounds | null =>
  reports.length === 0
    ? null
    : boundsOf({ type: 'GeometryCollection', geometries: reports.map(({ geometry }) => geometry) })

/** Where the reports of the queue are, while none is chosen; the one that is clicked opens. */
export function QueueMap({ reports }: { readonly reports: readonly QueuedReport[] }) {
  const t = useText()
  const flavour = useFlavour()
  const { config } = useSession()
  const navigate = useNavigate()
  const [map, setMap] = useState<MapLibreMap | null>(null)
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
      <DrawnMap
        className={styles.canvas}
        style={style}
        bounds={opened}
        label={t(words.mapOfQueue)}
        onReady={setMap}
      />
      <p className={styles.help}>{config.attribution.join(' · ')}</p>
    </div>
  )
}
