import type { Commitment } from '@trygghetskartan/api/contract-commitments'
import { useFormat } from '../messages/format.ts'
import { indicatorWords, promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import styles from './indicator-line.module.css'

/** Figures of an indicator in its unit. */
export function useInUnit(unit: string | null): (value: number) => string {
  const format = useFormat()
  return (value) => `${format.number(value)}${unit ? ` ${unit}` : ''}`
}

/** How the indicator of a promise stands: a bar, a word, and where it is on its way. Nothing where nothing is measured. */
export function IndicatorLine({ promise }: { readonly promise: Commitment }) {
  const t = useText()
  const format = useFormat()
  const { indicator, baseValue, baseOn, targetValue, targetOn, now } = promise
  const inUnit = useInUnit(promise.unit)
  if (!indicator) return null
  const share = Math.round(100 * Math.max(0, now.progress ?? 0))
  return (
    <div className={styles.indicator}>
      <p className={styles.name}>{indicator}</p>
      {now.progress !== null && (
        <div className={styles.bar} data-word={now.word} aria-hidden="true">
          <span style={{ width: `${share}%` }} />
        </div>
      )}
      <p>
        <strong>{t(indicatorWords[now.word])}</strong>{' '}
        {now.value !== null && now.on && t(words.now(inUnit(now.value), format.shortDate(now.on)))}
      </p>
      {baseValue !== null && baseOn && targetValue !== null && targetOn && (
        <p className={styles.soft}>
          {t(
            words.way(
              inUnit(baseValue),
              format.shortDate(baseOn),
              inUnit(targetValue),
              format.shortDate(targetOn),
            ),
          )}
        </p>
      )}
    </div>
  )
}
