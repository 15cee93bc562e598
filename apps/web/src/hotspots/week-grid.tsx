import { type KeyboardEvent, memo, type PointerEvent, useRef, useState } from 'react'
import { useFormat } from '../messages/format.ts'
import { hotspots as words } from '../messages/hotspots.ts'
import { useText } from '../messages/text.ts'
import { Button } from '../ui/button.tsx'
import { choiceOf, hoursWithin, stepBy, toggled, type WeekCell } from './choose-hours.ts'
import styles from './week-grid.module.css'
import type { WeekHours } from './week-hours.ts'

const days = [0, 1, 2, 3, 4, 5, 6]
const hours = Array.from({ length: 24 }, (_, hour) => hour)
const twoDigits = (hour: number) => String(hour).padStart(2, '0')

interface WeekGridProps {
  /** 168 counts, Monday 00-01 first; aoristic where times are spans. */
  readonly byHour: ArrayLike<number>
  readonly chosen: WeekHours | undefined
  readonly onChoose: (hours: WeekHours | undefined) => void
}

/** Hour by weekday, shaded by number. Choosing cells by pointer or keys counts those hours alone. */
export const WeekGrid = memo(function WeekGrid({ byHour, chosen, onChoose }: WeekGridProps) {
  const t = useText()
  const format = useFormat()
  const table = useRef<HTMLTableElement>(null)
  const [focus, setFocus] = useState<WeekCell>({ day: 0, hour: 0 })
  const [drag, setDrag] = useState<{ from: WeekCell; to: WeekCell } | null>(null)
  const anchor = useRef<WeekCell | null>(null)
  const most = Math.max(1e-9, ...Array.from(byHour))
  const held = new Set(chosen)
  const dragged = new Set(drag ? hoursWithin(drag.from, drag.to) : [])

  const go = (cell: WeekCell) => {
    setFocus(cell)
    table.current?.querySelector<HTMLElement>(`[data-hour="${cell.day * 24 + cell.hour}"]`)?.focus()
  }
  const press = (event: KeyboardEvent, cell: WeekCell) => {
    const next = stepBy(event.key, cell)
    if (next) {
      event.preventDefault()
      anchor.current = event.shiftKey ? (anchor.current ?? cell) : null
      if (anchor.current) onChoose(choiceOf(hoursWithin(anchor.current, next)))
      go(next)
    } else if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      onChoose(toggled(chosen, [cell.day * 24 + cell.hour]))
    } else if (event.key === 'Escape' && chosen) {
      event.stopPropagation()
      onChoose(undefined)
    }
  }
  const cellAt = (event: PointerEvent): WeekCell | null => {
    const under = document.elementFromPoint(event.clientX, event.clientY)
    const hour = under?.closest<HTMLElement>('[data-hour]')?.dataset.hour
    return hour === undefined ? null : { day: Math.floor(Number(hour) / 24), hour: Number(hour) % 24 }
  }
  const end = (event: PointerEvent) => {
    if (!drag) return
    const to = cellAt(event) ?? drag.to
    setDrag(null)
    setFocus(to)
    const picked = hoursWithin(drag.from, to)
    // A single cell is added or taken away; a rectangle is the choice itself, unless a key keeps what there was.
    if (picked.length === 1 || event.ctrlKey || event.metaKey) onChoose(toggled(chosen, picked))
    else onChoose(choiceOf(picked))
  }
  return (
    <div className={styles.week}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid of the ARIA practice is made of a table
        role="grid"
        aria-multiselectable="true"
        className={styles.grid}
        data-choosing={chosen ? true : undefined}
        onPointerDown={(event) => {
          const cell = event.button === 0 && cellAt(event)
          if (!cell) return
          event.currentTarget.setPointerCapture(event.pointerId)
          setDrag({ from: cell, to: cell })
        }}
        onPointerMove={(event) => {
          const to = drag && cellAt(event)
          if (to && (to.day !== drag.to.day || to.hour !== drag.to.hour)) setDrag({ ...drag, to })
        }}
        onPointerUp={end}
        onPointerCancel={() => setDrag(null)}
      >
        <caption className="sr-only">{t(words.byTimeHelp)}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="sr-only">{t(words.byTime)}</span>
            </th>
            {hours.map((hour) => (
              <th key={hour} scope="col">
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={t(words.chooseHour(twoDigits(hour)))}
                  onClick={() => onChoose(days.map((day) => day * 24 + hour))}
                >
                  {hour % 6 === 0 ? twoDigits(hour) : ' '}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">
                <button
                  type="button"
                  tabIndex={-1}
                  aria-label={t(words.chooseDay(format.weekday(day + 1, 'long')))}
                  onClick={() => onChoose(hours.map((hour) => day * 24 + hour))}
                >
                  {format.weekday(day + 1)}
                </button>
              </th>
              {hours.map((hour) => {
                const at = day * 24 + hour
                const n = byHour[at] ?? 0
                const said = t(
                  words.hourCell(
                    format.weekday(day + 1, 'long'),
                    twoDigits(hour),
                    format.number(Math.round(n * 10) / 10),
                  ),
                )
                return (
                  <td
                    key={hour}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see above
                    role="gridcell"
                    data-hour={at}
                    data-dragged={dragged.has(at) || undefined}
                    aria-selected={held.has(at)}
                    aria-label={said}
                    title={said}
                    tabIndex={focus.day === day && focus.hour === hour ? 0 : -1}
                    onKeyDown={(event) => press(event, { day, hour })}
                    style={{ '--share': n / most } as React.CSSProperties}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {chosen && (
        <Button size="s" kind="quiet" onClick={() => onChoose(undefined)}>
          {t(words.clearHours)}
        </Button>
      )}
    </div>
  )
})
