import type { Properties } from '@trygghetskartan/api/contract'
import { useFrame } from '../frame/frame-context.ts'
import { objectTitle } from '../inspector/object-title.ts'
import { Swatch } from '../layers/swatch.tsx'
import { type Formatter, useFormat } from '../messages/format.ts'
import { open as words } from '../messages/public.ts'
import { useText } from '../messages/text.ts'
import { StatusChip } from '../ui/status-chip.tsx'
import { useUrlState } from '../url-state.ts'
import styles from './measure-card.module.css'
import type { NearbyMeasure } from './use-nearby.ts'

/** One measure in plain words: what, why, when, and how far away. The whole card opens it. */
export function MeasureCard({ measure: { layer, item, metres } }: { readonly measure: NearbyMeasure }) {
  const t = useText()
  const format = useFormat()
  const { show } = useFrame()
  const [view] = useUrlState()
  const { properties } = item
  const why = typeof properties.public_text === 'string' ? properties.public_text : ''
  const when = datesInWords(properties, format, t)
  return (
    <li className={styles.card} data-selected={view.selected?.id === item.id || undefined}>
      <div className={styles.kind}>
        <Swatch layer={layer} value={String(properties[layer.categoryBy])} />
        <span>{t(layer.title)}</span>
        <StatusChip layer={layer} value={String(properties[layer.categoryBy])} />
      </div>
      <h4>
        <button
          type="button"
          className={styles.title}
          aria-current={view.selected?.id === item.id || undefined}
          onClick={() => show({ layer: layer.id, id: item.id }, item.geometry)}
        >
          {objectTitle(layer, properties, format, t(layer.title))}
        </button>
      </h4>
      {why && <p className={styles.why}>{why}</p>}
      <p className={styles.meta}>
        {[when, t(words.away(format.distance(metres)))].filter(Boolean).join(' · ')}
      </p>
    </li>
  )
}

/** When it was or will be done; '' where nobody has said. */
export function datesInWords(
  properties: Properties,
  format: Formatter,
  t: ReturnType<typeof useText>,
): string {
  const [starts, ready] = [properties.starts_on, properties.completed_on].map((day) =>
    typeof day === 'string' ? day : '',
  )
  const today = new Date().toISOString().slice(0, 10)
  if (ready && ready <= today) return t(words.doneOn(format.shortDate(ready)))
  const parts = [
    starts && t((starts <= today ? words.startedOn : words.startsOn)(format.shortDate(starts))),
    ready && t(words.readyOn(format.shortDate(ready))),
  ].filter(Boolean)
  return parts.join(', ')
}
