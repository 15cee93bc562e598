import type { CameraReport } from '@trygghetskartan/siting'
import { memo } from 'react'
import { useFormat } from '../messages/format.ts'
import { sensitiveUses, siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { Part } from './part.tsx'
import styles from './siting-panel.module.css'
import { WeekChart } from './week-chart.tsx'

/** So many names at first. */
const most = 6

/** What and whom a camera sees: what has happened there and when, sensitive places by name, and who sees it already. */
export const CameraFindings = memo(function CameraFindings({ report }: { readonly report: CameraReport }) {
  const t = useText()
  const format = useFormat()
  const { incidents, reports, hotspotShare, overlaps, sensitive } = report
  const byHour = incidents.byHour.map((n, hour) => n + (reports.byHour[hour] ?? 0))
  const some = incidents.n > 0 || reports.n > 0
  const tenths = (value: number) => format.number(Math.round(value * 10) / 10)
  const metres2 = (value: number) => t(words.squareMetres(format.number(Math.round(value))))
  const places = sensitive
    .filter(({ use }) => use !== 'home')
    .toSorted((a, b) => b.area + b.facade - a.area - a.facade)
  return (
    <>
      <Part title={t(words.inside)}>
        {some ? (
          <>
            <p>
              {format.list([t(words.events(tenths(incidents.n))), t(words.reports(tenths(reports.n)))])}
              {'.'}
            </p>
            {hotspotShare !== null && (
              <p className={styles.soft}>
                {t(words.hotspot(format.percent(Math.round(hotspotShare * 1000) / 10)))}
              </p>
            )}
            <WeekChart byHour={byHour} />
          </>
        ) : (
          <p className={styles.soft}>{t(words.noneInside)}</p>
        )}
      </Part>
      <Part title={t(words.sensitive)}>
        {places.length === 0 ? (
          <p className={styles.soft}>{t(words.noneSensitive)}</p>
        ) : (
          <ul className={styles.list}>
            {places.slice(0, most).map(({ id, use, name, area, facade }) => (
              <li key={`${id} ${use}`}>
                <span>
                  {name || t(words.unnamed)} <small>{t(sensitiveUses[use])}</small>
                </span>
                <span className={styles.amount}>
                  {area >= 0.5 ? metres2(area) : t(words.facadeOf(`${format.number(Math.round(facade))} m`))}
                </span>
              </li>
            ))}
            {places.length > most && <li>{t(words.more(places.length - most))}</li>}
          </ul>
        )}
      </Part>
      <Part title={t(words.overlaps)}>
        {overlaps.length === 0 ? (
          <p className={styles.soft}>{t(words.noOverlap)}</p>
        ) : (
          <ul className={styles.list}>
            {overlaps.slice(0, most).map(({ id, title, area }) => (
              <li key={id}>
                <span>{title || t(words.unnamed)}</span>
                <span className={styles.amount}>{metres2(area)}</span>
              </li>
            ))}
            {overlaps.length > most && <li>{t(words.more(overlaps.length - most))}</li>}
          </ul>
        )}
      </Part>
    </>
  )
})
