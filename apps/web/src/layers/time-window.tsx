import { timeField } from '../map/map-style.ts'
import { map as words } from '../messages/map.ts'
import { useText } from '../messages/text.ts'
import { useSession } from '../session.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useUrlState } from '../url-state.ts'
import styles from './layer-list.module.css'

/** From and to, for layers whose objects happened at a time; absent where no such layer is seen. */
export function TimeWindow() {
  const t = useText()
  const { layers } = useSession()
  const [view, update] = useUrlState()
  if (!layers.some(timeField)) return null
  return (
    <section className={styles.period} aria-labelledby="period">
      <h2 id="period" className={styles.group}>
        {t(words.timeWindow)}
      </h2>
      <div className={styles.dates}>
        <Field label={t(words.from)}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={view.from ?? ''}
              max={view.to}
              onChange={(event) => update({ from: event.target.value || undefined })}
            />
          )}
        </Field>
        <Field label={t(words.to)}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={view.to ?? ''}
              min={view.from}
              onChange={(event) => update({ to: event.target.value || undefined })}
            />
          )}
        </Field>
      </div>
      {(view.from || view.to) && (
        <Button size="s" kind="quiet" onClick={() => update({ from: undefined, to: undefined })}>
          {t(words.clearPeriod)}
        </Button>
      )}
    </section>
  )
}
