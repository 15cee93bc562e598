import { useState } from 'react'
import { writePlace } from '../facts/place.ts'
import { useFrame } from '../frame/frame-context.ts'
import { useFormat } from '../messages/format.ts'
import { hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { certaintyOf } from './gi-ramp.ts'
import type { Spot } from './hotspot-protocol.ts'
import styles from './spot-list.module.css'

const shownAtFirst = 8

/** Hotspots, the most certain first: each leads to why it is one. */
export function SpotList({ spots }: { readonly spots: readonly Spot[] }) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const [task, openTask] = useTask()
  const [all, setAll] = useState(false)
  const figure = (value: number) =>
    format.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
  return (
    <section aria-label={t(words.list)} className={styles.spots}>
      <h3>{t(words.list)}</h3>
      <ol>
        {(all ? spots : spots.slice(0, shownAtFirst)).map((spot, i) => {
          const place = writePlace(spot.at)
          return (
            <li key={place}>
              <button
                type="button"
                aria-current={(task?.panel.id === 'facts' && task.of === place) || undefined}
                onClick={() => {
                  zoomTo(spot.box)
                  openTask('facts', place)
                }}
              >
                <span className={styles.rank}>{i + 1}</span>
                <span>
                  <strong>{t(words.spotFacts(figure(spot.n), figure(spot.expected)))}</strong>
                  <small>{t(words.certainty(certaintyOf(spot.giClass)))}</small>
                </span>
              </button>
            </li>
          )
        })}
      </ol>
      {!all && spots.length > shownAtFirst && (
        <Button size="s" kind="quiet" onClick={() => setAll(true)}>
          {t(words.moreSpots(spots.length))}
        </Button>
      )}
    </section>
  )
}
