import type { Text } from '@trygghetskartan/api/contract'
import { TimeWindow } from '../layers/time-window.tsx'
import { police as words } from '../messages/police.ts'
import { useText } from '../messages/text.ts'
import { useUrlState } from '../url-state.ts'
import styles from './police-face.module.css'

const spans: readonly { title: Text; days: number }[] = [
  { title: words.days30, days: 30 },
  { title: words.days90, days: 90 },
  { title: words.year, days: 365 },
  { title: words.everything, days: 3650 },
]

/** The common periods at a touch, and any other by its dates. */
export function Period() {
  const t = useText()
  const [view, update] = useUrlState()
  return (
    <div className={styles.period}>
      <fieldset className={styles.spans}>
        <legend className="sr-only">{t(words.period)}</legend>
        {spans.map(({ title, days }) => {
          const from = daysAgo(days)
          return (
            <button
              key={title.en}
              type="button"
              aria-pressed={view.from === from && !view.to}
              onClick={() => update({ from, to: undefined })}
            >
              {t(title)}
            </button>
          )
        })}
      </fieldset>
      <details className={styles.dates}>
        <summary>{t(words.own)}</summary>
        <TimeWindow />
      </details>
    </div>
  )
}

/** YYYY-MM-DD so many days before today. */
export const daysAgo = (days: number): string =>
  new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
