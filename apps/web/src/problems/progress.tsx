import type { Problem } from '@trygghetskartan/api/contract-problems'
import { useFormat } from '../messages/format.ts'
import { problems as words } from '../messages/problems.ts'
import { useText } from '../messages/text.ts'
import styles from './progress.module.css'

/** How the goal goes, in a bar and in words. */
export function Progress({ problem }: { readonly problem: Problem }) {
  const t = useText()
  const format = useFormat()
  const { goal, baseValue, targetValue, targetOn, unit, progress, readings } = problem
  if (!goal) return <p className={styles.soft}>{t(words.noGoal)}</p>
  if (baseValue === null || targetValue === null || !targetOn)
    return <p className={styles.soft}>{t(words.noIndicator)}</p>
  const last = readings.at(-1)
  const withUnit = (value: number) => `${format.number(value)}${unit ? ` ${unit}` : ''}`
  const share = Math.round(100 * (progress ?? 0))
  return (
    <div className={styles.progress}>
      <div className={styles.bar} data-worse={(progress ?? 0) < 0 || undefined} aria-hidden="true">
        <span style={{ width: `${Math.max(0, Math.min(100, share))}%` }} />
      </div>
      <p>
        <strong>
          {progress === null
            ? t(words.noReading)
            : t(progress >= 1 ? words.reached : progress < 0 ? words.worse : words.halfway(share))}
        </strong>{' '}
        {last && t(words.readingNow(withUnit(last.value), format.shortDate(last.on)))}
      </p>
      <p className={styles.soft}>
        {t(words.fromTo(format.number(baseValue), withUnit(targetValue), format.shortDate(targetOn)))}
      </p>
    </div>
  )
}
