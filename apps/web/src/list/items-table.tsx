import { useVirtualizer } from '@tanstack/react-virtual'
import type { FieldDescription, Item } from '@trygghetskartan/api/contract'
import { type CSSProperties, type KeyboardEvent, useEffect, useRef } from 'react'
import { useFrame } from '../frame/frame-context.ts'
import { objectTitle, titleField } from '../inspector/object-title.ts'
import type { MapLayer } from '../map/map-style.ts'
import { useFormat } from '../messages/format.ts'
import { list as words } from '../messages/list.ts'
import { useText } from '../messages/text.ts'
import { Icon } from '../ui/icon.tsx'
import { StatusChip } from '../ui/status-chip.tsx'
import { useUrlState } from '../url-state.ts'
import styles from './items-table.module.css'

export interface Sort {
  readonly by: string
  readonly descending: boolean
}

interface ItemsTableProps {
  readonly layer: MapLayer
  readonly rows: readonly Item[]
  /** How many there are in all, fetched or not. */
  readonly matched: number
  readonly sort: Sort | null
  readonly onSort: (sort: Sort | null) => void
  /** These rows answer the filter before this one. */
  readonly stale: boolean
  readonly onEnd: () => void
}

const rowHeight = 40

/** Rows of a layer: only those in sight are in the page, the count of all is told to screen readers. */
export function ItemsTable({ layer, rows, matched, sort, onSort, stale, onEnd }: ItemsTableProps) {
  const t = useText()
  const format = useFormat()
  const { show } = useFrame()
  const [view] = useUrlState()
  const scroller = useRef<HTMLElement>(null)
  const columns = tableColumns(layer)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    scrollPaddingStart: rowHeight,
  })
  const inSight = virtual.getVirtualItems()
  const last = inSight.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 30) onEnd()
  }, [last, rows.length, onEnd])

  const moveTo = (index: number) => {
    if (index < 0 || index >= rows.length) return
    virtual.scrollToIndex(index)
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] button`)?.focus(),
    )
  }
  const keys = (event: KeyboardEvent, index: number) => {
    const next = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    moveTo(next)
  }
  const before = inSight[0]?.start ?? 0
  const after = virtual.getTotalSize() - (inSight.at(-1)?.end ?? 0)

  return (
    <section
      ref={scroller}
      className={styles.scroller}
      data-stale={stale || undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, which the keyboard must reach
      tabIndex={0}
      aria-label={t(layer.title)}
    >
      <table className={styles.table} aria-rowcount={matched + 1} aria-describedby="table-keys">
        <caption id="table-keys" className="sr-only">
          {t(layer.title)}. {t(words.keys)}
        </caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col" className={styles.first}>
              {t(words.object)}
            </th>
            {columns.map((field) => {
              const sorted = sort?.by === field.name
              return (
                <th
                  key={field.name}
                  scope="col"
                  data-figures={isFigures(field) || undefined}
                  aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : undefined}
                >
                  <button
                    type="button"
                    className={styles.sort}
                    title={t(words.sortBy(t(field.title)))}
                    onClick={() =>
                      onSort(sorted && sort.descending ? null : { by: field.name, descending: sorted })
                    }
                  >
                    {t(field.title)}
                    {field.unit && field.unit !== 'SEK' && (
                      <span className={styles.unit}> ({field.unit})</span>
                    )}
                    {sorted && <Icon name={sort.descending ? 'down' : 'up'} size={13} />}
                  </button>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody style={{ '--before': `${before}px`, '--after': `${after}px` } as CSSProperties}>
          {inSight.map(({ index }) => {
            const row = rows[index]!
            const selected = view.selected?.id === row.id
            return (
              <tr
                key={row.id}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={selected}
                className={styles.row}
                onClick={() => show({ layer: layer.id, id: row.id }, row.geometry)}
              >
                <th scope="row" className={styles.first}>
                  <button type="button" className={styles.name} onKeyDown={(event) => keys(event, index)}>
                    {objectTitle(layer, row.properties, format, t(layer.title))}
                  </button>
                </th>
                {columns.map((field) => (
                  <td key={field.name} data-figures={isFigures(field) || undefined}>
                    {field.name === layer.categoryBy ? (
                      <StatusChip layer={layer} value={String(row.properties[field.name])} />
                    ) : (
                      cell(field, row.properties[field.name], format.field)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

/** Units stand in the heading. */
const cell = (
  field: FieldDescription,
  value: unknown,
  words: (field: FieldDescription, value: unknown) => string,
) => {
  if (field.unit === undefined || field.unit === 'SEK') return words(field, value)
  const { unit, ...plain } = field
  return words(plain, value)
}

const isFigures = (field: FieldDescription) => field.control === 'integer' || field.control === 'number'

/** The layer's own choice of columns; its title is the first column already. */
const tableColumns = (layer: MapLayer) =>
  layer.table
    .filter((name) => name !== titleField(layer)?.name)
    .flatMap((name) => layer.fields.find((field) => field.name === name) ?? [])
