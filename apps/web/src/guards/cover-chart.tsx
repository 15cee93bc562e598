import { Fragment } from 'react'
import { useFormat } from '../messages/format.ts'
import { guards as words } from '../messages/guards.ts'
import { useText } from '../messages/text.ts'
import { blockHours, byBlocks } from '../siting/week-blocks.ts'
import { shade } from '../ui/shade.ts'
import own from './guards.module.css'

interface CoverChartProps {
  /** 168 hours, Monday 00-01 first. */
  readonly byHour: ArrayLike<number>
  readonly coveredByHour: ArrayLike<number>
}

/** By weekday and three hours: how many, and how many of them somebody was there for. Shaded by what nobody was there for. */
export function CoverChart({ byHour, coveredByHour }: CoverChartProps) {
  const t = useText()
  const format = useFormat()
  const all = byBlocks(Array.from(byHour))
  const covered = byBlocks(Array.from(coveredByHour))
  const most = Math.max(1, ...all.flatMap((row, day) => row.map((n, block) => n - covered[day]![block]!)))
  const two = (hour: number) => String(hour % 24).padStart(2, '0')
  return (
    <table className={own.chart}>
      <caption>
        {t(words.byTime)} <small>{t(words.cellHelp)}</small>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">{t(words.day)}</span>
          </th>
          {all[0]!.map((_, block) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its hours
            <th key={block} scope="col" abbr={`${two(block * blockHours)}–${two((block + 1) * blockHours)}`}>
              {two(block * blockHours)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {all.map((row, day) => (
          <tr key={format.weekday(day + 1)}>
            <th scope="row">{format.weekday(day + 1)}</th>
            {row.map((n, block) => {
              const held = covered[day]![block]!
              return (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its hours
                  key={block}
                  {...shade((n - held) / most)}
                  title={t(words.cell(String(held), String(n)))}
                >
                  {n > 0 && (
                    <Fragment>
                      <span aria-hidden="true">
                        {held}/{n}
                      </span>
                      <span className="sr-only">{t(words.cell(String(held), String(n)))}</span>
                    </Fragment>
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
