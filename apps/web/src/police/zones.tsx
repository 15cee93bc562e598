import { useQuery } from '@tanstack/react-query'
import { api } from '../api.ts'
import { useFrame } from '../frame/frame-context.ts'
import { objectTitle } from '../inspector/object-title.ts'
import { Swatch } from '../layers/swatch.tsx'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { police as words } from '../messages/police.ts'
import { useText } from '../messages/text.ts'
import styles from '../planner/planner-face.module.css'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { StatusChip } from '../ui/status-chip.tsx'
import { useUrlState } from '../url-state.ts'

/** Where and when presence is planned. */
export function Zones({ layer }: { readonly layer: MapLayer }) {
  const t = useText()
  const format = useFormat()
  const { show } = useFrame()
  const [view] = useUrlState()
  const query = { limit: 200 }
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['items', layer.id, query],
    queryFn: ({ signal }) => api.items(layer.id, query, signal),
  })
  const hours = (properties: Record<string, unknown>) =>
    ['weekdays', 'hours_from', 'hours_to']
      .map((name) => layer.fields.find((field) => field.name === name))
      .map((field) => (field ? format.field(field, properties[field.name]) : ''))
  return (
    <section aria-label={t(layer.title)}>
      <h2 className={styles.heading}>{t(layer.title)}</h2>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isPending && <Skeleton lines={3} />}
      {data?.features.length === 0 && <Empty title={t(words.noZones)} />}
      <ul className={styles.rows}>
        {data?.features.map((item) => {
          const [days, from, to] = hours(item.properties)
          return (
            <li key={item.id}>
              <button
                type="button"
                className={styles.row}
                aria-current={view.selected?.id === item.id || undefined}
                onClick={() => show({ layer: layer.id, id: item.id }, item.geometry)}
              >
                <Swatch layer={layer} value={String(item.properties[layer.categoryBy])} />
                <span>
                  <strong>{objectTitle(layer, item.properties, format, t(layer.title))}</strong>
                  <small>{[days, from && to && `${from}–${to}`].filter(Boolean).join(' ')}</small>
                </span>
                <StatusChip layer={layer} value={String(item.properties[layer.categoryBy])} />
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
