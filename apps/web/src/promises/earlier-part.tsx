import type { EarlierText } from '@trygghetskartan/api/contract-commitments'
import { useFormat } from '../messages/format.ts'
import { promises as words } from '../messages/promises.ts'
import { useText } from '../messages/text.ts'
import styles from './promises.module.css'

/** What a promise said before it was changed, the newest first. */
export function EarlierPart({ earlier }: { readonly earlier: readonly EarlierText[] }) {
  const t = useText()
  const format = useFormat()
  if (earlier.length === 0) return null
  const goalOf = ({ goal: { indicator, targetValue, unit } }: EarlierText) =>
    indicator && targetValue !== null && targetValue !== undefined
      ? `${indicator}, ${format.number(targetValue)}${unit ? ` ${unit}` : ''}`
      : null
  return (
    <details>
      <summary className={styles.summary}>{t(words.earlier)}</summary>
      <ul className={styles.items}>
        {earlier.map((one, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several may be of one day, and none moves
          <li key={nth}>
            <p className={styles.soft}>{t(words.until(format.shortDate(one.until)))}</p>
            <p>
              <strong>{one.title}</strong>
            </p>
            <p className={styles.text}>{one.text}</p>
            {one.why && <p className={styles.text}>{one.why}</p>}
            {goalOf(one) && <p className={styles.soft}>{t(words.goalThen(goalOf(one) ?? ''))}</p>}
          </li>
        ))}
      </ul>
    </details>
  )
}
