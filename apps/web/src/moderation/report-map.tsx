import { useNavigate } from '@tanstack/react-router'
import type { ModeratedReport, PublicPreview } from '@trygghetskartan/api/contract-moderation'
import type { Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { type Bounds, boundsOf } from '../map/geometry-bounds.ts'
import { useFlavour } from '../map/map-context.ts'
import { reportWords as words } from '../messages/moderation-report.ts'
import { useText } from '../messages/text.ts'
import { useStatusColour } from '../problems/use-status-colour.ts'
import { useSession } from '../session.ts'
import type { Search } from '../url-state.ts'
import { DrawnMap } from './drawn-map.tsx'
import styles from './report-map.module.css'
import { circleAround, clickable, type OnMap, reportStyle, roleColours } from './report-map-style.ts'

interface ReportMapProps {
  readonly report: ModeratedReport
  readonly preview: PublicPreview | null
  readonly pointed: string | null
  readonly onPoint: (id: string | null) => void
}

/** Metres that count as near. */
const reach = 150

const middleOf = ([west, south, east, north]: Bounds): [number, number] => [
  (west + east) / 2,
  (south + north) / 2,
]

/** A report with what lies near it, and what would become public of it. Another report opens when it is chosen. */
export function ReportMap({ report, preview, pointed, onPoint }: ReportMapProps) {
  const t = useText()
  const flavour = useFlavour()
  const { config } = useSession()
  const navigate = useNavigate()
  const colourOf = useStatusColour()
  const [map, setMap] = useState<MapLibreMap | null>(null)
  const { geometry, near, publicPlace } = report
  const around = useMemo(() => circleAround(middleOf(boundsOf(geometry)), reach), [geometry])
  const placed = useMemo((): OnMap[] => {
    const at = (role: Exclude<OnMap['role'], 'measure'>, id: string, shape: OnMap['geometry']): OnMap => ({
      id,
      role,
      geometry: shape,
      colour: roleColours[role][flavour],
    })
    return [
      ...near.measures.map(
        (one): OnMap => ({
          id: one.id,
          role: 'measure',
          geometry: one.geometry,
          colour: colourOf(one.layer, one.status),
        }),
      ),
      ...near.reports.map((one) => at('near', one.id, one.geometry)),
      ...near.places
        .filter(({ id }) => id !== publicPlace?.id)
        .map((one) => at('place', one.id, one.geometry)),
      ...(publicPlace ? [at('place', publicPlace.id, publicPlace.geometry)] : []),
      at('report', report.id, geometry),
      ...(preview ? [at('preview', 'preview', preview.geometry)] : []),
    ]
  }, [report.id, geometry, near, publicPlace, preview, flavour, colourOf])
  const style = useMemo(
    () => reportStyle({ flavour, placed, reach: around, pointed, origin: location.origin }),
    [flavour, placed, around, pointed],
  )
  const opened = useState(() => boundsOf(around))[0]
  const clicked = useEffectEvent(({ point }: MapMouseEvent) => {
    const [found] = map ? map.queryRenderedFeatures(point, { layers: clickable }) : []
    const id = found ? String(found.properties.id) : null
    onPoint(id)
    if (found?.properties.role === 'near')
      void navigate({
        to: '/planera/rapporter/{-$report}',
        params: { report: id! },
        search: (before: Search) => before,
      })
    else if (id) document.getElementById(`row-${id}`)?.scrollIntoView({ block: 'center' })
  })
  useEffect(() => {
    if (!map) return
    const following = map.on('click', clicked)
    return () => following.unsubscribe()
  }, [map])
  useEffect(() => {
    if (!map || !preview) return
    const [west, south, east, north] = boundsOf(preview.geometry)
    const whole = boundsOf(around)
    map.fitBounds(
      [
        Math.min(west, whole[0]),
        Math.min(south, whole[1]),
        Math.max(east, whole[2]),
        Math.max(north, whole[3]),
      ],
      { padding: 36, maxZoom: 17 },
    )
  }, [map, preview, around])
  const legend = [
    ['report', words.legendReport, true],
    ['near', words.legendNear, near.reports.length > 0],
    ['place', words.legendPlace, publicPlace !== null || near.places.length > 0],
    ['measure', words.legendMeasure, near.measures.length > 0],
    ['preview', words.legendPreview, preview !== null],
  ] as const
  return (
    <aside className={styles.map} aria-label={t(words.map)}>
      <DrawnMap
        className={styles.canvas}
        style={style}
        bounds={opened}
        label={t(words.map)}
        onReady={setMap}
      />
      <ul className={styles.legend}>
        {legend.map(
          ([role, title, shown]) =>
            shown && (
              <li key={role}>
                <i
                  data-role={role}
                  style={role === 'measure' ? undefined : { color: roleColours[role][flavour] }}
                  aria-hidden="true"
                />
                {t(title)}
              </li>
            ),
        )}
        <li>
          <i data-role="reach" aria-hidden="true" />
          {t(words.near)}
        </li>
        <li className={styles.attribution}>{config.attribution.join(' · ')}</li>
      </ul>
    </aside>
  )
}
