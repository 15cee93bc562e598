import { useFlavour } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { police as words } from '../messages/police.ts'
import { useText } from '../messages/text.ts'
import type { EventCounts } from './event-counts.ts'
import styles from './police-face.module.css'

/** Events by kind, the most common first, in the legend's colours. */
export function KindBars({
  layer,
  byKind,
}: {
  readonly layer: MapLayer
  readonly byKind: EventCounts['byKind']
}) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  const rows = layer.legend
    .map((row) => ({ row, n: byKind.get(row.value) ?? 0 }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n)
  const most = rows[0]?.n ?? 1
  return (
    <section aria-label={t(words.byKind)}>
      <h2 className={styles.heading}>{t(words.byKind)}</h2>
      <ul className={styles.bars}>
        {rows.map(({ row, n }) => (
          <li key={row.value}>
            <span>{t(row.title)}</span>
            <span className={styles.figure}>{format.number(n)}</span>
            <span className={styles.bar} aria-hidden="true">
              <span style={{ width: `${(100 * n) / most}%`, background: row.colour[flavour] }} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
