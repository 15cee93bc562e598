import { memo } from 'react'
import { useFlavour } from '../map/map-context.ts'
import { useFormat } from '../messages/format.ts'
import { hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { riskRamps } from '../proposal/risk-picture.ts'
import type { DensityFigure, Figure } from './hotspot-protocol.ts'
import styles from './legend.module.css'
import { legendRows } from './legend-rows.ts'

/** What each colour of the map means in words, and how many there are of it. */
export const Legend = memo(function Legend({
  figure,
  change,
}: {
  readonly figure: Figure
  readonly change: boolean
}) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  if (figure.kind === 'density') return <Ramp figure={figure} />
  const rows = legendRows(figure, change, flavour)
  if (rows.length === 0) return null
  return (
    <section aria-label={t(words.legend)}>
      <ul className={styles.legend}>
        {rows.map(({ paint, title, n }) => (
          <li key={title.en}>
            <svg className={styles.swatch} viewBox="0 0 20 14" aria-hidden="true">
              <rect
                x={1}
                y={1}
                width={18}
                height={12}
                rx={2}
                fill={paint.fill}
                fillOpacity={paint.cover}
                stroke={paint.line}
                strokeWidth={Math.max(0.5, paint.width)}
              />
            </svg>
            <span>{t(title)}</span>
            <span className={styles.number}>{format.number(n)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
})

function Ramp({ figure }: { readonly figure: DensityFigure }) {
  const t = useText()
  const format = useFormat()
  const flavour = useFlavour()
  const ramp = riskRamps[flavour].map((colour) => `rgba(${colour.join(',')})`).join(',')
  const figureOf = (value: number) =>
    format.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
  return (
    <section aria-label={t(words.legend)} className={styles.ramp}>
      <span>{t(words.densityLow)}</span>
      <i aria-hidden="true" style={{ background: `linear-gradient(90deg, ${ramp})` }} />
      <span>{t(words.densityHigh(figureOf(figure.most)))}</span>
      <p>{t(words.densityWords(figureOf(figure.mean), format.number(figure.bandwidth), figure.suggested))}</p>
    </section>
  )
}
