import { useQuery } from '@tanstack/react-query'
import type { HistoryEntry, Measure } from '@trygghetskartan/api/contract'
import { useState } from 'react'
import { api } from '../api.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { plan as words } from '../messages/plan.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { ErrorNote, Skeleton } from '../ui/note.tsx'
import { formFields } from './editing.ts'
import styles from './object-actions.module.css'
import { usePlan } from './plan-context.ts'
import { changeBackTo } from './restore.ts'

const opWords = { insert: words.created, update: words.changed, delete: words.deleted } as const

/** Who changed what and when, newest first, with the way back to an earlier version. */
export function HistoryList({ measure, layer }: { readonly measure: Measure; readonly layer: MapLayer }) {
  const t = useText()
  const [open, setOpen] = useState(false)
  return (
    <details className={styles.history} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <h3>{t(words.history)}</h3>
      </summary>
      {open && <Entries measure={measure} layer={layer} />}
    </details>
  )
}

function Entries({ measure, layer }: { readonly measure: Measure; readonly layer: MapLayer }) {
  const t = useText()
  const format = useFormat()
  const plan = usePlan()
  const { data, error, refetch } = useQuery({
    queryKey: ['history', measure.id],
    queryFn: ({ signal }) => api.history(measure.id, signal),
  })
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton lines={3} />
  const names = new Set(formFields(layer).map(({ name }) => name))
  const name = String(measure.properties.title ?? t(layer.title))
  return (
    <ol className={styles.entries}>
      {data.map((entry) => {
        const back = changeBackTo(data, entry.version, names)
        const canGoBack = plan !== null && layer.editable && (back.geometry || back.properties)
        const when = format.dateTime(entry.at)
        return (
          <li key={`${entry.version} ${entry.at}`}>
            <p className={styles.who}>
              <strong>{t(opWords[entry.op])}</strong> {t(words.by(entry.by))}
              <time dateTime={entry.at}>{when}</time>
            </p>
            <Changes entry={entry} layer={layer} />
            {canGoBack && entry.op === 'update' && (
              <Button
                size="s"
                kind="quiet"
                aria-label={t(words.restoreOf(when))}
                onClick={() =>
                  void plan.perform(
                    { type: 'change', id: measure.id, ...back },
                    layer.id,
                    name,
                    t(words.restored),
                  )
                }
              >
                {t(words.restore)}
              </Button>
            )}
          </li>
        )
      })}
    </ol>
  )
}

/** Fields the database keeps by itself say nothing of what somebody did. */
function Changes({ entry, layer }: { readonly entry: HistoryEntry; readonly layer: MapLayer }) {
  const t = useText()
  const format = useFormat()
  if (entry.op !== 'update') return null
  const fields = layer.fields.filter((field) => !field.readOnly && entry.changes[field.name])
  return (
    <ul className={styles.changes}>
      {fields.map((field) => {
        const [was, is] = entry.changes[field.name] ?? [null, null]
        return (
          <li key={field.name}>
            {t(field.title)}: <del>{format.field(field, was) || t(words.empty)}</del>{' '}
            <span aria-hidden="true">→</span> <ins>{format.field(field, is) || t(words.empty)}</ins>
          </li>
        )
      })}
      {entry.changes.geometry && (
        <li>
          {t(words.geometry)}: {t(words.shapeChanged)}
        </li>
      )}
    </ul>
  )
}
