import { useFrame } from '../frame/frame-context.ts'
import { objectTitle } from '../inspector/object-title.ts'
import { Swatch } from '../layers/swatch.tsx'
import { useFlavour } from '../map/map-context.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { planner as words } from '../messages/planner.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Empty, ErrorNote, Skeleton } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import styles from './planner-face.module.css'
import { onlyStatus, statusInView } from './status-filter.ts'
import { useMeasures } from './use-measures.ts'

const most = 40

/** Measures by how far they have come. Choosing a status shows only those, here, on the map and in the list. */
export function StatusBoard() {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  const { layers } = useSession()
  const { show } = useFrame()
  const [view, update] = useUrlState()
  const { measures, error, isPending, retry } = useMeasures(layers)
  const measured = layers.filter((layer) => layer.measure)
  const statuses = measured[0]?.legend ?? []
  const chosen = statusInView(view.without, measured)
  const shown = chosen === null ? measures : measures.filter(({ status }) => status === chosen)
  const count = (status: string) => measures.filter((one) => one.status === status).length
  const choose = (status: string | null) => update({ without: onlyStatus(view.without, measured, status) })

  const statusTitle = (layer: MapLayer, value: string) => {
    const row = layer.legend.find((one) => one.value === value)
    return row ? t(row.title) : value
  }

  return (
    <section aria-label={t(words.measures)}>
      <h2 className={styles.heading}>{t(words.measures)}</h2>
      {error && <ErrorNote error={error} onRetry={retry} />}
      <div className={styles.statuses}>
        <button
          type="button"
          aria-pressed={chosen === null}
          className={styles.status}
          onClick={() => choose(null)}
        >
          {t(words.all)} <span>{format.number(measures.length)}</span>
        </button>
        {statuses.map((row) => (
          <button
            key={row.value}
            type="button"
            aria-pressed={chosen === row.value}
            className={styles.status}
            onClick={() => choose(chosen === row.value ? null : row.value)}
          >
            <i style={{ background: row.colour[flavour] }} />
            {t(row.title)} <span>{format.number(count(row.value))}</span>
          </button>
        ))}
      </div>
      {isPending && !error && <Skeleton lines={8} />}
      {!isPending && measures.length === 0 && !error && (
        <Empty title={t(words.none)}>
          <p>{t(words.noneHelp)}</p>
        </Empty>
      )}
      {measures.length > 0 && shown.length === 0 && <Empty title={t(words.noneOfStatus)} />}
      <ul className={styles.rows}>
        {shown.slice(0, most).map(({ layer, item, status, changed }) => (
          <li key={item.id}>
            <button
              type="button"
              className={styles.row}
              aria-current={view.selected?.id === item.id || undefined}
              onClick={() => show({ layer: layer.id, id: item.id }, item.geometry)}
            >
              <Swatch layer={layer} value={status} />
              <span>
                <strong>{objectTitle(layer, item.properties, format, t(layer.title))}</strong>
                <small>
                  {[statusTitle(layer, status), t(layer.title), changed && format.shortDate(changed)]
                    .filter(Boolean)
                    .join(' · ')}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {shown.length > most && (
        <p className={styles.help}>
          {t(words.more(format.number(shown.length)))}{' '}
          <Button size="s" kind="quiet" onClick={() => update({ list: measured.at(-1)?.id })}>
            {t(words.openList)}
          </Button>
        </p>
      )}
    </section>
  )
}
