import { type PointerEvent, type ReactNode, useRef, useState } from 'react'
import { frame } from '../messages/frame.ts'
import { useText } from '../messages/text.ts'
import styles from './sheet.module.css'

export type Snap = 'peek' | 'half' | 'full'
const order: readonly Snap[] = ['peek', 'half', 'full']

interface SheetProps {
  readonly side: 'left' | 'right'
  readonly label: string
  readonly snap: Snap
  readonly onSnap: (snap: Snap) => void
  readonly children: ReactNode
}

/** A card beside the map; on a phone a sheet over its lower part that is dragged or tapped to three heights. */
export function Sheet({ side, label, snap, onSnap, children }: SheetProps) {
  const t = useText()
  const sheet = useRef<HTMLElement>(null)
  const drag = useRef<{ from: number; height: number } | null>(null)
  const dragged = useRef(false)
  const [height, setHeight] = useState<number | null>(null)

  const begin = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientY, height: sheet.current!.offsetHeight }
    dragged.current = false
  }
  const move = (event: PointerEvent) => {
    if (drag.current) setHeight(drag.current.height + drag.current.from - event.clientY)
  }
  const end = (event: PointerEvent) => {
    if (!drag.current) return
    const moved = drag.current.from - event.clientY
    drag.current = null
    setHeight(null)
    dragged.current = Math.abs(moved) >= 6
    if (dragged.current) onSnap(nearest((height ?? 0) + moved * 0.4, window.innerHeight))
  }

  return (
    <section
      ref={sheet}
      className={styles.sheet}
      data-side={side}
      data-snap={snap}
      data-dragged={height !== null || undefined}
      aria-label={label}
      style={height === null ? undefined : { height }}
    >
      <button
        type="button"
        className={styles.handle}
        aria-label={t(snap === 'full' ? frame.sheetDown : frame.sheetUp)}
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={end}
        onPointerCancel={end}
        // Not before the click: a finger's click lands on what is under it then, and would open what has slid there.
        onClick={({ detail }) => {
          const byPointer = detail > 0
          if (!(byPointer && dragged.current)) onSnap(snap === 'half' ? 'full' : 'half')
        }}
        onKeyDown={(event) => {
          const step = {
            ArrowUp: 1,
            ArrowDown: -1,
            Enter: snap === 'full' ? -2 : 1,
            ' ': snap === 'full' ? -2 : 1,
          }[event.key]
          if (!step) return
          event.preventDefault()
          onSnap(order[Math.max(0, Math.min(2, order.indexOf(snap) + step))]!)
        }}
      />
      {children}
    </section>
  )
}

const nearest = (height: number, whole: number): Snap =>
  height < whole * 0.26 ? 'peek' : height < whole * 0.66 ? 'half' : 'full'
