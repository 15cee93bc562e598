import { useId, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { open as words } from '../messages/public.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { MeasureCard } from './measure-card.tsx'
import type { Phase } from './phases.ts'
import styles from './public-face.module.css'
import type { NearbyMeasure } from './use-nearby.ts'

const first = 4
const step = 12

/** The measures of one phase, the nearest first, a few at a time. */
export function PhaseSection({
  phase,
  measures,
}: {
  readonly phase: Phase
  readonly measures: readonly NearbyMeasure[]
}) {
  const t = useText()
  const format = useFormat()
  const id = useId()
  const [shown, setShown] = useState(first)
  if (measures.length === 0) return null
  const left = measures.length - shown
  return (
    <section aria-labelledby={id} className={styles.phase}>
      <h3 id={id} className={styles.heading}>
        {t(phase.title)} <span className={styles.count}>{format.number(measures.length)}</span>
      </h3>
      <ul className={styles.cards}>
        {measures.slice(0, shown).map((measure) => (
          <MeasureCard key={measure.item.id} measure={measure} />
        ))}
      </ul>
      {left > 0 && (
        <Button kind="quiet" size="s" onClick={() => setShown(shown + step)}>
          {t(words.showMore(Math.min(left, step)))}
        </Button>
      )}
    </section>
  )
}
