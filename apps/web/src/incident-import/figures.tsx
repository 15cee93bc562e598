import type { IncidentSummary } from '@trygghetskartan/api/contract-incidents'
import { useFormat } from '../messages/format.ts'
import { incidentImport as words } from '../messages/incident-import.ts'
import { useText } from '../messages/text.ts'
import { ExtentSketch } from './extent-sketch.tsx'
import styles from './incident-import-page.module.css'

/** How many of what, from when to when, and where. */
export function Figures({ summary }: { readonly summary: IncidentSummary }) {
  const t = useText()
  const format = useFormat()
  const { read, added, corrected, unchanged, duplicates, refused, period, byPrecision } = summary
  const figures = [
    { title: words.read, value: read },
    { title: words.added, value: added, tone: 'good' },
    { title: words.corrected, value: corrected, tone: corrected > 0 ? 'warning' : '' },
    { title: words.unchanged, value: unchanged },
    { title: words.duplicates, value: duplicates },
    { title: words.refusedRows, value: refused, tone: refused > 0 ? 'danger' : '' },
  ]
  const count = (...precisions: string[]) => precisions.reduce((sum, one) => sum + (byPrecision[one] ?? 0), 0)
  const placed = count('exact', 'street')
  const coarse = count('locality', 'municipality', 'county')
  return (
    <>
      <dl className={styles.figures}>
        {figures.map(({ title, value, tone }) => (
          <div key={title.en} data-tone={tone || undefined}>
            <dt>{t(title)}</dt>
            <dd>{format.number(value)}</dd>
          </div>
        ))}
      </dl>
      {period && (
        <p>
          {t(words.period(format.date(period[0]), format.date(period[1])))}{' '}
          {t(words.placedShare(format.number(placed), format.number(coarse)))}
        </p>
      )}
      {summary.extent && <ExtentSketch extent={summary.extent} />}
    </>
  )
}
