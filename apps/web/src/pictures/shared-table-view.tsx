import type { SharedTable } from '@trygghetskartan/api/contract-pictures'
import { kindTitles } from '../messages/picture-kinds.ts'
import { pictures as words } from '../messages/pictures.ts'
import { useText } from '../messages/text.ts'
import { areaName } from './area-name.ts'
import styles from './blocks.module.css'
import { Scrolled } from './scrolled.tsx'

interface SharedTableViewProps {
  readonly table: SharedTable
  /** The same of the week before, as it was published. */
  readonly before: SharedTable | null
}

/** A published table by area and group of kinds: what is withheld is a dash. */
export function SharedTableView({ table, before }: SharedTableViewProps) {
  const t = useText()
  const earlier = (row: string, column: string | null) => {
    const i = before?.rows.indexOf(row) ?? -1
    if (!before || i === -1) return undefined
    return column === null ? before.rowTotals[i] : before.cells[i]?.[before.columns.indexOf(column)]
  }
  return (
    <div className={styles.block}>
      <Scrolled label={t(words.byArea)}>
        <table className={styles.table}>
          <caption>
            {t(words.byArea)}.{before && ` ${t(words.beforeInBrackets)}`}
          </caption>
          <thead>
            <tr>
              <th scope="col">{t(words.area)}</th>
              {table.columns.map((kind) => (
                <th key={kind} scope="col">
                  {t(kindTitles[kind] ?? { sv: kind, en: kind })}
                </th>
              ))}
              <th scope="col">{t(words.total)}</th>
            </tr>
          </thead>
          <tbody>
            {table.rows.map((area, i) => (
              <tr key={area}>
                <th scope="row">{t(areaName(area))}</th>
                {table.columns.map((kind, j) => (
                  <Published key={kind} n={table.cells[i]?.[j] ?? null} before={earlier(area, kind)} />
                ))}
                <Published n={table.rowTotals[i] ?? null} before={earlier(area, null)} />
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t(words.total)}</th>
              {table.columns.map((kind, j) => (
                <Published
                  key={kind}
                  n={table.columnTotals[j] ?? null}
                  before={before ? before.columnTotals[before.columns.indexOf(kind)] : undefined}
                />
              ))}
              <Published n={table.total} before={before ? before.total : undefined} />
            </tr>
          </tfoot>
        </table>
      </Scrolled>
      <p className={styles.small}>{t(words.withheldHelp(table.threshold))}</p>
    </div>
  )
}

/** A published number, the one of the week before in brackets; a dash where it is withheld. */
export function Published({
  n,
  before,
}: {
  readonly n: number | null
  readonly before?: number | null | undefined
}) {
  const t = useText()
  return (
    <td data-none={n === null || undefined}>
      {n ?? (
        <>
          <span aria-hidden="true">–</span>
          <span className="sr-only">{t(words.withheld)}</span>
        </>
      )}
      {before !== undefined && <small className={styles.earlier}> ({before ?? '–'})</small>}
    </td>
  )
}
