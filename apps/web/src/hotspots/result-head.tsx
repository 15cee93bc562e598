import type { Text } from '@trygghetskartan/api/contract'
import { isRefusal } from '@trygghetskartan/geo'
import { memo } from 'react'
import { type Formatter, useFormat } from '../messages/format.ts'
import { hotspotResults as words } from '../messages/hotspot-results.ts'
import { useText } from '../messages/text.ts'
import { Empty } from '../ui/note.tsx'
import { useUrlState } from '../url-state.ts'
import type { Change, Figure, Picture } from './hotspot-protocol.ts'
import styles from './hotspots.module.css'
import { periodText } from './period-text.ts'

/** What was found, in a line, with how many incidents it rests on. */
export const ResultHead = memo(function ResultHead({ picture }: { readonly picture: Picture }) {
  const t = useText()
  const format = useFormat()
  const [{ from, to }] = useUrlState()
  const { counts, figure, change, question, squareKilometres } = picture
  if (counts.n === 0)
    return (
      <Empty title={t(words.none)}>
        <p>{t(words.noneHelp)}</p>
        <p>{t(words.stored(format.number(counts.stored)))}</p>
      </Empty>
    )
  const compared = change !== null && !isRefusal(change)
  const said = isRefusal(figure) ? null : foundOf(figure, compared)
  const help = isRefusal(figure) || compared ? null : helpOf(figure, format)
  return (
    <div className={styles.total} aria-live="polite">
      {said && <strong>{t(said)}</strong>}
      <p>
        {t(words.incidents(counts.n, format.number(counts.n)))}, {t(periodText(from, to, format))}
      </p>
      {help && <p>{t(help)}</p>}
      <p>
        {t(words.over(format.number(Math.round(squareKilometres * 10) / 10)))}
        {question.area === null && ` ${t(words.overGround)}`}
      </p>
      {compared && <ChangeLine change={change} />}
    </div>
  )
})

function foundOf(figure: Figure, compared: boolean): Text | null {
  if (compared) return null
  switch (figure.kind) {
    case 'cells':
      return figure.spots.length > 0 ? words.spots(figure.spots.length) : words.noSpots
    case 'trend':
      return words.trends(figure.sizes.new, figure.sizes.growing)
    case 'clusters':
      return words.clusters(figure.spots.length)
    case 'places':
      return words.repeated(figure.repeated)
    case 'density':
      return words.density
    case 'near':
      return null
  }
}

function helpOf(figure: Figure, format: Formatter): Text | null {
  const whole = (value: number) => format.number(Math.round(value))
  switch (figure.kind) {
    case 'cells':
      return figure.spots.length === 0 ? words.noSpotsHelp : null
    case 'trend':
      return words.trendHelp(figure.periods, whole(figure.tested))
    case 'clusters':
      return words.aloneHelp(whole(figure.alone))
    case 'places':
      return words.placesHelp(whole(figure.atRepeated), whole(figure.expectedAtRepeated), figure.tolerance)
    default:
      return null
  }
}

function ChangeLine({ change: { before, after, whole } }: { readonly change: Change }) {
  const t = useText()
  const format = useFormat()
  const count = (n: number) => format.number(Math.round(n))
  const percent = (ratio: number | null) => {
    if (ratio === null) return '∞'
    const value = Math.round(100 * (ratio - 1))
    return value > 0 ? `+${format.number(value)}` : format.number(value)
  }
  return (
    <>
      <strong>{t(words.change(count(before.n), count(after.n)))}</strong>
      <p>
        {whole.ratio === null
          ? t(words.changeOpen)
          : t(words.changePercent(percent(whole.ratio), percent(whole.low), percent(whole.high)))}{' '}
        {t(whole.p < 0.05 ? words.changeSure : words.changeUnsure)}
      </p>
      <p>{t(words.comparedPeriod(format.shortDate(before.from), format.shortDate(before.to)))}</p>
    </>
  )
}
