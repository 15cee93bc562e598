import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import styles from './lux-legend.module.css'
import { luxCss, luxSteps } from './lux-ramp.ts'

/** The colours of the picture, with what they mean. */
export function LuxLegend() {
  const t = useText()
  const format = useFormat()
  const steps = luxSteps.map((lux) => format.number(lux))
  return (
    <div className={styles.legend} role="img" aria-label={t(words.luxLegend(format.list(steps)))}>
      {luxSteps.map((lux, i) => (
        <span key={lux} style={{ borderTopColor: luxCss(lux) }} aria-hidden="true">
          {steps[i]}
        </span>
      ))}
    </div>
  )
}
