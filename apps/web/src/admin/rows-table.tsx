import type { ReactNode } from 'react'
import styles from './rows-table.module.css'

export interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly figures?: boolean
  /** The heading is only spoken: for buttons. */
  readonly quiet?: boolean
}

interface RowsTableProps<Row> {
  readonly label: string
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string | number
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[]
  readonly dimmed?: (row: Row) => boolean
}

/** A table that on a phone becomes a card for each row, with every figure's heading beside it. */
export function RowsTable<Row>({ label, rows, keyOf, columns, dimmed }: RowsTableProps<Row>) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title, figures, quiet }) => (
            <th key={title} scope="col" data-figures={figures || undefined}>
              {quiet ? <span className="sr-only">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)} data-dimmed={dimmed?.(row) || undefined}>
            {columns.map(({ title, cell, figures, quiet }, at) => {
              const content = cell(row)
              return at === 0 ? (
                <th key={title} scope="row">
                  {content}
                </th>
              ) : (
                <td
                  key={title}
                  data-title={quiet ? undefined : title}
                  data-figures={figures || undefined}
                  data-quiet={quiet || undefined}
                >
                  {content === null ? null : <div>{content}</div>}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
