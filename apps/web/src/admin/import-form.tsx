import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { importFormatTitles, imports as own } from '../messages/imports.ts'
import { useText } from '../messages/text.ts'
import { useAnnounce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { ErrorNote } from '../ui/note.tsx'
import {
  type ImportFormat,
  type ImportStage,
  type ImportSummary,
  importFile,
  importFormats,
} from './import-file.ts'
import styles from './import-form.module.css'
import { ImportProgressBar } from './import-progress.tsx'
import { ImportSummaryBox } from './import-summary.tsx'
import { Card } from './section.tsx'
import { useLayerHealth } from './use-layer-titles.ts'

type Step =
  | { readonly at: 'choosing'; readonly error?: unknown }
  | { readonly at: 'running'; readonly preview: boolean; readonly stage: ImportStage }
  | { readonly at: 'told'; readonly preview: boolean; readonly summary: ImportSummary }

const choosing: Step = { at: 'choosing' }
const needsLayer = (format: ImportFormat) => format === 'geojson' || format === 'csv'

/** What a file's name says of its format. */
const formatOf = (name: string): ImportFormat =>
  /\.csv$|\.txt$/i.test(name) ? 'csv' : /\.(osm|pbf|osm\.gz|xml)$/i.test(name) ? 'osm' : 'geojson'

/** A file is looked at first; what it would do is told, and only then may it be done. */
export function ImportForm() {
  const t = useText()
  const announce = useAnnounce()
  const queries = useQueryClient()
  const chooser = useId()
  const [file, setFile] = useState<File | null>(null)
  const [format, setFormat] = useState<ImportFormat>('geojson')
  const [layer, setLayer] = useState('')
  const [step, setStep] = useState<Step>(choosing)
  const [missing, setMissing] = useState(false)
  const stop = useRef<AbortController | null>(null)

  const choose = (next: File | null) => {
    setFile(next)
    setStep(choosing)
    if (next) setFormat(formatOf(next.name))
  }
  const wrong = !file || (needsLayer(format) && layer === '')
  const run = async (preview: boolean) => {
    setMissing(wrong)
    if (wrong) return
    stop.current = new AbortController()
    setStep({ at: 'running', preview, stage: { sent: 0, progress: null } })
    const query = { format, layer: needsLayer(format) ? layer : undefined, name: file.name, preview }
    const work = {
      signal: stop.current.signal,
      onStage: (stage: ImportStage) => setStep({ at: 'running', preview, stage }),
    }
    try {
      const summary = await importFile(file, query, work)
      setStep({ at: 'told', preview, summary })
      announce(t(preview ? own.looked : own.imported))
    } catch (error) {
      const stopped = error instanceof DOMException && error.name === 'AbortError'
      setStep(stopped ? choosing : { at: 'choosing', error })
      if (stopped) announce(t(own.stopped), { show: true })
    }
    if (!preview) for (const key of ['imports', 'health']) void queries.invalidateQueries({ queryKey: [key] })
  }

  return (
    <Card title={t(own.bringIn)}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void run(true)
        }}
      >
        <fieldset
          aria-label={t(own.file)}
          className={styles.drop}
          data-missing={(missing && !file) || undefined}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            choose(event.dataTransfer.files[0] ?? null)
          }}
        >
          <Icon name="upload" size={26} />
          <div>
            <label htmlFor={chooser}>{t(own.file)}</label>
            <p>{t(own.dropHelp)}</p>
            <input
              id={chooser}
              type="file"
              accept=".geojson,.json,.csv,.txt,.osm,.pbf,.xml,.gz"
              onChange={(event) => choose(event.target.files?.[0] ?? null)}
            />
            {missing && !file && <p className={styles.wrong}>{t(own.fileMissing)}</p>}
          </div>
        </fieldset>
        <div className={styles.fields}>
          <Field label={t(own.format)}>
            {(control) => (
              <select
                {...control}
                value={format}
                onChange={(event) => {
                  setFormat(event.target.value as ImportFormat)
                  setStep(choosing)
                }}
              >
                {importFormats.map((one) => (
                  <option key={one} value={one}>
                    {t(importFormatTitles[one])}
                  </option>
                ))}
              </select>
            )}
          </Field>
          {needsLayer(format) && (
            <Layer
              value={layer}
              missing={missing}
              onChange={(next) => {
                setLayer(next)
                setStep(choosing)
              }}
            />
          )}
        </div>
        {step.at === 'choosing' && step.error !== undefined && <ErrorNote error={step.error} />}
        {step.at === 'running' && file && (
          <ImportProgressBar
            stage={step.stage}
            size={file.size}
            preview={step.preview}
            onStop={() => stop.current?.abort()}
          />
        )}
        {step.at === 'told' && (
          <ImportSummaryBox
            summary={step.summary}
            preview={step.preview}
            onImport={() => void run(false)}
            onAnother={() => choose(null)}
          />
        )}
        {step.at === 'choosing' && (
          <div>
            <Button type="submit" kind="primary" icon={<Icon name="eye" />}>
              {t(own.preview)}
            </Button>
          </div>
        )}
      </form>
    </Card>
  )
}

function Layer({
  value,
  missing,
  onChange,
}: {
  readonly value: string
  readonly missing: boolean
  readonly onChange: (layer: string) => void
}) {
  const t = useText()
  const format = useFormat()
  const { data } = useLayerHealth()
  return (
    <Field label={t(own.layer)} error={missing && !value ? t(own.layerMissing) : undefined}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="">{t(own.chooseLayer)}</option>
          {data?.map((one) => (
            <option key={one.layer} value={one.layer}>
              {t(one.title)} ({format.number(one.objects)})
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
