import { useQuery } from '@tanstack/react-query'
import type { Measure } from '@trygghetskartan/api/contract'
import type { MapLayer } from '../map/map-style.ts'
import { decisions as words } from '../messages/decisions.ts'
import { useFormat } from '../messages/format.ts'
import { useText } from '../messages/text.ts'
import { ErrorNote } from '../ui/note.tsx'
import styles from './decision-list.module.css'
import { decisionsApi } from './decisions-api.ts'

interface DecisionListProps {
  readonly measure: Measure
  readonly layer: MapLayer
}

/** What has been decided about the measure, newest first; nothing where nothing has. */
export function DecisionList({ measure, layer }: DecisionListProps) {
  const t = useText()
  const format = useFormat()
  const { data, error, refetch } = useQuery({
    queryKey: ['decisions', measure.id, measure.version],
    queryFn: ({ signal }) => decisionsApi.decisions(measure.id, signal),
  })
  const titleOf = (status: string) =>
    layer.legend.find(({ value }) => value === status)?.title ?? { sv: status, en: status }
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />
  if (!data || data.length === 0) return null
  return (
    <section className={styles.decisions} aria-label={t(words.title)}>
      <h3>{t(words.title)}</h3>
      <ol>
        {data.map((one) => (
          <li key={one.id}>
            <p className={styles.head}>
              <strong>{t(words.takenAs(t(titleOf(one.to))))}</strong>
              <time dateTime={one.at}>{format.shortDate(one.at)}</time>
            </p>
            <p className={styles.text}>{one.text}</p>
            <p className={styles.source}>
              {[one.body, one.reference, t(words.by(one.by))].filter(Boolean).join(' · ')}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
