import type { PlannedMeasure } from '@trygghetskartan/api/contract-problems'
import { Swatch } from '../layers/swatch.tsx'
import { useText } from '../messages/text.ts'
import { useLayer } from '../session.ts'
import styles from './status-mark.module.css'

/** A measure's status as the map marks it, and in words. */
export function StatusMark({ measure }: { readonly measure: PlannedMeasure }) {
  const t = useText()
  const layer = useLayer(measure.layer)
  return (
    <span className={styles.mark}>
      {layer && <Swatch layer={layer} value={measure.status} />}
      {t(measure.statusTitle)}
    </span>
  )
}
