import type { SectionData, SharedTable } from '@trygghetskartan/api/contract-pictures'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { HourGrid } from '../police/hour-grid.tsx'
import styles from './blocks.module.css'
import { Scrolled } from './scrolled.tsx'
import { Published } from './shared-table-view.tsx'

/** When it happens: by weekday and hour; for the municipality by parts of the week and three hours at a time. */
export function TimesBlock({ data }: { readonly data: SectionData }) {
  const t = useText()
  if (data.grid)
    return (
      <div className={styles.block}>
        <div className={styles.grid}>
          <HourGrid byHour={data.grid} />
        </div>
        {(data.untimed ?? 0) > 0 && <p className={styles.small}>{t(words.untimed(data.untimed ?? 0))}</p>}
      </div>
    )
  return data.blocks ? <Blocks table={data.blocks} /> : null
}

const dayNames = { mon_thu: words.monThu, fri_sun: words.friSun } as const
const blockName = (from: string): string => `${from}–${String((Number(from) + 3) % 24).padStart(2, '0')}`

function Blocks({ table }: { readonly table: SharedTable }) {
  const t = useText()
  const rows = Object.keys(dayNames) as (keyof typeof dayNames)[]
  return (
    <div className={styles.block}>
      <Scrolled label={t(words.byTime)}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(words.partOfWeek)}</th>
              {table.columns.map((block) => (
                <th key={block} scope="col">
                  {block === 'unknown' ? t(words.unknownHour) : blockName(block)}
                </th>
              ))}
              <th scope="col">{t(words.total)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const i = table.rows.indexOf(row)
              return (
                <tr key={row}>
                  <th scope="row">{t(dayNames[row])}</th>
                  {table.columns.map((block, j) => (
                    <Published key={block} n={table.cells[i]?.[j] ?? null} />
                  ))}
                  <Published n={table.rowTotals[i] ?? null} />
                </tr>
              )
            })}
          </tbody>
        </table>
      </Scrolled>
    </div>
  )
}
