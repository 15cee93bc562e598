import { memo } from 'react'
import { useFormat } from '../messages/format.ts'
import { leftOutWords, hotspotResults as words } from '../messages/hotspot-results.ts'
import { hotspots } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import type { Counts } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'

/** What did not enter the figure, and why: never silently. */
export const LeftOut = memo(function LeftOut({ counts }: { readonly counts: Counts }) {
  const t = useText()
  const format = useFormat()
  const { leftOut, outside, spread } = counts
  return (
    <section aria-label={t(words.leftOut)} className={styles.leftOut}>
      <h3>{t(words.leftOut)}</h3>
      {leftOut.length === 0 && outside === 0 && <p>{t(words.nothingLeftOut)}</p>}
      <ul>
        {leftOut.map(({ reason, count }) => (
          <li key={reason}>{t(leftOutWords[reason](format.number(count)))}</li>
        ))}
        {outside > 0 && <li>{t(words.outside(format.number(outside)))}</li>}
        {spread > 0 && <li>{t(hotspots.spread(format.number(spread)))}</li>}
      </ul>
    </section>
  )
})
