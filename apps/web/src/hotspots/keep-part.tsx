import { isRefusal } from '@trygghetskartan/geo'
import { memo, useState } from 'react'
import { useFlavour, useMap } from '../map/map-context.ts'
import { analysisColumns } from '../messages/analysis-columns.ts'
import { useFormat } from '../messages/format.ts'
import { hotspotKeep as words } from '../messages/hotspot-keep.ts'
import { hotspotResults } from '../messages/hotspot-results.ts'
import { methodWords } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { csvOf } from '../ui/csv.ts'
import { Icon } from '../ui/icon.tsx'
import { Note } from '../ui/note.tsx'
import { saveBlob, saveText } from '../ui/save-file.ts'
import type { Picture, Streets } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'
import { legendRows } from './legend-rows.ts'
import { named } from './named-answer.ts'
import { periodText } from './period-text.ts'
import { pictureFile } from './picture-file.ts'
import { SaveAnalysis } from './save-analysis.tsx'
import { SavedAnalyses } from './saved-analyses.tsx'
import type { PackedIncidents } from './use-incidents.ts'
import { useWhole } from './use-whole.ts'

interface KeepPartProps {
  readonly incidents: PackedIncidents | undefined
  readonly picture: Picture
  readonly streets: Streets | null
}

/** The answer saved with all it follows from, or taken along as a table, a map or a picture. */
export const KeepPart = memo(function KeepPart({ incidents, picture, streets }: KeepPartProps) {
  const t = useText()
  const format = useFormat()
  const map = useMap()
  const flavour = useFlavour()
  const whole = useWhole(incidents, picture, streets)
  const [saving, setSaving] = useState(false)
  const [busy, setBusy] = useState<string | null>(null)
  const [failed, setFailed] = useState(false)
  const { figure, counts, question, change, squareKilometres, srid } = picture
  if (counts.n === 0 || isRefusal(figure)) return <SavedAnalyses />
  const title = t(methodWords[question.method].title)
  const period = t(periodText(question.from ?? undefined, question.to ?? undefined, format))
  const name = `hotspots-${question.method}-${question.today}`
  const make = async (kind: string, work: () => Promise<void>) => {
    setBusy(kind)
    setFailed(false)
    await work().catch(() => setFailed(true))
    setBusy(null)
  }
  const csv = async () => {
    const { columns, rows } = await named(await whole(), t)
    const header = columns.map((column) => t(analysisColumns[column] ?? { sv: column, en: column }))
    saveText(`${name}.csv`, csvOf([header, ...rows]), 'text/csv')
  }
  const geojson = async () => {
    const made = await named(await whole(), t)
    if (!made.geojson) throw new Error('It has no places')
    saveText(`${name}.geojson`, made.geojson, 'application/geo+json')
  }
  const image = async () => {
    if (!map) return
    const compared = change !== null && !isRefusal(change)
    const blob = await pictureFile(map, {
      title,
      lines: [
        `${t(hotspotResults.incidents(counts.n, format.number(counts.n)))}, ${period}`,
        `${format.number(Math.round(squareKilometres * 10) / 10)} km², EPSG:${srid}`,
      ],
      legend: legendRows(figure, compared, flavour).map(({ title: said, paint }) => ({
        title: t(said),
        ...paint,
      })),
      foot: [t(words.internal), t(words.madeOn(format.dateTime(new Date().toISOString())))],
    })
    saveBlob(`${name}.png`, blob)
  }
  const button = (kind: string, label: string, work: () => Promise<void>) => (
    <Button
      size="s"
      icon={<Icon name="download" size={16} />}
      busy={busy === kind}
      aria-label={t(words.asFile(label))}
      onClick={() => void make(kind, work)}
    >
      {label}
    </Button>
  )
  return (
    <section className={styles.part} aria-label={t(words.title)}>
      <h3 className={styles.heading}>{t(words.title)}</h3>
      {failed && <Note tone="danger">{t(words.failed)}</Note>}
      <div className={styles.row}>
        <Button size="s" kind="primary" aria-expanded={saving} onClick={() => setSaving(!saving)}>
          {t(words.save)}
        </Button>
        {figure.kind !== 'near' && button('csv', t(words.csv), csv)}
        {figure.kind !== 'near' && button('geojson', t(words.geojson), geojson)}
        {figure.kind !== 'near' && button('picture', t(words.picture), image)}
      </div>
      {saving && incidents && (
        <SaveAnalysis
          title={`${title}, ${period}`}
          incidents={incidents}
          whole={whole}
          onDone={() => setSaving(false)}
        />
      )}
      <SavedAnalyses />
    </section>
  )
})
