import { type PointerEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Position } from '../draw/sketch.ts'
import { useDrawingView } from '../draw/use-drawing.ts'
import { useFrame } from '../frame/frame-context.ts'
import { useMap } from '../map/map-context.ts'
import { draw } from '../messages/draw.ts'
import { useText } from '../messages/text.ts'
import styles from './direction-handle.module.css'
import type { Editing } from './editing.ts'
import { parseNumber } from './form-values.ts'
import type { Plan } from './plan-context.ts'

/** How far from the object the handle stands, in pixels: it says a direction and nothing of how far one sees. */
const radius = 62
const halfWedge = 18

interface DirectionHandleProps {
  readonly editing: Editing
  readonly onTurn: Plan['fill']
}

/** A wedge that points the way a point object faces, with a handle that turns it; for layers with such a field. */
export function DirectionHandle({ editing, onTurn }: DirectionHandleProps) {
  const t = useText()
  const map = useMap()
  const { overlay } = useFrame()
  const view = useDrawingView(editing.drawing)
  const [, redraw] = useState(0)
  const turning = useRef(false)
  const field = editing.layer.fields.find(
    ({ name, unit }) => unit === '°' && /direction|bearing|azimuth/.test(name),
  )
  const [position] = view?.sketch.kind === 'Point' ? view.sketch.vertices : []

  useEffect(() => {
    if (!map) return
    const again = () => redraw((count) => count + 1)
    map.on('move', again)
    return () => void map.off('move', again)
  }, [map])

  if (!map || !overlay || !field || !position) return null
  const typed = parseNumber(String(editing.input[field.name] ?? ''))
  const direction = (((typed ?? 0) % 360) + 360) % 360
  const { x, y } = map.project(position as Position)
  const onScreen = direction - map.getBearing()
  const turn = (degrees: number) => onTurn(field.name, String(((Math.round(degrees) % 360) + 360) % 360))
  const follow = (event: PointerEvent) => {
    if (!turning.current) return
    const { left, top } = overlay.getBoundingClientRect()
    const angle = (Math.atan2(event.clientX - left - x, -(event.clientY - top - y)) * 180) / Math.PI
    turn(angle + map.getBearing())
  }
  const at = (degrees: number) => {
    const radians = (degrees * Math.PI) / 180
    return `${(radius * Math.sin(radians)).toFixed(1)} ${(-radius * Math.cos(radians)).toFixed(1)}`
  }
  return createPortal(
    <div
      className={styles.place}
      style={{ translate: `${x}px ${y}px` }}
      data-unset={typed === null || undefined}
    >
      <svg
        width={2 * radius}
        height={2 * radius}
        viewBox={`${-radius} ${-radius} ${2 * radius} ${2 * radius}`}
        aria-hidden="true"
      >
        <path d={`M0 0L${at(onScreen - halfWedge)}A${radius} ${radius} 0 0 1 ${at(onScreen + halfWedge)}Z`} />
      </svg>
      <div
        role="slider"
        tabIndex={0}
        className={styles.handle}
        style={{ rotate: `${onScreen}deg` }}
        aria-label={t(draw.direction)}
        aria-valuemin={0}
        aria-valuemax={359}
        aria-valuenow={Math.round(direction)}
        aria-valuetext={`${Math.round(direction)}°`}
        onPointerDown={(event) => {
          turning.current = true
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={follow}
        onPointerUp={() => {
          turning.current = false
        }}
        onKeyDown={(event) => {
          const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 15, PageDown: -15 }[
            event.key
          ]
          if (by === undefined) return
          event.preventDefault()
          turn(direction + by * (event.shiftKey ? 10 : 1))
        }}
      >
        <span aria-hidden="true" />
      </div>
    </div>,
    overlay,
  )
}
