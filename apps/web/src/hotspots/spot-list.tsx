import { trendClasses } from '@trygghetskartan/analysis'
import { memo, useMemo, useState } from 'react'
import { writePlace } from '../facts/place.ts'
import { usePlaceNames } from '../facts/place-names.ts'
import { useFrame } from '../frame/frame-context.ts'
import { type Formatter, useFormat } from '../messages/format.ts'
import { changeWords, trendWords, hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { useTask } from '../tasks/use-task.ts'
import { Button } from '../ui/button.tsx'
import { certaintyOf, type GiClass } from './gi-ramp.ts'
import type { Figure, Spot } from './hotspot-protocol.ts'
import styles from './spot-list.module.css'
import { SpotTable } from './spot-table.tsx'

const shownAtFirst = 8

interface SpotListProps {
  readonly figure: Exclude<Figure, { kind: 'density' | 'near' }>
  /** Periods are compared. */
  readonly change: boolean
}

/** What the map numbers, in the same order: each leads to why it is there. */
export const SpotList = memo(function SpotList({ figure, change }: SpotListProps) {
  const t = useText()
  const format = useFormat()
  const { zoomTo } = useFrame()
  const [task, openTask] = useTask()
  const [all, setAll] = useState(false)
  const { spots } = figure
  const names = usePlaceNames(useMemo(() => spots.map(({ at }) => at), [spots]))
  if (spots.length === 0) return null
  const title = t(titleOf(figure, change))
  return (
    <section aria-label={title} className={styles.spots}>
      <h3>{title}</h3>
      <ol>
        {(all ? spots : spots.slice(0, shownAtFirst)).map((spot, i) => {
          const place = writePlace([...spot.at])
          return (
            <li key={place}>
              <button
                type="button"
                aria-current={(task?.name === 'hotspot' && task.of === place) || undefined}
                onClick={() => {
                  zoomTo(spot.box)
                  openTask('hotspot', place)
                }}
              >
                <span className={styles.rank}>{i + 1}</span>
                <span>
                  <strong className={styles.name} data-waiting={names === null || undefined}>
                    {names?.[i] && t(names[i])}
                  </strong>
                  <span className={styles.facts}>{t(factsOf(spot, change, format))}</span>
                  <small>{saidOf(figure, spot, change).map(t).join(' · ')}</small>
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
      <SpotTable spots={spots} names={names} title={title} />
    </section>
  )
})

function titleOf(figure: SpotListProps['figure'], change: boolean) {
  switch (figure.kind) {
    case 'cells':
      return change ? words.listChange : words.list
    case 'trend':
      return words.listTrend
    case 'clusters':
      return words.listClusters
    case 'places':
      return words.listPlaces
  }
}

/** A number as a list tells it: to a tenth where it is small. */
export const smallFigure = (value: number, format: Formatter): string =>
  format.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))

function factsOf({ n, expected }: Spot, change: boolean, format: Formatter) {
  if (expected === null) return words.spotNoExpected(smallFigure(n, format))
  const both = [smallFigure(n, format), smallFigure(expected, format)] as const
  return change ? words.changedFrom(...both) : words.spotFacts(...both)
}

function saidOf(figure: SpotListProps['figure'], { level, cells }: Spot, change: boolean) {
  if (figure.kind === 'trend') return [trendWords[trendClasses[level] ?? 'none']]
  if (figure.kind !== 'cells') return []
  if (change) return [changeWords[level as GiClass]]
  return [
    words.certainty(certaintyOf(level as GiClass)),
    figure.of === 'streets' ? words.spotStreets(cells) : words.spotCells(cells),
  ]
}
