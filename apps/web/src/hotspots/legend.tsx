import { useFlavour } from '../map/map-context.ts'
import { useFormat } from '../messages/format.ts'
import { changeWords, classWords, trendWords, hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { riskRamps } from '../proposal/risk-picture.ts'
import { drawnTrends, strongPaint, trendPaint } from './figure-paint.ts'
import { classPaint, giClasses } from './gi-ramp.ts'
import type { DensityFigure, Figure } from './hotspot-protocol.ts'
import styles from './legend.module.css'

interface RowProps {
  readonly paint: {
    readonly fill: string
    readonly cover: number
    readonly line: string
    readonly width: number
  }
  readonly title: string
  readonly n?: number | undefined
}

/** What each colour of the map means in words, and how many there are of it. */
export function Legend({ figure, change }: { readonly figure: Figure; readonly change: boolean }) {
  const t = useText()
  const flavour = useFlavour()
  switch (figure.kind) {
    case 'cells': {
      const rows = change ? changeWords : classWords
      return (
        <Rows
          rows={giClasses
            .filter((one) => one === 0 || (!change && one > 0) || (figure.classes[one] ?? 0) > 0)
            .map((one) => ({
              paint: classPaint(one, flavour),
              title: t(rows[one]),
              n: figure.classes[one] ?? 0,
            }))}
        />
      )
    }
    case 'trend':
      return (
        <Rows
          rows={drawnTrends.map((name) => ({
            paint: trendPaint(name, flavour),
            title: t(trendWords[name]),
            n: figure.sizes[name],
          }))}
        />
      )
    case 'density':
      return <Ramp figure={figure} />
    case 'clusters':
      return (
        <Rows
          rows={[
            {
              paint: strongPaint(flavour),
              title: t(words.clusterLegend(figure.least, figure.distance)),
              n: figure.spots.length,
            },
          ]}
        />
      )
    case 'places':
      return (
        <Rows rows={[{ paint: strongPaint(flavour), title: t(words.placeLegend), n: figure.repeated }]} />
      )
    case 'near':
      return null
  }
}

function Rows({ rows }: { readonly rows: readonly RowProps[] }) {
  const t = useText()
  const format = useFormat()
  return (
    <section aria-label={t(words.legend)}>
      <ul className={styles.legend}>
        {rows.map(({ paint, title, n }) => (
          <li key={title}>
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
            <span>{title}</span>
            <span className={styles.number}>{n === undefined ? '' : format.number(n)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

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
