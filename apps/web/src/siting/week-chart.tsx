import { useFormat } from '../messages/format.ts'
import { siting as words } from '../messages/siting.ts'
import { useText } from '../messages/text.ts'
import { shade } from '../ui/shade.ts'
import styles from './siting-panel.module.css'
import { blockHours, byBlocks, peakOf } from './week-blocks.ts'
import chart from './week-chart.module.css'

/** When in the week: a table whose cells are shaded by their figures. `byHour`: 168 hours, Monday 00-01 first. */
export function WeekChart({ byHour }: { readonly byHour: readonly number[] }) {
  const t = useText()
  const format = useFormat()
  const blocks = byBlocks(byHour)
  const peak = peakOf(blocks)
  const most = Math.max(...blocks.flat(), 1e-9)
  const write = (value: number) =>
    value < 0.05 ? '' : format.number(value < 10 ? Math.round(value * 10) / 10 : Math.round(value))
  const parts = blocks.flat().some((value) => value > 0.05 && Math.abs(value - Math.round(value)) > 0.05)
  const span = (block: number) =>
    `${String(block * blockHours).padStart(2, '0')}–${String((block + 1) * blockHours).padStart(2, '0')}`
  return (
    <>
      <div className={chart.scroll}>
        <table className={chart.week}>
          <caption className="sr-only">{t(words.week)}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{t(words.day)}</span>
              </th>
              {blocks[0]?.map((_, block) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its hours
                <th key={block} scope="col">
                  <span className="sr-only">{span(block)}</span>
                  <span aria-hidden="true">{String(block * blockHours).padStart(2, '0')}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {blocks.map((row, day) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is its weekday
              <tr key={day}>
                <th scope="row">{format.weekday(day + 1)}</th>
                {row.map((value, block) => (
                  <td
                    // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its hours
                    key={block}
                    {...shade(value / most)}
                  >
                    {write(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {peak && (
        <p className={styles.soft}>
          {t(words.weekPeak(format.weekday(peak.day + 1, 'long'), span(peak.block)))}{' '}
          {parts && t(words.weekNote)}
        </p>
      )}
    </>
  )
}
