import { Link } from '@tanstack/react-router'
import type { ReleaseSquare } from '@trygghetskartan/api/contract-releases'
import { bboxOf } from '@trygghetskartan/geo'
import { type Rules, ringOfSquare } from '@trygghetskartan/privacy'
import { useEffect, useRef } from 'react'
import { useFormat } from '../messages/format.ts'
import { safetyMap as words } from '../messages/safety-map.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { writeUrlState } from '../url-state.ts'
import { LevelMark } from './legend.tsx'
import styles from './safety-map.module.css'

interface SquareCardProps {
  readonly square: ReleaseSquare
  readonly name: string
  readonly rules: Rules
  readonly onClose: () => void
}

/** What is told of one square. */
export function SquareCard({
  square: { square, level, about, done, coming },
  name,
  rules,
  onClose,
}: SquareCardProps) {
  const t = useText()
  const format = useFormat()
  const [west, south, east, north] = bboxOf({
    type: 'Polygon',
    coordinates: [ringOfSquare(square, rules.grid)],
  })
  const heading = useRef<HTMLHeadingElement>(null)
  // Read at once, and the focus where one reads on; the map above it stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with each square that is chosen
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('section')?.scrollIntoView({ block: 'nearest' })
  }, [square])
  const camera = { lon: (west + east) / 2, lat: (south + north) / 2, zoom: 15 }
  return (
    <section className={styles.chosen} aria-labelledby="chosen">
      <div className={styles.head}>
        <h3 id="chosen" ref={heading} tabIndex={-1}>
          {name}
        </h3>
        <Button
          kind="quiet"
          size="s"
          icon={<Icon name="close" size={16} />}
          aria-label={t(words.close)}
          onClick={onClose}
        />
      </div>
      <p className={styles.level}>
        <LevelMark level={level} /> {t(words[level])}
      </p>
      {about.length > 0 && (
        <p>
          {t(words.about)}: {format.list(about.map((one) => t(words[one])))}
        </p>
      )}
      <p>
        {t(words.measures)}: {t(words.measuresOf(done, coming))}.{' '}
        {done + coming > 0 && (
          <Link to="/" search={writeUrlState({ camera, without: {}, inView: false })}>
            {t(words.seeMeasures)}
          </Link>
        )}
      </p>
    </section>
  )
}
